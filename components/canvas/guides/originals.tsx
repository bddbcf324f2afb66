import { ViewportPortal } from '@xyflow/react'
import { create } from 'zustand'
import { boxesOf } from '@/lib/layout/boxes'
import { noteSize } from '@/lib/layout/note-size'
import { currentTopology } from '@/lib/store/document'
import type { Box } from '../geometry'

interface Original extends Box {
  readonly id: string
}

const NONE: readonly Original[] = []
const useOriginals = create<{ readonly boxes: readonly Original[] }>()(() => ({ boxes: NONE }))

/** Shows where these nodes and notes stay, while a copy of them is dragged. */
export function showOriginals(ids: readonly string[]): void {
  const { boxes } = useOriginals.getState()
  if (ids.length === boxes.length) return
  useOriginals.setState({ boxes: ids.length === 0 ? NONE : originalsOf(new Set(ids)) })
}

function originalsOf(ids: ReadonlySet<string>): readonly Original[] {
  const topology = currentTopology()
  const notes = (topology.layout?.notes ?? []).filter(({ id }) => ids.has(id))
  return [...boxesOf(topology, [...ids]), ...notes.map((note) => ({ ...note, ...noteSize(note) }))]
}

/** The outlines of what stays, under the copies that leave it. */
export function Originals() {
  const boxes = useOriginals((originals) => originals.boxes)
  if (boxes.length === 0) return null
  return (
    <ViewportPortal>
      {boxes.map(({ id, x, y, width, height }) => (
        <span
          key={id}
          data-testid="original"
          className="original"
          style={{ left: x, top: y, width, height }}
        />
      ))}
    </ViewportPortal>
  )
}
