import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { createGenerator } from '@/lib/generator/create-generator'
import { toDownload } from '@/lib/generator/download'
import { generate } from '@/lib/generator/generate'
import { type PackedFiles, toZip } from '@/lib/generator/zip'
import { changeAt } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { root } from '../fingerprint.mjs'
import { benchDesign } from './design'
import { measure, toTimes } from './measure'

/** Milliseconds, medians. */
export interface BenchRow {
  readonly services: number
  readonly files: number
  readonly bytes: number
  /** The floor: native zlib over the same files, one by one. */
  readonly zlib: number
  readonly generate: number
  /** Generating and packing. */
  readonly zip: number
  /** Packing anew after an edit of one service, with everything else at hand from the time before. */
  readonly editService: number
  /** The same after an edit of an entity, which changes every service that offers it. */
  readonly editEntity: number
  /** The command line in a process of its own, writing a folder. */
  readonly command: number
}

const COMMAND_RUNS = 3

export async function measureDesign(services: number, folder: string): Promise<BenchRow> {
  const design = benchDesign(services)
  const texts = [...generate(design).values()].map(({ content }) => Buffer.from(content))
  const zlib = await measure(() => {
    for (const text of texts) deflateRawSync(text, { level: 6 })
  })
  // A document of its own each time: what is remembered about one must not help the next.
  const generated = await measure(() => generate(structuredClone(design)))
  const zipped = await measure(() => toZip('bench', generate(structuredClone(design))))
  return {
    services,
    files: texts.length,
    bytes: texts.reduce((sum, text) => sum + text.length, 0),
    zlib: zlib.median,
    generate: generated.median,
    zip: zipped.median,
    editService: await measureEdits(design, relabel),
    editEntity: await measureEdits(design, renameField),
    command: measureCommand(design, folder),
  }
}

type Turn = (turn: number) => Edit

/** Makes the download again and again with one edit between, as the page's worker does. */
async function measureEdits(design: Topology, edit: Turn): Promise<number> {
  const generator = createGenerator()
  const packed: PackedFiles = new Map()
  let turn = 0
  const times = await measure(() => {
    turn += 1
    return toDownload(structuredClone(edit(turn)(design)), generator, packed)
  })
  return times.median
}

/** The first Business API, or the data API where there is no other, is called something else. */
const relabel: Turn = (turn) => (topology) => {
  const id = topology.nodes.find(({ id }) => id.startsWith('api-'))?.id ?? 'data'
  return changeAt({ part: 'node', id }, (node) => ({ ...(node as object), label: { en: `Turn ${turn}` } }))(
    topology,
  )
}

/** A field of the first entity gets another name. */
const renameField: Turn = (turn) =>
  changeAt({ part: 'entity', id: 'entity-0', path: ['fields', 0, 'name'] }, () => `title_${turn}`)

function measureCommand(design: Topology, folder: string): number {
  const file = join(folder, 'bench.json')
  const out = join(folder, 'out')
  writeFileSync(file, JSON.stringify(design))
  const times: number[] = []
  // The first start bundles the program and is not counted.
  for (let run = 0; run <= COMMAND_RUNS; run += 1) {
    rmSync(out, { recursive: true, force: true })
    const began = performance.now()
    const args = [join(root, 'scripts', 'topoforge.mjs'), 'generate', file, '--out', out]
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`topoforge generate ended with ${status}\n${stderr}`)
    if (run > 0) times.push(performance.now() - began)
  }
  return toTimes(times).median
}
