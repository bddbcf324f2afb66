import { type Node, useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect } from 'react'
import { currentTopology, useDocument } from '@/lib/store/document'
import { firstView } from './first-view'
import type { Box } from './geometry'

/** A document that opens is shown as much as can be read of it at once; an empty one when it gets its first node. */
export function useFirstView(): void {
  const look = useLook()
  const store = useStoreApi()
  const id = useDocument((document) => document.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is a reason to look at it anew
  useEffect(() => {
    const show = () => {
      const { nodes, width, height } = store.getState()
      if (width === 0 || height === 0 || !isDrawn(nodes)) return
      // First of all: the look itself changes what is listened to.
      stop()
      look()
    }
    const stops: (() => void)[] = []
    // A moment later, when nothing of the document before is drawn any more.
    const frame = requestAnimationFrame(() => {
      stops.push(store.subscribe(show))
      show()
    })
    const stop = () => {
      cancelAnimationFrame(frame)
      for (const one of stops) one()
    }
    return stop
  }, [id, store, look])
}

function isDrawn(drawn: readonly Node[]): boolean {
  const there = new Set(drawn.map(({ id }) => id))
  return there.size > 0 && currentTopology().nodes.every(({ id }) => there.has(id))
}

/** Shows as much as can be read at once, with these nodes in it. */
export function useLook() {
  const { setViewport } = useReactFlow()
  const store = useStoreApi()
  return useCallback(
    (ids: readonly string[] = [], duration = 0) => {
      const { width, height, nodes } = store.getState()
      if (width === 0 || height === 0) return
      const about = nodes.filter(({ id }) => ids.includes(id)).map(boxOf)
      void setViewport(firstView(nodes.map(boxOf), { width, height }, about), { duration })
    },
    [store, setViewport],
  )
}

function boxOf({ position, initialWidth = 0, initialHeight = 0 }: Node): Box {
  return { ...position, width: initialWidth, height: initialHeight }
}
