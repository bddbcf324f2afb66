import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder, without a slash at its end. This module may be part of a bundle in a folder below it. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(folder) {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder))
}

/** Every file under `path` (itself, if it is one), relative to the repository, sorted; none if it is missing. */
export function listFiles(path) {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [path]
  return readdirSync(absolute, { withFileTypes: true })
    .flatMap((entry) => listFiles(`${path}/${entry.name}`))
    .sort()
}

/** One hash over names and contents of files and folders. Tests beside the code do not count. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(listFiles)) {
    if (/\.test\.tsx?$/.test(file)) continue
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** As `fingerprint`, by size and time of change instead of contents: quick, for caches of one machine. */
export function quickFingerprint(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(listFiles)) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\0`)
  }
  return hash.digest('hex')
}
