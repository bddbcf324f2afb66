import { describe, expect, it } from 'vitest'
import { type KeyPress, label, matches, type Shortcut } from './shortcuts'

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key: code.replace(/^Key/, ''),
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

  it('means the letter that is printed on the key, under every Latin layout', () => {
    expect(matches(undo, press('KeyY', { key: 'z', ctrlKey: true }), false)).toBe(true)
    expect(matches({ code: 'KeyY', mod: true }, press('KeyY', { key: 'z', ctrlKey: true }), false)).toBe(
      false,
    )
    expect(matches({ code: 'KeyA' }, press('KeyQ', { key: 'a' }), false)).toBe(true)
  })

  it('means the place of the key where no Latin letter is printed', () => {
    expect(matches(undo, press('KeyZ', { key: 'я', ctrlKey: true }), false)).toBe(true)
    // A Mac writes another letter with Option.
    const tidy: Shortcut = { code: 'KeyT', shift: true, alt: true }
    expect(matches(tidy, press('KeyT', { key: 'ˇ', shiftKey: true, altKey: true }), true)).toBe(true)
  })

  it('finds the question mark wherever it stands', () => {
    const help: Shortcut = { code: 'Slash', shift: true }
    expect(matches(help, press('Slash', { key: '?', shiftKey: true }), false)).toBe(true)
    expect(matches(help, press('Digit7', { key: '?', shiftKey: true }), false)).toBe(true)
    expect(matches(help, press('Slash', { key: '/' }), false)).toBe(false)
    expect(matches(help, press('Digit7', { key: '?', shiftKey: true, ctrlKey: true }), false)).toBe(false)
  })

  it('is printed as each system prints it', () => {
    expect(label({ code: 'Enter', mod: true }, true)).toBe('⌘↵')
    expect(label({ code: 'KeyZ', mod: true, shift: true }, false)).toBe('Ctrl+Shift+Z')
    expect(label({ code: 'Slash', shift: true }, false)).toBe('?')
  })
})
