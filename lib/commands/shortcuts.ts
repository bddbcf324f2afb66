/**
 * A key with what is held down. It names the place on the keyboard (`KeyboardEvent.code`), not the letter, so
 * that it is the same key under a Russian layout.
 */
export interface Shortcut {
  readonly code: string
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod?: boolean
  /** Ctrl on every system. */
  readonly ctrl?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
}

/** What a shortcut reads of a key press. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Does this key press mean this shortcut? */
export function matches(shortcut: Shortcut, press: KeyPress, mac: boolean): boolean {
  const ctrl = Boolean(shortcut.ctrl || (shortcut.mod && !mac))
  const meta = Boolean(shortcut.mod && mac)
  return (
    press.code === shortcut.code &&
    press.ctrlKey === ctrl &&
    press.metaKey === meta &&
    press.shiftKey === Boolean(shortcut.shift) &&
    press.altKey === Boolean(shortcut.alt)
  )
}

const NAMES: Readonly<Record<string, string>> = {
  Enter: '↵',
  Delete: 'Del',
  Backspace: '⌫',
  Escape: 'Esc',
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  Space: 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** The shortcut as it is printed: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function label(shortcut: Shortcut, mac: boolean): string {
  if (shortcut.code === 'Slash' && shortcut.shift) return '?'
  const key = NAMES[shortcut.code] ?? shortcut.code.replace(/^(Key|Digit)/, '')
  const held = [
    (shortcut.ctrl || (shortcut.mod && !mac)) && (mac ? '⌃' : 'Ctrl'),
    shortcut.alt && (mac ? '⌥' : 'Alt'),
    shortcut.shift && (mac ? '⇧' : 'Shift'),
    shortcut.mod && mac && '⌘',
  ].filter(Boolean)
  return mac ? [...held, key].join('') : [...held, key].join('+')
}

/** Is this a Mac, whose command key does what Ctrl does elsewhere? */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
}
