import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, root } from './fingerprint.mjs'

const IMPORT = /from '(\.{1,2}\/[^']+\.mjs)'/g

/** The scripts that a file imports, directly or by others. */
function importedBy(file, seen = new Set()) {
  const text = readFileSync(join(root, file), 'utf8')
  for (const [, path] of text.matchAll(IMPORT)) {
    const imported = join(dirname(file), path)
    if (seen.has(imported)) continue
    seen.add(imported)
    importedBy(imported, seen)
  }
  return seen
}

test('scripts that TypeScript programs bundle find their files from the root, not from where they stand', () => {
  const programs = listFiles('scripts').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const bundled = new Set(programs.flatMap((file) => [...importedBy(file)]))
  expect(bundled.size).toBeGreaterThan(0)
  // It looks for the root upwards, wherever it stands.
  bundled.delete('scripts/fingerprint.mjs')
  const placed = [...bundled].filter((file) => /import\.meta/.test(readFileSync(join(root, file), 'utf8')))
  expect(placed).toEqual([])
})
