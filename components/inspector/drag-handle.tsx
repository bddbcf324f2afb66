'use client'
import { GripVertical } from 'lucide-react'
import { EditButton } from '@/components/ui/lock'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { useDragOrder } from './use-drag-order'

interface DragHandleProps {
  readonly index: number
  readonly onMove: (from: number, to: number) => void
  readonly onMenu: (anchor: HTMLElement) => void
}

/**
 * The handle of an item of a list: dragged, it moves the item; pressed, it opens the menu. The keys of the item do
 * the same, so it is no stop of its own for them. It shows while its item is pointed at.
 */
export function DragHandle({ index, onMove, onMenu }: DragHandleProps) {
  const say = useSay()
  const drag = useDragOrder(index, onMove, onMenu)
  return (
    <EditButton
      type="button"
      aria-label={say(inspectorTexts.moveOrMore)}
      aria-haspopup="menu"
      tabIndex={-1}
      {...drag}
      className="grid h-7 w-6 shrink-0 cursor-grab touch-none place-items-center rounded text-faint opacity-0 hover:text-ink focus-visible:opacity-100 group-focus-within/line:opacity-100 group-hover/line:opacity-100 [@media(hover:none)]:opacity-100"
    >
      <GripVertical className="size-3.5" aria-hidden />
    </EditButton>
  )
}
