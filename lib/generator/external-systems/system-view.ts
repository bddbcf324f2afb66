import { screamingCase } from '@/lib/topology/naming'
import { Code } from '../code'
import { ident, py } from '../encode/python'
import { changeLine, keptLine, valueObjects } from '../entity-access/domain-view'
import type { Thing } from '../kinds/generated-kind'
import type { CalledField, Field, HttpSystem, Project, Service, SystemOperation } from '../project'
import { domainImports } from '../python/domain-types'
import { type Literal, literalTree } from '../python/literal'
import { ANSWER_ROW, sampleValue } from '../python/samples'

/** What every template of a service sees of the systems outside that it asks. */
export function systemsFacts({ systems }: Pick<Service, 'systems'>) {
  return {
    systems: systems.map(brief),
    /** Whether some of them are Business APIs, whose refusals it tells on. */
    callsApis: systems.some(({ api }) => api !== null),
  }
}

/** What an API is made of that tests ask in this process. */
function madeOf(api: Service | undefined) {
  return {
    hasWorld: api !== undefined && api.resources.length + api.uses.length > 0,
    tells: api !== undefined && api.publishes.length > 0,
  }
}

function brief({ name, className, variable, operations, api }: HttpSystem) {
  return {
    name,
    className,
    isApi: api !== null,
    client: api ? 'ApiClient' : 'ExternalClient',
    variable,
    /** The variable has another name than the setting. */
    alias: variable === `${screamingCase(name)}_URL` ? null : variable,
    operations: operations.map((operation) => operationView(operation, api !== null)),
  }
}

/** One system for the templates that are filled once for each. */
export function systemThing(system: HttpSystem, service: string, project: Pick<Project, 'services'>): Thing {
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
      ...madeOf(project.services.find(({ name }) => name === system.api?.service)),
      imports: [...new Set(types)].map((line) => Code.of(line)),
      hasOptions: parts.some(({ options }) => options),
      hasClasses: inner.length > 0 || fields.length > 0,
      parts,
      asks,
      answers,
      answersLists: operations.some(({ isList }) => isList),
      answersObjects: operations.some(({ isList, output }) => !isList && output.length > 0),
      keyed: operations.some(({ isKeyed }) => isKeyed),
      leavesOut:
        system.api !== null && operations.some(({ input }) => input.some(({ mayBeEmpty }) => mayBeEmpty)),
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

function operationView(operation: SystemOperation, isApi: boolean) {
  const { name, className, method, path, input, output, isList, isKeyed, isVersioned } = operation
  const answer = samplesOf(output)
  return {
    name,
    constant: screamingCase(name),
    className,
    method,
    verb: method.toLowerCase(),
    path,
    /** What is neither in the query nor in the body. */
    apart: literalTree(apartOf(operation), 8),
    asked: input.length > 0 ? input.map((field) => askedLine(field, isApi)) : null,
    answer: output.length > 0 ? output.map(keptLine) : null,
    /** What comes back, as an annotation says it. */
    answered: answeredAs(operation),
    /** The same where something comes back. */
    answerType: answerOf(operation),
    isList,
    isDoubted: operation.isDoubted,
    isKeyed,
    isVersioned,
    isApi,
    samples: {
      asked: literalTree(samplesOf(input), 0),
      answer: literalTree(isList ? [answer] : answer, 0),
      version: isVersioned ? String(samplesOf(input).version) : null,
      ...sentView(operation),
    },
  }
}

function answeredAs(operation: SystemOperation): Code {
  const type = answerOf(operation)
  return operation.isDoubted ? py`${type} | None` : type
}

function answerOf({ className, output, isList }: SystemOperation): Code {
  if (output.length === 0) return Code.of('None')
  return isList ? py`tuple[${ident(`${className}Answer`)}, ...]` : ident(`${className}Answer`)
}

/** What an API may be given as nothing is left out only where it is not given at all. */
function askedLine(field: CalledField, isApi: boolean): Code {
  return isApi && field.mayBeEmpty ? changeLine({ ...field, required: false }) : keptLine(field)
}

function apartOf({ path, input, isVersioned }: SystemOperation): readonly string[] {
  return input.flatMap(({ name }) =>
    path.includes(`{${name}}`) || (isVersioned && name === 'version') ? name : [],
  )
}

/** How the samples are sent: the address, and what is asked with in the query or the body. */
function sentView(operation: SystemOperation) {
  const { method, path, input } = operation
  const apart = apartOf(operation)
  const asked = samplesOf(input)
  const text = (name: string) => String(asked[name])
  const rest = Object.entries(asked).filter(([name]) => !apart.includes(name))
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
