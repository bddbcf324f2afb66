/**
 * A key with what is held down, named as `KeyboardEvent.code` names it on an English keyboard. It means what is printed
 * on the key (on a German one Z stands where the English has Y); where that is no Latin letter, as under a Russian
 * layout, it means the place on the keyboard.
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
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Does this key press mean this shortcut? */
export function matches(shortcut: Shortcut, press: KeyPress, mac: boolean): boolean {
  const ctrl = Boolean(shortcut.ctrl || (shortcut.mod && !mac))
  const meta = Boolean(shortcut.mod && mac)
  const isHeld = press.ctrlKey === ctrl && press.metaKey === meta && press.altKey === Boolean(shortcut.alt)
  if (isQuestion(shortcut) && press.key === '?') return isHeld
  return isHeld && printed(press) === shortcut.code && press.shiftKey === Boolean(shortcut.shift)
}

/** The key by what is printed on it, as an English keyboard names it. */
function printed({ key, code }: KeyPress): string {
  return /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code
}

/** The question mark stands on another key in every country, here and there without Shift. */
function isQuestion({ code, shift }: Shortcut): boolean {
  return code === 'Slash' && shift === true
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
  if (isQuestion(shortcut)) return '?'
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
