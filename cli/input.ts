import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { read } from '@/lib/share/read'
import { formatPath } from '@/lib/share/result'
import type { Topology } from '@/lib/topology/model/topology'
import { EXIT, Failure, systemReason } from './failure'

const MAX_BYTES = 32 * 1024 * 1024
const CHUNK = 64 * 1024
const STDIN = 0

/** Reads a design from a file, or from standard input for `-`. */
export function readDesign(source: string): Topology {
  const result = read(readText(source))
  if (result.ok) return result.topology
  const details = result.details.map(({ path, message }) => {
    const place = formatPath(path)
    return `  ${place ? `${place}: ` : ''}${message.en}`
  })
  throw new Failure(
    EXIT.unreadable,
    [`${nameOf(source)} is not a design that can be read.`, ...details].join('\n'),
  )
}

function nameOf(source: string): string {
  return source === '-' ? 'Standard input' : source
}

function readText(source: string): string {
  const bytes = readBytes(source)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Failure(
      EXIT.unreadable,
      `${nameOf(source)} is not text in UTF-8. Save the design as UTF-8 and try again.`,
    )
  }
}

function readBytes(source: string): Uint8Array {
  let file: number | undefined
  try {
    file = source === '-' ? STDIN : openSync(source, 'r')
    if (fstatSync(file).isDirectory()) {
      throw new Failure(EXIT.unreadable, `${source} is a folder. Name the file of the design in it.`)
    }
    return readAll(file, source)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(EXIT.unreadable, `${nameOf(source)} cannot be read: ${systemReason(error)}.`)
  } finally {
    if (file !== undefined && file !== STDIN) closeSync(file)
  }
}

/** Reads to the end, but never more than a design may have, however long the pipe goes on. */
function readAll(file: number, source: string): Uint8Array {
  const chunks: Buffer[] = []
  let length = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK)
    const count = readChunk(file, chunk)
    if (count === 0) return Buffer.concat(chunks, length)
    length += count
    if (length > MAX_BYTES) {
      throw new Failure(
        EXIT.unreadable,
        `${nameOf(source)} is larger than ${MAX_BYTES / 1024 / 1024} MiB: no design is.`,
      )
    }
    chunks.push(chunk.subarray(0, count))
  }
}

/** Waits where standard input has nothing yet, which Node reports as an error. */
function readChunk(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}
