import type { Topology } from '@/lib/topology/model/topology'
import { align } from '../test-generated/report'
import { type Property, properties } from './registry'

/** What the last runs said: stages of designs, with what is tried with a design beside them, and files of unit tests. */
export interface Evidence {
  readonly designs: ReadonlyMap<string, readonly { readonly stage: string; readonly ok: boolean }[]>
  readonly unit: ReadonlyMap<string, boolean>
}

interface Example {
  readonly id: string
  readonly topology: Topology
}

/** Shown, failed, nothing of it in the design, or not run. */
export type Cell = 'ok' | 'FAILED' | '–' | '?'

/** What is known of a property in a design. */
export function cellOf({ proof, appliesTo }: Property, { id, topology }: Example, evidence: Evidence): Cell {
  if (appliesTo && !appliesTo(topology)) return '–'
  if (proof.by === 'command') return '?'
  if (proof.by === 'unit') return sum(proof.files.map((file) => verdict(evidence.unit.get(file))))
  const outcomes = evidence.designs.get(id) ?? []
  return sum(
    proof.stages.map((pattern) => {
      const found = outcomes.filter(({ stage }) => pattern.test(stage))
      // What a live run did not try has nothing to be tried with in this design.
      const isTried =
        pattern.source.startsWith('^live') && outcomes.some(({ stage }) => stage.startsWith('live '))
      if (found.length === 0) return isTried ? '–' : '?'
      return verdict(found.every(({ ok }) => ok))
    }),
  )
}

function verdict(ok: boolean | undefined): Cell {
  return ok === undefined ? '?' : ok ? 'ok' : 'FAILED'
}

/** A property is shown when all of its parts are, and at least one is. */
function sum(cells: readonly Cell[]): Cell {
  for (const one of ['FAILED', '?', 'ok'] as const) if (cells.includes(one)) return one
  return '–'
}

/** Properties by examples, the commands below them, and what is left to a person. */
export function propertiesTable(examples: readonly Example[], evidence: Evidence): string {
  const rows = properties.map((property) => [
    `${String(property.number).padStart(2)} ${property.says}`,
    ...examples.map((example) =>
      property.proof.by === 'command' ? '…' : cellOf(property, example, evidence),
    ),
  ])
  return [
    align([['property', ...examples.map(({ id }) => id)], ...rows]),
    'ok: shown by the last run; –: the design has nothing of it; ?: not run; …: a command of its own, below',
    ['A cell again:', ...examples.map(({ id }) => `  ${cellCommand(id)}`)].join('\n'),
    ['Commands of their own:', ...properties.flatMap(ownCommand)].join('\n'),
    ['Not automatic, or only in part:', ...properties.flatMap(byHand)].join('\n'),
  ].join('\n\n')
}

function cellCommand(id: string): string {
  return `npm run test:generated -- --example ${id} --servers --live 1`
}

function ownCommand({ number, proof }: Property): readonly string[] {
  if (proof.by === 'stages') return []
  const command = proof.by === 'command' ? proof.command : `npm run test:unit -- ${proof.files.join(' ')}`
  return [`  ${number}  ${command}`]
}

function byHand({ number, byHand: text }: Property): readonly string[] {
  return text === undefined ? [] : [`  ${number}  ${text}`]
}
