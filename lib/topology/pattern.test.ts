import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  faultOfPattern,
  matchesPattern,
  portablePattern,
  pythonPattern,
  samplePattern,
  samplePatterns,
} from './pattern'

const GOOD: readonly [string, number, number][] = [
  ['^[A-Z]{2}\\d{6}$', 0, 255],
  ['^\\+7\\d{10}$', 12, 12],
  ['^[a-z0-9]+(?:-[a-z0-9]+)*$', 3, 60],
  ['^(RUB|USD|EUR)$', 0, 3],
  ['\\d', 8, 20],
  ['^\\w+$', 200, 255],
  ['@example\\.com$', 30, 40],
  ['^[^\\s@]+@[^\\s@]+\\.[a-z]{2,}$', 0, 255],
  ['^[а-яё]{3,}$', 0, 10],
  ['^(?:ab|cde)+$', 7, 7],
  ['^\\d{1,3}(?:\\.\\d{1,3}){3}$', 0, 15],
  ['^#[0-9a-fA-F]{6}$|^none$', 4, 7],
  ['^\\S.*\\S$', 2, 100],
  ['^[\\s\\S]{5}$', 5, 5],
  ['^\\d+?\\.\\d*$', 1, 4],
  ['^[&~\\-\\]^]$', 1, 1],
]

const REFUSED: readonly [string, string][] = [
  ['', 'empty'],
  ['(?=a)b', 'unsupported'],
  ['(a)\\1', 'unsupported'],
  ['(?P<x>a)', 'unsupported'],
  ['(?i)a', 'unsupported'],
  ['\\bword', 'unsupported'],
  ['\\p{L}', 'unsupported'],
  ['a{2', 'unsupported'],
  ['a++', 'unsupported'],
  ['[[:alpha:]]', 'unsupported'],
  ['\\', 'unsupported'],
  ['(a', 'open_group'],
  ['a)', 'stray_bracket'],
  ['[a', 'open_class'],
  ['[]a]', 'empty_class'],
  ['[^\\s\\S]', 'empty_class'],
  ['*a', 'nothing_repeated'],
  ['[z-a]', 'range_reversed'],
  ['a{3,1}', 'range_reversed'],
  ['a{2000}', 'too_often'],
  ['(^a|b)', 'anchor_inside'],
  ['a$b', 'anchor_inside'],
  ['(a$)', 'anchor_inside'],
  ['^(a+)+$', 'slow'],
  ['^(\\w|\\d)*$', 'slow'],
  ['^(a{1,3})*$', 'slow'],
  [`${'('.repeat(30)}a${')'.repeat(30)}`, 'too_deep'],
]

describe('patterns', () => {
  it.each(GOOD)('samples %s within %i to %i characters', (source, min, max) => {
    expect(faultOfPattern(source)).toBeUndefined()
    const samples = samplePatterns(source, min, max)
    expect(samples.length).toBeGreaterThan(0)
    for (const sample of samples) {
      expect(Array.from(sample).length).toBeGreaterThanOrEqual(min)
      expect(Array.from(sample).length).toBeLessThanOrEqual(max)
      expect(new RegExp(source, 'u').test(sample) || /[&~]/.test(source)).toBe(true)
    }
    expect(new Set(samples).size).toBe(samples.length)
  })

  it.each(REFUSED)('refuses %s', (source, fault) => {
    expect(faultOfPattern(source)?.fault).toBe(fault)
  })

  it('finds nothing where nothing fits', () => {
    expect(samplePattern('^[A-Z]{4}$', 5, 10)).toBeUndefined()
    expect(samplePattern('^(ab)+$', 3, 3)).toBeUndefined()
    expect(samplePattern('^a$', 2, 1)).toBeUndefined()
    expect(samplePatterns('^(a|b)$', 0, 10)).toHaveLength(2)
  })

  it('writes one meaning for every engine', () => {
    expect(portablePattern('^\\d+?[\\w-]\\s$')).toBe('^[0-9]+[\\-0-9A-Z_a-z][\\x09-\\x0d ]$')
    expect(pythonPattern('^a$|b')).toBe('^a\\Z|b')
    expect(portablePattern('.[^"]\\.')).toBe('[^\\x0a][^"]\\.')
    expect(portablePattern('[\\s\\S](a|b)?')).toBe('[\\s\\S](?:a|b)?')
    expect(matchesPattern('^[&&a]$', '&')).toBe(true)
  })

  it('accepts or refuses any text, and what it accepts it can write back', () => {
    const pieces = fc.constantFrom(
      'a',
      '\\d',
      '[a-c]',
      '(',
      ')',
      '|',
      '*',
      '+',
      '?',
      '{2}',
      '^',
      '$',
      '.',
      '\\',
      '[',
      ']',
      '-',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const source = parts.join('')
        if (faultOfPattern(source)) return
        const written = portablePattern(source)
        expect(portablePattern(written)).toBe(written)
        for (const sample of samplePatterns(source, 0, 50)) expect(matchesPattern(source, sample)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
