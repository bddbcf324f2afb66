import type { Step } from '@/lib/topology/model/step'
import type { FieldType, ObjectField } from '../project'
import { Body } from './body'
import { constantAs } from './constants'
import type { Decision, Dictionary } from './dictionary'
import { Needs } from './needs'
import type { Scope } from './scope'

type Decide = Extract<Step, { readonly step: 'decide' }>

const BODY = '    '

/** Writes the table of a rule as a function: the first row whose condition holds decides. */
export function writeDecision(
  { rule, rows, otherwise }: Decide,
  inputs: readonly ObjectField[],
  result: FieldType,
  service: string,
  dictionary: Dictionary,
): Decision {
  const body = new Body(rule, service, dictionary, BODY)
  const type = { type: 'object', className: '', home: '', fields: inputs } as const
  const given = { code: 'given', type: { is: 'plain', type, optional: false } } as const
  const scope: Scope = { values: new Map([['input', given]]), known: new Set() }
  // What is decided of yes and no in the end is the condition itself.
  const last = rows.at(-1)
  const isPlain = typeof otherwise === 'boolean' && last?.result === !otherwise
  for (const row of isPlain ? rows.slice(0, -1) : rows) {
    body.writer.when(body.conditions.write(scope, row.when), () =>
      body.writer.statement(`return ${constantAs(row.result, result, body.needs).code}`),
    )
  }
  if (isPlain && last) body.writer.whether(body.conditions.write(scope, last.when), { not: otherwise })
  else body.writer.statement(`return ${constantAs(otherwise, result, body.needs).code}`)
  const needs = new Needs(service, '')
  const decided = [...rows.map((row) => row.result), otherwise].map(
    (constant) => constantAs(constant, result, needs).code,
  )
  return {
    rule,
    inputs,
    result,
    imports: [...body.needs.imports],
    limits: body.needs.limits,
    lines: body.writer.lines,
    decided: decided.filter((code, index) => decided.lastIndexOf(code) === index),
    decidedImports: [...needs.imports],
  }
}
