import type { Entity } from '../model/entity'
import type { Link } from '../model/link'
import type { Node } from '../model/node'
import { type BusinessApi, CRUD_OPERATIONS, type CrudOperation, type Resource } from '../model/service'
import type { Layout, Project, Topology } from '../model/topology'
import { freeBusinessPorts } from '../ports'
import { Chance, given } from './chance'
import { entities } from './entities'
import { domainName, localText } from './names'

const SIZES = [1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 8, 12, 30]
const CONTEXTS = ['finance', 'shop', 'clinic', 'a', 'logistics', 'city_transport', 'json_api']
/** The whole name of a service stays within the length of an identifier. */
const LONGEST_NAME = 40

/** In the order of old, each without manifests and with them. */
const PACKAGING: readonly Project['options'][] = [
  undefined,
  { kubernetes: true },
  {},
  { kubernetes: true },
  { ci: true },
  { ci: true, kubernetes: true },
  { ci: false },
  { ci: false, kubernetes: true },
]

/** Each of those without observability and with it. */
const OPTIONS = PACKAGING.flatMap((options) => [options, { ...options, observability: true }])

/** What a caller may ask of a random design. */
export interface RandomOptions {
  /** How many services it has; otherwise the seed decides, from 1 to 30. */
  readonly services?: number
}

/** A valid design of everything that is generated so far: the same for the same seed, whoever asks. */
export function randomDesign(seed: number, { services }: RandomOptions = {}): Topology {
  return new Maker(new Chance(seed)).design(services)
}

class Maker {
  private readonly ids = new Map<string, number>()
  private readonly style: 'number' | 'name' | 'opaque'

  constructor(private readonly chance: Chance) {
    this.style = chance.pick(['number', 'name', 'opaque'])
  }

  design(services: number | undefined): Topology {
    const { chance } = this
    const size = services ?? chance.pick(SIZES)
    const project = this.project()
    const hasData = size === 1 ? chance.flag() : chance.flag(0.9)
    const data = hasData ? this.dataApi(project) : { nodes: [], links: [], entities: [] }
    const apis = this.businessApis(project, size - (hasData ? 1 : 0), data.entities, data.nodes[0]?.id)
    const nodes = chance.shuffled([...data.nodes, ...apis.map(({ node }) => node)])
    const links = chance.shuffled([...data.links, ...apis.flatMap(({ links: own }) => own)])
    return {
      topoforge: 1,
      project,
      nodes,
      links,
      entities: data.entities,
      messages: [],
      ...given({ layout: this.layout(nodes) }),
    }
  }

  /** A new id, in the style of the design: counted, after the name, or meaningless. */
  private id(stem: string, name = stem): string {
    const wanted = this.style === 'name' ? name : stem
    if (this.style === 'opaque') return `${stem.charAt(0)}${this.chance.int(0, 2 ** 31).toString(36)}`
    const number = (this.ids.get(wanted) ?? 0) + 1
    this.ids.set(wanted, number)
    return number === 1 ? wanted : `${wanted}-${number}`
  }

  private project(): Project {
    const { chance } = this
    const context = chance.pick(CONTEXTS)
    return {
      name: chance.pick([context, `${context}_project`]),
      context,
      locale: chance.pick(['ru', 'en']),
      ...given({
        title: localText(chance, 0.7),
        description: localText(chance, 0.5),
        options: chance.pick(OPTIONS),
      }),
    }
  }

  private dataApi({ context }: Project) {
    const { chance } = this
    const domain = domainName(chance, LONGEST_NAME - `${context}__data_api`.length - 9)
    const purpose = chance.maybe(0.2, () => domainName(chance, 8))
    const id = this.id('data', domain)
    const database = this.id('database')
    const api: Node = {
      id,
      type: 'service',
      kind: 'postgres_data_api',
      domain,
      ...given({
        function: purpose,
        port: chance.maybe(0.5, () => 8001),
        label: localText(chance),
        description: localText(chance),
      }),
    }
    return {
      nodes: [api, { id: database, type: 'database', engine: 'postgres' } as const],
      links: [{ id: this.id('link'), type: 'stores', from: id, to: database } as const],
      entities: entities(chance, id, chance.pick([0, 1, 2, 2, 3, 4, 5, 7]), (name) =>
        this.id('entity', name),
      ),
    }
  }

