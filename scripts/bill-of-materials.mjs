/**
 * `node scripts/bill-of-materials.mjs UV_LOCK`: writes lib/generator/bill-of-materials.json from the lock of a
 * generated project, so that every download pins the versions that were tested together. Run it after
 * `uv lock --upgrade` in a project whose checks and tests pass.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { root } from './fingerprint.mjs'

const OUTPUT = join(root, 'lib/generator/bill-of-materials.json')

/** `sqlalchemy[asyncio]`, as requirements name it. */
function requirement({ name, extra }) {
  return extra ? `${name}[${extra.join(',')}]` : name
}

function entry({ version, dependencies = [], 'optional-dependencies': optional = {} }) {
  const extras = Object.entries(optional).map(([name, list]) => [name, list.map(requirement)])
  return {
    version,
    ...(dependencies.length > 0 && { requires: dependencies.map(requirement) }),
    ...(extras.length > 0 && { extras: Object.fromEntries(extras) }),
  }
}

const [path] = process.argv.slice(2)
if (!path) {
  console.error('usage: node scripts/bill-of-materials.mjs UV_LOCK')
  process.exit(2)
}
const { package: packages } = parse(readFileSync(path, 'utf8'))
// What the project itself holds has no registry to come from.
const foreign = packages.filter(({ source }) => 'registry' in source)
const bill = Object.fromEntries(foreign.map((item) => [item.name, entry(item)]))
if (Object.keys(bill).length !== foreign.length)
  throw new Error('The lock has a package in several versions.')
writeFileSync(OUTPUT, `${JSON.stringify(bill, null, 2)}\n`)
