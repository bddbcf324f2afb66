import { examples } from '@/lib/examples/examples'
import type { Rule } from '@/lib/rules/rule'
import { rules } from '@/lib/rules/rules'
import { topologyJsonSchema } from '@/lib/topology/json-schema'
import { EXIT, Failure } from '../failure'

/** Lists the examples: id and title. */
export function examplesCommand(): void {
  print(table(examples.map(({ id, title }) => [id, title.en ?? id])))
}

/** Prints an example as a design file. */
export function exampleCommand(id: string): void {
  const example = examples.find((candidate) => candidate.id === id)
  if (!example) throw unknown('example', id, examples)
  print(`${JSON.stringify(example.topology, null, 2)}\n`)
}

/** Prints the JSON Schema of design files. */
export function schemaCommand(): void {
  print(`${JSON.stringify(topologyJsonSchema(), null, 2)}\n`)
}

/** Lists the rules: id, severity and law. */
export function rulesCommand(): void {
  print(table(rules.map(({ id, severity, title }) => [id, severity, title.en])))
}

/** Explains one rule: its law, its reason, and designs that keep and break it. */
export function ruleCommand(id: string): void {
  const rule = rules.find((candidate) => candidate.id === id)
  if (!rule) throw unknown('rule', id, rules)
  print(explained(rule))
}

function explained({ id, severity, title, why, examples, undrawable }: Rule): string {
  const [valid, invalid] = examples
    ? [examples.valid, examples.invalid]
    : [[undrawable.valid], [undrawable.invalid]]
  const kept = [...valid].map(({ name }) => `  keeps it:  ${name.en}`)
  const broken = [...invalid].map(({ name }) => `  breaks it: ${name.en}`)
  if (undrawable) broken.push('', undrawable.because.en)
  return [`${id} (${severity})`, '', title.en, why.en, '', ...kept, ...broken, ''].join('\n')
}

const LEAST_TO_COMPARE = 4

function unknown(what: string, id: string, known: readonly { readonly id: string }[]): Failure {
  const isNear = (candidate: string) => id.length >= LEAST_TO_COMPARE && candidate.includes(id)
  const near = known.map((item) => item.id).filter((candidate) => isNear(candidate) || id.includes(candidate))
  const hint =
    near.length > 0 ? `Did you mean ${near.slice(0, 3).join(' or ')}?` : `\`topoforge ${what}s\` lists them.`
  return new Failure(EXIT.wrongUse, `There is no ${what} "${id}". ${hint}`)
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function print(text: string): void {
  process.stdout.write(text)
}
