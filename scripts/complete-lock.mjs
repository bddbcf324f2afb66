/**
 * A lock made on one machine can miss the packages of other platforms (npm records only what it could read),
 * and then `npm ci` refuses it there. This adds the missing ones by the exact version their owner asks for.
 * `--check` only tells. Run it by `npm run lock` after a dependency changed.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const LOCK = new URL('../package-lock.json', import.meta.url)
const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'openharmony',
  'aix',
]
const PROCESSORS = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]

/** What a platform package says of itself, read off its name: `@next/swc-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os && { os: [os] }),
    ...(os === 'linux' && libc && { libc: [libc] }),
  }
}

/** Is `name` there for the package at `path`, beside it or in a folder above? */
function isLocked(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

/** The entries that are missing, by their place in the lock. */
function missingEntries(packages) {
  const missing = {}
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, path, name)) continue
      const beside = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/')))
      const engine = entry.dev ? { dev: true } : {}
      missing[`${beside}node_modules/${name}`] = { version, ...platformOf(name), ...engine, optional: true }
    }
  }
  return missing
}

const lock = JSON.parse(readFileSync(LOCK, 'utf8'))
const missing = missingEntries(lock.packages)
const addresses = Object.values(lock.packages).filter((entry) => entry.resolved).length
const inexact = Object.entries(missing).filter(([, entry]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(entry.version))

if (inexact.length > 0) {
  console.error(`no exact version for ${inexact.map(([path]) => path).join(', ')}`)
  process.exit(1)
}
if (process.argv.includes('--check')) {
  for (const path of Object.keys(missing)) console.error(`package-lock.json lacks ${path}: run npm run lock`)
  if (addresses > 0) console.error(`package-lock.json records ${addresses} addresses: run npm run lock`)
  process.exit(Object.keys(missing).length + addresses > 0 ? 1 : 0)
}
const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
for (const [, entry] of sorted) delete entry.resolved
writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
console.log(`package-lock.json: ${Object.keys(missing).length} platform packages added`)
