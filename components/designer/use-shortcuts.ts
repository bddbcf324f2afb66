import { useEffect } from 'react'
import type { Command } from '@/lib/commands/command'
import { isMac, matches } from '@/lib/commands/shortcuts'
import { commands, runCommand } from '@/lib/commands/table'
import { announce } from '@/lib/store/view'
import { say } from '@/lib/text/say'

/** What takes keys for itself: fields, and whatever lies over the page. */
const TYPING = 'input, textarea, select, [contenteditable="true"]'
const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** The drawing, and its twin in words. */
const CANVAS = '#canvas, [data-canvas], [data-outline]'

/** Listens for the keys of all commands, while nobody types and nothing lies over the page. */
export function useShortcuts(): void {
  useEffect(() => {
    const mac = isMac()
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandFor(event, mac)
      if (!command) return
      event.preventDefault()
      const refusal = runCommand(command)
      if (refusal) announce(say(refusal))
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Whether an event belongs to a field, or to what lies over the page. */
export function isBusyElsewhere(event: Event): boolean {
  const target = targetOf(event)
  return event.defaultPrevented || target.matches(TYPING) || target.closest(OVERLAY) !== null
}

function targetOf({ target }: Event): Element {
  return target instanceof Element ? target : document.body
}

function commandFor(event: KeyboardEvent, mac: boolean): Command | undefined {
  if (isBusyElsewhere(event) || event.isComposing || event.repeat) return undefined
  const target = targetOf(event)
  const onCanvas = target === document.body || target.closest(CANVAS) !== null
  return commands.find(
    (command) =>
      !command.native &&
      (onCanvas || !command.onCanvas) &&
      command.keys.some((key) => matches(key, event, mac)),
  )
}
