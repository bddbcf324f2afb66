import { useEffect } from 'react'
import type { Command } from '@/lib/commands/command'
import { isMac, matches } from '@/lib/commands/shortcuts'
import { commands, runCommand } from '@/lib/commands/table'
import { announce } from '@/lib/store/view'
import { say } from '@/lib/text/say'

/** What takes keys for itself: fields, and whatever lies over the page. */
const TYPING = 'input, textarea, select, [contenteditable="true"]'
const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

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

function commandFor(event: KeyboardEvent, mac: boolean): Command | undefined {
  const target = event.target instanceof Element ? event.target : document.body
  if (event.defaultPrevented || event.isComposing || event.repeat) return undefined
  if (target.matches(TYPING) || target.closest(OVERLAY)) return undefined
  const onCanvas = target === document.body || target.closest('[data-canvas]') !== null
  return commands.find(
    (command) => (onCanvas || !command.onCanvas) && command.keys.some((key) => matches(key, event, mac)),
  )
}
