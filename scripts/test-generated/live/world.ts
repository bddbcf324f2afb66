import type { Entity, Project, Resource, Service } from '@/lib/generator/project'
import type { Access } from '@/lib/topology/model/basics'
import type { CrudOperation } from '@/lib/topology/model/service'
import { type Answer, Client, ensure, expectStatus, tell } from './http'
import { isInUnique, type Row, sampleRow } from './samples'

/** A row as a service gave it back. */
export interface Kept {
  readonly id: string
  readonly etag: string
  readonly row: Row
  /** What was sent to make it. */
  readonly sent: Row
}

const MOST_TRIES = 20

/** Where rows of one entity are: a service and a path in it. */
export interface Place {
  readonly client: Client
  readonly path: string
}

/** The running system of one design, as its callers see it. */
export class World {
  private readonly entities: ReadonlyMap<string, Entity>
  private readonly anchors = new Map<string, string>()
  private number = 0

  constructor(
    readonly project: Project,
    private readonly token: (service: string) => string,
  ) {
    const all = project.services.flatMap(({ entities }) =>
      entities.map((entity) => [`${entity.service} ${entity.name}`, entity] as const),
    )
    this.entities = new Map(all)
  }

  /** From outside, as anyone may call a Business API. */
  outside({ port }: Service): Client {
    return new Client(`http://127.0.0.1:${port}`)
  }

  /** As one of the drawn callers of a data API. */
  inside(service: Service, caller: string): Client {
    return new Client(`http://127.0.0.1:${service.port}`, { Authorization: `Bearer ${this.token(caller)}` })
  }

  /** The entity with this name among those of the same data API. */
  sibling({ service }: Entity, name: string): Entity {
    const entity = this.entities.get(`${service} ${name}`)
    if (!entity) throw new Error(`no entity ${name} in ${service}`)
    return entity
  }

  service(name: string): Service {
    const service = this.project.services.find((candidate) => candidate.name === name)
    if (!service) throw new Error(`no service ${name}`)
    return service
  }

  get businessApis(): readonly Service[] {
    return this.project.services.filter(({ kind }) => kind === 'business_api')
  }

  get dataApis(): readonly Service[] {
    return this.project.services.filter(({ engine }) => engine !== null)
  }

  /** A number for sample values that no row has had yet. */
  nextNumber(): number {
    this.number += 1
    return this.number
  }

  /** Where rows of an entity can be made: a Business API that offers it, or else its data API. */
  makerOf(entity: Entity): Place | undefined {
    return this.placeFor(entity, 'create', 'write')
  }

  /** Where rows of an entity can be read. */
  readerOf(entity: Entity): Place | undefined {
    return this.placeFor(entity, 'read', 'read')
  }

  private placeFor(entity: Entity, operation: CrudOperation, access: Access): Place | undefined {
    const offers = ({ entity: { name, service }, operations }: Resource) =>
      name === entity.name && service === entity.service && operations.includes(operation)
    const api = this.businessApis.find(({ resources }) => resources.some(offers))
    if (api) return { client: this.outside(api), path: `/api/v1${entity.path}` }
    const owner = this.service(entity.service)
    const caller = owner.callers.find((drawn) => access === 'read' || drawn.access === 'write')
    return caller && { client: this.inside(owner, caller.service), path: entity.path }
  }

  /** A body for a new row; rows that it refers to are made first. */
  body(entity: Entity, number: number, above: readonly string[] = []): Promise<Row> {
    return sampleRow(entity, number, async (target, field) => {
      const inside = [...above, entity.name]
      // A row cannot refer to one that is made after it; such references are optional in every valid design.
      if (!field.required && inside.includes(target)) return undefined
      const other = this.sibling(entity, target)
      const own = isInUnique(entity, field)
      return own ? (await this.make(other, undefined, inside))?.id : this.anchor(other, inside)
    })
  }

  /** A row that other rows refer to and that nothing else is done with. */
  private async anchor(entity: Entity, above: readonly string[]): Promise<string | undefined> {
    const key = `${entity.service} ${entity.name}`
    const known = this.anchors.get(key) ?? (await this.make(entity, undefined, above))?.id
    if (known) this.anchors.set(key, known)
    return known
  }

  /** Makes a row somewhere; undefined when no drawn caller may write it. */
  async make(
    entity: Entity,
    maker = this.makerOf(entity),
    above: readonly string[] = [],
  ): Promise<Kept | undefined> {
    if (!maker) return undefined
    const { sent, answer } = await this.post(entity, maker, {}, {}, above)
    expectStatus(answer, 201)
    const row = toRow(answer.body)
    ensure(typeof row.id === 'string', `no id: ${tell(answer)}`)
    return { id: String(row.id), etag: answer.headers.get('etag') ?? '', row, sent }
  }

  /** Sends a new row, in parts as given, until no other row has its unique values by chance. */
  async post(
    entity: Entity,
    { client, path }: Place,
    given: Row,
    headers: Readonly<Record<string, string>> = {},
    above: readonly string[] = [],
  ): Promise<{ sent: Row; answer: Answer }> {
    for (let tries = 1; ; tries += 1) {
      const sent = { ...(await this.body(entity, this.nextNumber(), above)), ...given }
      const answer = await client.send('POST', path, { body: sent, headers })
      if (answer.status !== 409 || tries >= MOST_TRIES) return { sent, answer }
    }
  }
}

export function toRow(body: unknown): Row {
  if (typeof body !== 'object' || body === null) throw new Error(`no object: ${JSON.stringify(body)}`)
  return body as Row
}
