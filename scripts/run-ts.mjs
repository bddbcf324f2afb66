/**
 * Runs a TypeScript program of this repository: `node scripts/run-ts.mjs ENTRY [arguments…]`.
 * It is bundled once and kept under .cache until one of its files changes, so the second start costs little.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { quickFingerprint, root } from './fingerprint.mjs'
import { ensureTemplates } from './prepare.mjs'

const CACHE = join(root, '.cache', 'run-ts')

/** Bundles `entry` unless the bundle kept is still that of its files; answers the bundle's path. */
async function bundle(entry) {
  const outfile = join(CACHE, `${entry.replace(/[^\w.-]+/g, '-')}.mjs`)
  const record = `${outfile}.json`
  if (isCurrent(record)) return outfile
  const { build } = await import('esbuild')
  mkdirSync(CACHE, { recursive: true })
  const fresh = `${outfile}.${process.pid}`
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`./${entry}`],
    outfile: fresh,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
    // What is wrong has been printed by then.
  }).catch(() => process.exit(1))
  const inputs = [...Object.keys(metafile.inputs), 'package-lock.json', 'scripts/run-ts.mjs']
  // Renamed into place: another start at the same moment never reads half a bundle.
  renameSync(fresh, outfile)
  writeFileSync(record, JSON.stringify({ inputs, fingerprint: quickFingerprint(inputs) }))
  return outfile
}

function isCurrent(record) {
  try {
    const { inputs, fingerprint } = JSON.parse(readFileSync(record, 'utf8'))
    return quickFingerprint(inputs) === fingerprint
  } catch {
    return false
  }
}

/** Runs the program at `entry` (relative to the repository) in this process with these arguments. */
export async function runTypeScript(entry, args) {
  await ensureTemplates()
  const path = await bundle(entry)
  process.setSourceMapsEnabled(true)
  process.argv = [process.argv[0], join(root, entry), ...args]
  await import(pathToFileURL(path).href)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [entry, ...args] = process.argv.slice(2)
  if (!entry || isAbsolute(entry)) {
    console.error('usage: node scripts/run-ts.mjs ENTRY [arguments…], ENTRY relative to the repository')
    process.exit(2)
  }
  await runTypeScript(entry, args)
}
