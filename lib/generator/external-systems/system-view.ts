import { screamingCase } from '@/lib/topology/naming'
import { Code } from '../code'
import { keptLine, valueObjects } from '../entity-access/domain-view'
import type { Thing } from '../kinds/generated-kind'
import type { Field, HttpSystem, Service, SystemOperation } from '../project'
import { domainImports } from '../python/domain-types'
import { type Literal, literalTree } from '../python/literal'
import { ANSWER_ROW, sampleValue } from '../python/samples'

/** What every template of a service sees of the systems outside that it asks. */
export function systemsFacts({ systems }: Pick<Service, 'systems'>) {
  return { systems: systems.map(brief) }
}

function brief({ name, className, variable, operations }: HttpSystem) {
  return {
    name,
    className,
    variable,
    /** The variable has another name than the setting. */
    alias: variable === `${screamingCase(name)}_URL` ? null : variable,
    operations: operations.map(operationView),
  }
}

/** One system for the templates that are filled once for each. */
export function systemThing(system: HttpSystem, service: string): Thing {
  const { operations, name } = system
  const fields = operations.flatMap(({ input, output }) => [...input, ...output])
  const { parts } = valueObjects(fields, service)
  const own = `from ${service}.domain.externals.${name} `
  const inner = parts.flatMap(({ object }) => object ?? [])
  const asks = operations.some(({ input }) => input.length > 0)
  const answers = operations.some(({ output }) => output.length > 0)
  const types = domainImports(allTypes(fields), service).filter((line) => !line.startsWith(own))
  return {
    names: { external: name },
    view: {
      ...brief(system),
      imports: [...new Set(types)].map((line) => Code.of(line)),
      hasOptions: parts.some(({ options }) => options),
      hasClasses: inner.length > 0 || fields.length > 0,
      parts,
      asks,
      answers,
      typed: asks || answers,
    },
    origin: system.origin,
  }
}

function allTypes(fields: readonly Pick<Field, 'type'>[]): readonly Field['type'][] {
  return fields.flatMap(({ type }) => inside(type))
}

/** A type with all that stands in it. */
function inside(type: Field['type']): readonly Field['type'][] {
  if (type.type === 'list') return [type, ...inside(type.of)]
  return type.type === 'object' ? [type, ...allTypes(type.fields)] : [type]
}

function operationView(operation: SystemOperation) {
  const { name, className, method, path, input, output } = operation
  return {
    name,
    constant: screamingCase(name),
    className,
    method,
    path,
    asked: input.length > 0 ? input.map(keptLine) : null,
    answer: output.length > 0 ? output.map(keptLine) : null,
    samples: {
      asked: literalTree(samplesOf(input), 0),
      answer: literalTree(samplesOf(output), 0),
      ...sentView(operation),
    },
  }
}

/** How the samples are sent: the address, and what is asked with in the query or the body. */
function sentView({ method, path, input }: SystemOperation) {
  const asked = samplesOf(input)
  const text = (name: string) => String(asked[name])
  const rest = Object.entries(asked).filter(([name]) => !path.includes(`{${name}}`))
  const isQuery = method === 'GET' || method === 'DELETE'
  return {
    // What stands there escaped by hand is shown in several ways.
    sentPath: path.includes('%') ? null : `/base${path.replace(/\{(\w+)\}/g, (_, name) => text(name))}`,
    rest: literalTree(
      Object.fromEntries(rest.map(([name, value]) => [name, isQuery ? text(name) : value])),
      8,
    ),
  }
}

function samplesOf(fields: readonly Field[]): Readonly<Record<string, Literal>> {
  return Object.fromEntries(fields.map(({ name, type }) => [name, sampleValue(type, ANSWER_ROW)]))
}
