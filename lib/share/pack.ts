import { deflateSync, Inflate } from 'fflate'
import type { WireStreams } from './wire/format'

/** What the texts and the structure of the largest design that may be opened take, with room to spare. */
const MAX_INFLATED = 4_000_000
/** So little is inflated at a time that a bomb is noticed before it takes memory. */
const STEP = 512

/** Why bytes hold no streams. */
export class PackFault extends Error {
  constructor(readonly reason: 'damaged' | 'too-large') {
    super(`The content is ${reason}.`)
  }
}

/**
 * Streams as bytes: the length of the first part, then numbers and texts, each deflated by itself, since they have
 * few bytes in common (6 % shorter than both as one).
 */
export function pack({ numbers, texts }: WireStreams): Uint8Array {
  const structure = deflateSync(toVarints(numbers), { level: 9 })
  const words = deflateSync(new TextEncoder().encode(texts.map(toLine).join('')), { level: 9 })
  const length = toVarints([structure.length])
  const bytes = new Uint8Array(length.length + structure.length + words.length)
  bytes.set(length)
  bytes.set(structure, length.length)
  bytes.set(words, length.length + structure.length)
  return bytes
}

/** The streams in bytes made by `pack`. Throws a `PackFault`. */
export function unpack(bytes: Uint8Array): WireStreams {
  const start = bytes.findIndex((byte) => byte < 0x80) + 1
  const [length = 0] = fromVarints(bytes.subarray(0, start))
  if (start === 0 || start + length > bytes.length) throw new PackFault('damaged')
  const numbers = fromVarints(inflate(bytes.subarray(start, start + length)))
  return { numbers, texts: fromLines(inflate(bytes.subarray(start + length))) }
}

function inflate(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = new Inflate((chunk) => {
    chunks.push(chunk)
    size += chunk.length
  })
  try {
    for (let from = 0; from < bytes.length && size <= MAX_INFLATED; from += STEP) {
      stream.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length)
    }
  } catch {
    throw new PackFault('damaged')
  }
  if (size > MAX_INFLATED) throw new PackFault('too-large')
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Whole numbers in seven bits a byte, the lowest first; the high bit says that more follow. */
function toVarints(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (const number of numbers) {
    let rest = number
    while (rest > 0x7f) {
      bytes.push((rest % 0x80) + 0x80)
      rest = Math.floor(rest / 0x80)
    }
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}

function fromVarints(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  let number = 0
  let factor = 1
  for (const byte of bytes) {
    number += (byte % 0x80) * factor
    factor = byte < 0x80 ? 1 : factor * 0x80
    if (!Number.isSafeInteger(number)) throw new PackFault('damaged')
    if (byte < 0x80) {
      numbers.push(number)
      number = 0
    }
  }
  if (factor > 1) throw new PackFault('damaged')
  return numbers
}

/** As JSON writes it, so that lone surrogates and line breaks survive, without the quotes. */
function toLine(text: string): string {
  return `${JSON.stringify(text).slice(1, -1)}\n`
}

function fromLines(bytes: Uint8Array): string[] {
  try {
    const lines = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).split('\n')
    if (lines.pop() !== '') throw new PackFault('damaged')
    return lines.map((line) => JSON.parse(`"${line}"`))
  } catch {
    throw new PackFault('damaged')
  }
}
