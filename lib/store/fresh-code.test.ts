import { afterEach, describe, expect, it, vi } from 'vitest'
import { isStaleCode, loadFresh, reloadOnce, renew, takeReloaded } from './fresh-code'
import { useView } from './view'

const stale = Object.assign(new Error('Failed to load chunk /_next/x.js'), { name: 'ChunkLoadError' })

function page() {
  const kept = new Map<string, string>()
  const reload = vi.fn()
  vi.stubGlobal('location', { reload, pathname: '/' })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  return reload
}

afterEach(() => vi.unstubAllGlobals())

describe('a deploy under an open tab', () => {
  it('is told from other faults', () => {
    expect(isStaleCode(stale)).toBe(true)
    expect(isStaleCode(new TypeError('Failed to fetch dynamically imported module: /a.js'))).toBe(true)
    expect([new Error('no such node'), undefined, 'text'].some(isStaleCode)).toBe(false)
  })

  it('loads the page anew once, and not again at once', () => {
    const reload = page()
    expect([reloadOnce(100_000), reloadOnce(101_000), reloadOnce(170_000)]).toEqual([true, false, true])
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('is said once, by the page that came after it', () => {
    page()
    expect(takeReloaded()).toBeUndefined()
    reloadOnce(100_000)
    expect([takeReloaded(), takeReloaded()]).toEqual(['updated', undefined])
  })

  it('loads nothing anew where it cannot count', () => {
    const reload = page()
    vi.stubGlobal('sessionStorage', undefined)
    expect(reloadOnce()).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })

  it('never loads a page that would not come: it waits for the server, and says so', async () => {
    vi.useFakeTimers()
    const reload = page()
    const answers = [false, false, true]
    vi.stubGlobal('fetch', async () => {
      if (!answers.shift()) throw new TypeError('Failed to fetch')
      return { ok: true }
    })
    const renewed = renew()
    await vi.advanceTimersByTimeAsync(2500)
    expect(reload).not.toHaveBeenCalled()
    expect(useView.getState().notices.map(({ text }) => text.en)).toEqual([
      'No connection: a part of Topoforge could not be loaded',
    ])
    await vi.advanceTimersByTimeAsync(2500)
    expect(await renewed).toBe(true)
    expect(reload).toHaveBeenCalledTimes(1)
    expect(takeReloaded()).toBe('connected')
    vi.useRealTimers()
  })

  it('passes on every other fault', async () => {
    page()
    await expect(loadFresh(() => Promise.reject(new Error('other')))).rejects.toThrow('other')
    await expect(loadFresh(() => Promise.resolve(1))).resolves.toBe(1)
  })
})
