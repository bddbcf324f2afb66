import { useStoreApi, type Viewport } from '@xyflow/react'
import { type RefObject, useEffect, useMemo } from 'react'
import { followWindow, useDetail } from './detail'

/** Follows the view: what is worth drawing, and that the drawing is one layer while it moves. */
export function useFollowWindow(element: RefObject<HTMLDivElement | null>) {
  const store = useStoreApi()
  useEffect(() => {
    const follow = () => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      if (width > 0) followWindow({ x, y, zoom, width, height })
    }
    follow()
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width) follow()
    })
  }, [store])
  useEffect(() => {
    const show = () => element.current?.toggleAttribute('data-far', useDetail.getState().far)
    show()
    return useDetail.subscribe(show)
  }, [element])
  return useMemo(
    () => ({
      onMoveStart: (_event: unknown, _viewport: Viewport) => element.current?.setAttribute('data-moving', ''),
      onMoveEnd: () => element.current?.removeAttribute('data-moving'),
    }),
    [element],
  )
}
