import { changeAt, type Place } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { BusinessApi, CrudOperation } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'
import { entityPath } from '@/lib/topology/naming'
import { isRoute, routeKey, toRoute } from '@/lib/topology/route'
import { resourceOperation } from '@/lib/topology/steps/operations'
import { isWrite } from '@/lib/topology/steps/phases'
import { shapeOf } from '@/lib/topology/while-same'
import { routeFaults } from '../checks/steps/route-faults'
import { faultyUseCases, goodUseCases } from '../checks/steps/use-case-examples'
import { hasRedisFor } from '../repairs/redis'
import type { DrawnRule, Finding, Fix, Text } from '../rule'
import { nodeName, plain, shown, text } from '../words'

type UseCase = NonNullable<BusinessApi['useCases']>[number]

export const invalidUseCase: DrawnRule = {
  id: 'invalid-use-case',
  group: 'communication',
  severity: 'error',
  title: text(
    'A use case has a path and a name of its own, and its inputs fit its method and its path.',
    'У сценария свои путь и имя, а его входные поля подходят к методу и пути.',
  ),
  why: text(
    'A request must mean one operation, and everything that it needs must fit into it.',
    'Запрос должен означать одну операцию и вмещать всё, что ей нужно.',
  ),
  check,
  examples: { valid: goodUseCases, invalid: faultyUseCases },
}

function* check(look: Lookup): Generator<Finding> {
  for (const api of look.services) {
    if (api.kind === 'business_api' && api.useCases?.length) yield* findingsOf(look, api)
  }
}

interface Known {
  readonly shape: object
  readonly entities: Topology['entities']
  readonly project: Topology['project']
  readonly findings: readonly Finding[]
}

// An API offers what its links reach of the entities; nothing else of the design is asked.
const known = new WeakMap<BusinessApi, Known>()

function findingsOf(look: Lookup, api: BusinessApi): readonly Finding[] {
  const { entities, project } = look.topology
  const shape = shapeOf(look)
  const last = known.get(api)
  if (last && last.shape === shape && last.entities === entities && last.project === project)
    return last.findings
  const findings = [...checkApi(look, api)]
  known.set(api, { shape, entities, project, findings })
  return findings
}

function* checkApi(look: Lookup, api: BusinessApi): Generator<Finding> {
  const taken = resourceNames(look, api)
  for (const [index, useCase] of (api.useCases ?? []).entries()) {
    yield* checkUseCase(look, api, useCase, index, taken)
    const key = routeKey(useCase.method, useCase.path)
    if (!taken.routes.has(key)) taken.routes.set(key, plain(useCase.name))
  }
}

interface Taken {
  /** Routes with what they lead to. */
  readonly routes: Map<string, string>
  readonly names: ReadonlySet<string>
}

const ROUTES: Readonly<Record<CrudOperation, readonly [method: string, one: boolean]>> = {
  create: ['POST', false],
  list: ['GET', false],
  read: ['GET', true],
  update: ['PATCH', true],
  delete: ['DELETE', true],
}

function resourceNames(look: Lookup, api: BusinessApi): Taken {
  const routes = new Map<string, string>()
  const names = new Set<string>()
  const isFollowed = hasRedisFor(look, api.id, 'pub_sub')
  for (const resource of look.resourcesOf(api)) {
    const entity = look.entity(resource.entity)
    if (!entity) continue
    if (isFollowed) {
      const name = resourceOperation('list', entity).replace(/^list_/, 'follow_')
      names.add(name)
      routes.set(routeKey('GET', `${entityPath(entity)}/changes`), plain(name))
    }
    for (const crud of look.operationsOf(api, resource)) {
      const [method, one] = ROUTES[crud]
      const name = resourceOperation(crud, entity)
      names.add(name)
      routes.set(routeKey(method, `${entityPath(entity)}${one ? '/{}' : ''}`), plain(name))
    }
  }
  return { routes, names }
}

function* checkUseCase(
  look: Lookup,
  api: BusinessApi,
  useCase: UseCase,
  index: number,
  { routes, names }: Taken,
): Generator<Finding> {
  const place = { part: 'node', id: api.id, path: ['useCases', index] } as const
  const at = (key: string): Place => ({ ...place, path: [...place.path, key] })
  const name = plain(useCase.name)
  const said = (at: Place, en: string, ru: string, fix?: Fix): Finding => ({
    message: text(`The use case ${name} ${en}.`, `Сценарий ${name}: ${ru}.`),
    at: [at],
    ...(fix && { fix }),
  })
  if (!isRoute(useCase.path)) {
    const good = toRoute(useCase.path)
    const isFree = isRoute(good) && !isTaken(api, routes, useCase.method, good)
    yield said(
      at('path'),
      `has the path ${shown(useCase.path)}; write it as /loans/{loan_id}/approve`,
      `путь ${shown(useCase.path)}; нужен путь вида /loans/{loan_id}/approve`,
      isFree ? set(text(`Use ${good}`, `Взять ${good}`), at('path'), good) : undefined,
    )
  }
  const other = routes.get(routeKey(useCase.method, useCase.path))
  if (other !== undefined) {
    yield said(at('path'), `has the method and the path of ${other}`, `метод и путь те же, что у ${other}`)
  }
  if (names.has(useCase.name)) {
    yield said(
      at('name'),
      `is called like an operation of a resource of ${nodeName(look, api.id)}`,
      `так называется операция ресурса ${nodeName(look, api.id)}`,
    )
  }
  if (useCase.method === 'GET' && useCase.steps.some(isWrite)) {
    const isFree = !isTaken(api, routes, 'POST', useCase.path)
    yield said(
      at('method'),
      'writes, which GET must not: it may be asked again at any time',
      'записывает, а GET этого не должен: его могут повторить в любой момент',
      isFree ? set(text('Use POST', 'Взять POST'), at('method'), 'POST') : undefined,
    )
  }
  for (const { place: where, message, fix } of routeFaults(place, useCase)) {
    yield {
      message: text(`The use case ${name}: ${message.en}.`, `Сценарий ${name}: ${message.ru}.`),
      at: [where],
      ...(fix && { fix }),
    }
  }
}

function isTaken(
  api: BusinessApi,
  routes: ReadonlyMap<string, string>,
  method: string,
  path: string,
): boolean {
  const key = routeKey(method, path)
  return routes.has(key) || (api.useCases ?? []).some((one) => routeKey(one.method, one.path) === key)
}

function set(label: Text, place: Place, value: string): Fix {
  return { label, edit: changeAt(place, () => value), safe: true }
}
