/**
 * Writes what is derived from the schema of the format: the public JSON Schema, and the table of the link, to which it
 * only ever appends. With `--check` it writes nothing and fails if a file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { appendWire } from '@/lib/share/wire/append'
import { deriveWire } from '@/lib/share/wire/derive'
import type { WireFormat } from '@/lib/share/wire/format'
import { topologyJsonSchema } from '@/lib/topology/json-schema'
import { FORMAT_VERSION } from '@/lib/topology/model/topology'
import { topologyShape } from '@/lib/topology/shape'

const SCHEMA = 'public/topology.schema.json'
const WIRE = `lib/share/wire/wire-${FORMAT_VERSION}.json`

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function nextWire(): WireFormat {
  const current = deriveWire(topologyShape, FORMAT_VERSION)
  const published = readText(WIRE)
  return published === undefined ? current : appendWire(JSON.parse(published) as WireFormat, current)
}

/** One line for each shape, so that what was appended is seen in a diff. */
function wireText({ shapes, ...head }: WireFormat): string {
  const lines = Object.entries(shapes).map(([name, shape]) => `    "${name}": ${JSON.stringify(shape)}`)
  const start = JSON.stringify(head, null, 2).replace(/\n}$/, '')
  return `${start},\n  "shapes": {\n${lines.join(',\n')}\n  }\n}\n`
}

const wanted: Readonly<Record<string, string>> = {
  [SCHEMA]: `${JSON.stringify(topologyJsonSchema(), null, 2)}\n`,
  [WIRE]: wireText(nextWire()),
}
const stale = Object.entries(wanted).filter(([path, text]) => readText(path) !== text)

if (!process.argv.includes('--check')) {
  for (const [path, text] of stale) writeFileSync(path, text)
  console.log(stale.length > 0 ? `Wrote ${stale.map(([path]) => path).join(' and ')}.` : 'Nothing to write.')
} else if (stale.length > 0) {
  console.error(`Not current: ${stale.map(([path]) => path).join(', ')}. Run: npm run schema`)
  process.exitCode = 1
}
