import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { GeneratedFile } from '@/lib/generator/generated-file'
import { EXIT, Failure, systemReason } from './failure'

const TEMPORARY = '.topoforge-'

/**
 * Writes the files into a folder that is not there yet, or is empty. All of them appear at once or none does:
 * they are written beside it first, into a folder that nobody else knows.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, GeneratedFile>): void {
  const target = requireFree(folder)
  inTemporaryFolder(target, (temporary) => {
    for (const [path, { content, executable }] of files) {
      const file = join(temporary, ...path.split('/'))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content, { flag: 'wx', mode: executable ? 0o777 : 0o666 })
    }
    chmodSync(temporary, 0o777 & ~process.umask())
    if (existsSync(target)) rmdirSync(target)
    renameSync(temporary, target)
  })
}

/** Writes a file that is not there yet; it appears whole or not at all. */
export function writeNewFile(path: string, bytes: Uint8Array): void {
  const target = realTarget(path)
  if (statOf(target)) {
    throw new Failure(EXIT.wrongUse, `${path} exists already. Name another file, or remove it first.`)
  }
  inTemporaryFolder(target, (temporary) => {
    const file = join(temporary, basename(target))
    writeFileSync(file, bytes, { flag: 'wx' })
    renameSync(file, target)
  })
}

/** The real path of a folder that may be filled; refuses links, files and folders with something in them. */
function requireFree(folder: string): string {
  const target = realTarget(folder)
  const stats = statOf(target)
  if (!stats) return target
  if (stats.isSymbolicLink()) {
    throw new Failure(EXIT.wrongUse, `${folder} is a symbolic link. Name the folder that it leads to.`)
  }
  if (!stats.isDirectory()) {
    throw new Failure(EXIT.wrongUse, `${folder} is a file. Name a folder that is new or empty.`)
  }
  if (readdirSync(target).length > 0) {
    throw new Failure(
      EXIT.wrongUse,
      `${folder} is not empty. Name a folder that is new or empty: nothing is overwritten.`,
    )
  }
  return target
}

/** The path with the real folder it stands in; only its last part need not exist. */
function realTarget(path: string): string {
  const absolute = resolve(path)
  const parent = dirname(absolute)
  try {
    return join(realpathSync(parent), basename(absolute))
  } catch (error) {
    throw new Failure(
      EXIT.wrongUse,
      `${parent} cannot be used: ${systemReason(error)}. Make this folder first.`,
    )
  }
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}

/** Calls `write` with a fresh folder beside the target, and leaves nothing of it behind. */
function inTemporaryFolder(target: string, write: (temporary: string) => void): void {
  let temporary: string | undefined
  try {
    temporary = mkdtempSync(join(dirname(target), TEMPORARY))
    write(temporary)
  } catch (error) {
    throw new Failure(
      EXIT.wrongUse,
      `${target} cannot be written: ${systemReason(error)}. Nothing was written.`,
    )
  } finally {
    if (temporary) rmSync(temporary, { recursive: true, force: true })
  }
}
