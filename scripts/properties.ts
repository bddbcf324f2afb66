/**
 * `npm run properties`: which of the properties that every download has were shown for which example, by the last
 * `npm run test:generated` and `npm run test:unit`. Ends with 1 when one failed.
 */
import { relative } from 'node:path'
import { examples } from '@/lib/examples/examples'
import { root } from './fingerprint.mjs'
import { properties } from './properties/registry'
import { cellOf, type Evidence, propertiesTable } from './properties/table'
import { REPORTS, readReport } from './results.mjs'
import { GENERATED_REPORT, type GeneratedReport } from './test-generated/detailed-report'

interface UnitReport {
  readonly testResults: readonly { readonly name: string; readonly status: string }[]
}

function readEvidence(): Evidence {
  const generated = (readReport(GENERATED_REPORT) ?? []) as GeneratedReport
  const unit = readReport(`${REPORTS}/unit.json`) as UnitReport | undefined
  const designs = new Map<string, GeneratedReport[number]['outcomes']>()
  for (const { design, outcomes } of generated) {
    const id = design.replace(/-(live|planted)$/, '')
    designs.set(id, [...(designs.get(id) ?? []), ...outcomes])
  }
  const files = unit?.testResults ?? []
  return {
    designs,
    unit: new Map(files.map(({ name, status }) => [relative(root, name), status === 'passed'])),
  }
}

const evidence = readEvidence()
console.log(propertiesTable(examples, evidence))
const failed = properties.some((property) =>
  examples.some((example) => cellOf(property, example, evidence) === 'FAILED'),
)
process.exit(failed ? 1 : 0)