  private businessApis(
    { context }: Project,
    count: number,
    known: readonly Entity[],
    dataApi: string | undefined,
  ): readonly { node: BusinessApi; links: readonly Link[] }[] {
    const { chance } = this
    const names = new Set<string>()
    const ports = [...freeBusinessPorts(new Set())]
    const wanted = chance.pick([0.1, 0.9, 0.95, 1])
    const room = LONGEST_NAME - `${context}__api`.length
    return Array.from({ length: count }, () => {
      const name = this.serviceName(names, room)
      const id = this.id('api', name.domain)
      const access = chance.pick(['read', 'write', undefined] as const)
      const calls = dataApi !== undefined && chance.flag(wanted)
      const link: Link = {
        id: this.id('link'),
        type: 'calls',
        from: id,
        to: dataApi ?? '',
        ...given({ access }),
      }
      const port = chance.maybe(0.5, () => ports.splice(chance.int(0, ports.length - 1), 1)[0])
      const node: BusinessApi = {
        id,
        type: 'service',
        kind: 'business_api',
        ...name,
        ...given({
          label: localText(chance),
          description: localText(chance),
          port,
          access: chance.maybe(0.2, () => ({ type: 'open' as const })),
          resources: this.resources(calls ? known : [], access),
        }),
      }
      return { node, links: calls ? [link] : [] }
    })
  }

  /** Parts of a name whose whole is new and fits. */
  private serviceName(names: Set<string>, room: number): { domain: string; function?: string } {
    const { chance } = this
    for (;;) {
      const domain = domainName(chance, room)
      const purpose = chance.maybe(0.25, () => domainName(chance, 20))
      const whole = [domain, purpose].filter(Boolean).join('_')
      // A data API is told by its name, so no other service may look like one.
      if (whole.length > room || names.has(whole) || whole.endsWith('data')) continue
      names.add(whole)
      return { domain, ...given({ function: purpose }) }
    }
  }

  private resources(known: readonly Entity[], access: 'read' | 'write' | undefined) {
    const { chance } = this
    const possible: readonly CrudOperation[] = access === 'read' ? ['read', 'list'] : CRUD_OPERATIONS
    const form = chance.next()
    // Without a list every operation of every entity is offered, which takes write access.
    if (form < 0.35 && (access !== 'read' || known.length === 0)) return undefined
    if (form < 0.45) return []
    return chance.some(known, chance.int(1, 4)).map(
      (entity): Resource => ({
        entity: entity.id,
        ...given({ operations: this.operations(possible) }),
      }),
    )
  }

  private operations(possible: readonly CrudOperation[]): readonly CrudOperation[] | undefined {
    const { chance } = this
    if (possible.length === CRUD_OPERATIONS.length && chance.flag(0.4)) return undefined
    return chance.some(possible, chance.int(1, possible.length))
  }

  private layout(nodes: readonly Node[]): Layout | undefined {
    const { chance } = this
    if (chance.flag(0.2)) return undefined
    const place = () => ({ x: 8 * chance.int(-50, 200), y: 8 * chance.int(-50, 200) })
    const note = () => ({
      id: this.id('note'),
      ...place(),
      ...given({ width: chance.maybe(0.5, () => 240) }),
      text: chance.pick(['Later', 'Спросить у заказчика', '']),
    })
    const placed = chance.pick([0, 0.9, 0.9, 1, 1])
    return {
      positions: nodes
        .filter(() => chance.flag(placed))
        .map(({ id }) => ({ node: id, ...place(), ...given({ pinned: chance.maybe(0.2, () => true) }) })),
      ...given({
        notes: chance.maybe(0.6, () => Array.from({ length: chance.pick([0, 0, 1, 3]) }, note)),
      }),
    }
  }
}
