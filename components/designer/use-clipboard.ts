import { useEffect } from 'react'
import { copySelection, cutSelection, nothingToCopy, pasteText } from '@/lib/commands/clipboard'
import { notePointer, pointerOnCanvas } from '@/lib/commands/pointer'
import { isBusyElsewhere } from './use-shortcuts'

/** Copies, cuts and pastes by the browser's own events, which need no permission, and knows where the pointer is. */
export function useClipboard(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => give(event, copySelection)
    const onCut = (event: ClipboardEvent) => give(event, cutSelection)
    addEventListener('copy', onCopy)
    addEventListener('cut', onCut)
    addEventListener('paste', onPaste)
    addEventListener('pointermove', onPointerMove, { passive: true })
    return () => {
      removeEventListener('copy', onCopy)
      removeEventListener('cut', onCut)
      removeEventListener('paste', onPaste)
      removeEventListener('pointermove', onPointerMove)
    }
  }, [])
}

function give(event: ClipboardEvent, content: () => string): void {
  // Who marked words on the page means the words.
  const marked = getSelection()
  if (isBusyElsewhere(event) || (marked && !marked.isCollapsed) || nothingToCopy()) return
  event.clipboardData?.setData('text/plain', content())
  event.preventDefault()
}

function onPaste(event: ClipboardEvent): void {
  if (isBusyElsewhere(event) || !event.clipboardData) return
  event.preventDefault()
  pasteText(event.clipboardData.getData('text/plain'), pointerOnCanvas())
}

function onPointerMove({ target, clientX, clientY }: PointerEvent): void {
  if (!(target instanceof Element)) return
  if (target.closest('[data-canvas]')) notePointer({ x: clientX, y: clientY })
  // Over a menu of the canvas the place still counts at which the menu was opened.
  else if (!target.closest('[role="menu"], [role="dialog"]')) notePointer(undefined)
}
