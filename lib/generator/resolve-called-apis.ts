import type { Lookup } from '@/lib/topology/lookup'
import type { BusinessApi, CrudOperation, Service as DrawnService } from '@/lib/topology/model/service'
import { pascalCase, serviceName } from '@/lib/topology/naming'
import { stepsOf } from '@/lib/topology/step-walk'
import { callable } from '@/lib/topology/steps/analysis'
import { answeredBy, hasDoubles, type Operation } from '@/lib/topology/steps/operations'
import { originalOf } from '@/lib/topology/steps/value-type'
import { urlVariable } from './compose'
import type { CalledField, Entity, HttpSystem, SystemOperation } from './project'
import { namesOperation, resolveOperationFields } from './resolve-operation'
import { byName, sentence, textIn } from './wording'

interface Known {
  readonly look: Lookup
  readonly entities: ReadonlyMap<string, Entity>
  readonly ports: ReadonlyMap<string, number>
}

/** The Business APIs that a service calls, as systems that it asks for something. */
export function resolveCalledApis(service: DrawnService, known: Known): readonly HttpSystem[] {
  const { look } = known
  const reached = new Set(look.linksFrom(service.id, 'calls').map(({ to }) => to))
  return [...reached].flatMap((id) => {
    const api = look.service(id)
    if (api?.kind !== 'business_api') return []
    const operations = operationsFor(service, api, known)
    return operations.length > 0 ? [resolveApi(api, operations, known)] : []
  })
}

function resolveApi(
  api: BusinessApi,
  operations: readonly SystemOperation[],
  { look, ports }: Known,
): HttpSystem {
  const { project } = look.topology
  const name = serviceName(project, api)
  return {
    name,
    className: classOf(api, look),
    title: textIn(project.locale, api.label) ?? sentence(name),
    variable: urlVariable(name),
    api: { service: name, port: ports.get(api.id) ?? 0 },
    operations,
    origin: { part: 'node', id: api.id },
  }
}

/** Without the context, which all services share, unless a system outside is called so. */
function classOf(api: BusinessApi, look: Lookup): string {
  const { context } = look.topology.project
  const name = serviceName(look.topology.project, api)
  const short = pascalCase(name.slice(context.length + 1))
  const isTaken = look.topology.nodes.some(
    (node) => node.type === 'external' && pascalCase(node.name) === short,
  )
  return isTaken ? pascalCase(name) : short
}

/** What the steps of the service ask for; as long as they ask for nothing, all that there is. */
function operationsFor(service: DrawnService, api: BusinessApi, known: Known): readonly SystemOperation[] {
  const called = new Set(
    [...stepsOf(service)].flatMap(({ step }) =>
      step.step === 'call' && step.target === api.id ? step.operation : [],
    ),
  )
  const all = callable(known.look, api.id)
  return all
    .filter(({ name }, index) => all.findIndex((other) => other.name === name) === index)
    .filter(({ name }) => called.size === 0 || called.has(name))
    .flatMap((operation) => resolveOperation(operation, api, known))
    .sort(byName)
}

function resolveOperation(operation: Operation, api: BusinessApi, known: Known): readonly SystemOperation[] {
  const { look } = known
  const way = wayTo(operation, api, known)
  const output = answeredBy(operation)
  // What has no name of its own, or is not known, is told by a rule.
  if (!way || !output || hasDoubles(operation)) return []
  const names = namesOperation(serviceName(look.topology.project, api), operation.name, classOf(api, look))
  const hasBody = way.method !== 'GET' && way.method !== 'DELETE'
  const input = resolveOperationFields(names, 'asked', operation.inputs, look)
  return [
    {
      ...names,
      ...way,
      input: input.map((field, index): CalledField => {
        const drawn = operation.inputs[index]
        const isOptional = drawn !== undefined && originalOf(drawn).optional === true
        // A query has no way to say nothing, and a use case always knows what has a default.
        return { ...field, mayBeEmpty: isOptional && hasBody && !(field.default && !operation.of) }
      }),
      output: resolveOperationFields(names, 'answer', output.fields, look),
      isList: output.isList,
      isDoubted: output.isDoubted,
    },
  ]
}

type Way = Pick<SystemOperation, 'method' | 'path' | 'isKeyed' | 'isVersioned' | 'origin'>

const PREFIX = '/api/v1'

/** Where an operation is, and what its requests carry besides values. */
function wayTo({ name, of }: Operation, api: BusinessApi, { entities }: Known): Way | undefined {
  if (of) {
    const entity = entities.get(of.entity)
    return entity && { ...wayToEntity(entity, of.crud), origin: entity.origin }
  }
  const index = (api.useCases ?? []).findIndex((useCase) => useCase.name === name)
  const useCase = api.useCases?.[index]
  return (
    useCase && {
      method: useCase.method,
      path: PREFIX + useCase.path,
      isKeyed: useCase.method !== 'GET',
      isVersioned: false,
      origin: { part: 'node', id: api.id, path: ['useCases', index] },
    }
  )
}

function wayToEntity({ path, name }: Entity, crud: CrudOperation): Omit<Way, 'origin'> {
  const [all, one] = [PREFIX + path, `${PREFIX}${path}/{${name}_id}`]
  const plain = { isKeyed: false, isVersioned: false }
  switch (crud) {
    case 'create':
      return { method: 'POST', path: all, isKeyed: true, isVersioned: false }
    case 'read':
      return { method: 'GET', path: one, ...plain }
    case 'list':
      return { method: 'GET', path: all, ...plain }
    case 'update':
      return { method: 'PATCH', path: one, isKeyed: false, isVersioned: true }
    case 'delete':
      return { method: 'DELETE', path: one, isKeyed: false, isVersioned: true }
  }
}
