import { describe, expect, it } from 'vitest'
import { type KeyPress, label, matches, type Shortcut } from './shortcuts'

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})
const undo: Shortcut = { code: 'KeyZ', mod: true }

describe('shortcuts', () => {
  it('means Ctrl by mod, and ⌘ on a Mac', () => {
    expect(matches(undo, press('KeyZ', { ctrlKey: true }), false)).toBe(true)
    expect(matches(undo, press('KeyZ', { metaKey: true }), true)).toBe(true)
    expect(matches(undo, press('KeyZ', { ctrlKey: true }), true)).toBe(false)
  })

  it('wants exactly what is held', () => {
    expect(matches(undo, press('KeyZ', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matches({ code: 'KeyA' }, press('KeyA', { altKey: true }), false)).toBe(false)
  })

  it('is printed as each system prints it', () => {
    expect(label({ code: 'Enter', mod: true }, true)).toBe('⌘↵')
    expect(label({ code: 'KeyZ', mod: true, shift: true }, false)).toBe('Ctrl+Shift+Z')
    expect(label({ code: 'Slash', shift: true }, false)).toBe('?')
  })
})
