/**
 * `npm run bench`: how long generating, generating and packing, doing so again after an edit, and the whole command
 * take for designs of 1, 10 and 99 services, beside native zlib at level 6 over the same files one by one. A time is
 * only a guide, a ratio within one run says more; no clock ever fails it. `--json` prints numbers for programs.
 * `--browser` measures the designer instead: what a first visit loads, and how fast it draws and drags 500 nodes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchRow, measureDesign } from './bench/rows'
import { measureRules } from './bench/rules'

const SIZES = [1, 10, 99]

function toText(rows: readonly BenchRow[]): string {
  const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
  const head = [
    'services',
    'files',
    'kB',
    'zlib',
    'generate',
    '',
    'generate + zip',
    '',
    'edit a service',
    '',
    'edit an entity',
    '',
    'whole command',
    'files/s',
  ]
  const lines = rows.map((row) => [
    `${row.services}`,
    `${row.files}`,
    `${Math.round(row.bytes / 1024)}`,
    `${ms(row.zlib)} ms`,
    `${ms(row.generate)} ms`,
    `${(row.generate / row.zlib).toFixed(1)} ×`,
    `${ms(row.zip)} ms`,
    `${(row.zip / row.zlib).toFixed(1)} ×`,
    `${ms(row.editService)} ms`,
    `${(row.editService / row.zip).toFixed(2)} of it`,
    `${ms(row.editEntity)} ms`,
    `${(row.editEntity / row.zip).toFixed(2)} of it`,
    `${ms(row.command)} ms`,
    `${Math.round((1000 * row.files) / row.command)}`,
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  )
  return [head, ...lines]
    .map((line) => line.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
    .join('\n')
}

async function benchGeneration(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'topoforge-bench-'))
  try {
    const rows: BenchRow[] = []
    for (const services of SIZES) rows.push(await measureDesign(services, folder))
    if (asJson) return console.log(JSON.stringify(rows, null, 2))
    console.log(
      `Medians on Node ${process.versions.node}; × is the ratio to native zlib over the same files.\n`,
    )
    console.log(toText(rows))
    console.log('\nrules over the largest design, after one edit')
    for (const { edit, nodes, median, least } of await measureRules())
      console.log(`${edit}, ${nodes} nodes: ${median.toFixed(1)} ms, best ${least.toFixed(1)} ms`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchBrowser(): Promise<void> {
  const { measureBrowser } = await import('./bench/browser')
  const figures = await measureBrowser()
  if (asJson) return console.log(JSON.stringify(figures, null, 2))
  console.log('The production build in a headless browser; best of three runs each.\n')
  const width = Math.max(...figures.map(({ name }) => name.length))
  for (const { name, value, target } of figures) {
    console.log(`${name.padEnd(width)}  ${value}   (target ${target})`)
  }
}

const asJson = process.argv.includes('--json')
if (process.argv.includes('--browser')) await benchBrowser()
else await benchGeneration()
