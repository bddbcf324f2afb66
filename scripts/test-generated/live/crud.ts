import { randomUUID } from 'node:crypto'
import type { Entity, Resource, Service } from '@/lib/generator/project'
import type { CrudOperation } from '@/lib/topology/model/service'
import { type Client, ensure, expectNamed, expectProblem, expectStatus, Surprise, tell } from './http'
import { expectKept } from './same-value'
import { isInUnique, type Row, sampleValue } from './samples'
import { type Kept, toRow, type World } from './world'

/** One entity as a Business API offers it. */
export interface Offer {
  readonly world: World
  readonly entity: Entity
  readonly client: Client
  readonly path: string
  readonly can: (operation: CrudOperation) => boolean
}

export function toOffer(world: World, service: Service, { entity, operations }: Resource): Offer {
  return {
    world,
    entity,
    client: world.outside(service),
    path: `/api/v1${entity.path}`,
    can: (operation) => operations.includes(operation),
  }
}

const own = (offer: Offer) => (offer.can('create') ? { client: offer.client, path: offer.path } : undefined)

/** A row to work on; undefined where nobody drawn may make one. */
export function makeRow(offer: Offer): Promise<Kept | undefined> {
  return offer.world.make(offer.entity, own(offer) ?? offer.world.makerOf(offer.entity))
}

/** Creates a row with its tag and address, and once only for one key. */
export async function tryCreate(offer: Offer): Promise<void> {
  const { client, path, entity, world } = offer
  const key = { 'Idempotency-Key': randomUUID() }
  const { sent: body, answer: first } = await world.post(entity, offer, {}, key)
  expectStatus(first, 201)
  const row = toRow(first.body)
  ensure(first.headers.get('etag') === '"1"', `the tag of a new row is ${first.headers.get('etag')}`)
  const place = first.headers.get('location') ?? ''
  ensure(place.endsWith(`${path}/${row.id}`), `Location is “${place}”: ${tell(first)}`)
  expectKept(entity, body, row)
  const again = expectStatus(await client.send('POST', path, { body, headers: key }), 201)
  ensure(toRow(again.body).id === row.id, `one key made two rows: ${tell(again)}`)
  const other = await world.body(entity, world.nextNumber())
  expectProblem(await client.send('POST', path, { body: other, headers: key }), 422, 'idempotency-key-reused')
  await tryBadBodies(offer, body)
}

async function tryBadBodies({ client, path, entity }: Offer, body: Row): Promise<void> {
  expectProblem(await client.send('POST', path, { body: '{' }), 422)
  for (const field of entity.fields) {
    if (field.type.type === 'json') continue
    const wrong = { ...body, [field.name]: { not: 'this' } }
    if (field.type.type === 'object' && field.type.fields.every(({ required }) => !required)) continue
    expectNamed(await client.send('POST', path, { body: wrong }), 422, field.name)
  }
  const needed = entity.fields.find(({ required, default: value }) => required && value === null)
  if (!needed) return
  const { [needed.name]: _left, ...rest } = body
  expectNamed(await client.send('POST', path, { body: rest }), 422, needed.name)
}

/** Reads a row by its id, and says so when there is none. */
export async function tryRead({ client, path, entity }: Offer, { id, sent, etag }: Kept): Promise<void> {
  const answer = expectStatus(await client.send('GET', `${path}/${id}`), 200)
  expectKept(entity, sent, toRow(answer.body))
  ensure(answer.headers.get('etag') === etag, `read gives the tag ${answer.headers.get('etag')}, not ${etag}`)
  expectProblem(await client.send('GET', `${path}/${randomUUID()}`), 404)
  expectProblem(await client.send('GET', `${path}/no-id`), 422)
}

/** A change of the row that can be seen, or of a secret, or none. */
function changeOf({ entity, world }: Offer, row: Row): Row {
  const fields = entity.fields.toSorted(
    (a, b) => Number(isInUnique(entity, a)) - Number(isInUnique(entity, b)),
  )
  for (const field of fields) {
    if (field.type.type === 'reference' || field.type.type === 'secret') continue
    for (let tries = 0; tries < 3; tries += 1) {
      const value = sampleValue(field.type, world.nextNumber())
      if (JSON.stringify(value) !== JSON.stringify(row[field.name])) return { [field.name]: value }
    }
  }
  const secret = entity.fields.find(({ type }) => type.type === 'secret')
  return secret ? { [secret.name]: sampleValue(secret.type, world.nextNumber()) } : {}
}

/** Changes a row: only with its version, only its present one, and one of eight at the same moment. */
export async function tryUpdate(offer: Offer, kept: Kept): Promise<void> {
  const { client, entity, can } = offer
  const at = `${offer.path}/${kept.id}`
  const body = changeOf(offer, kept.row)
  const withTag = (tag: string) => ({ body, headers: { 'If-Match': tag } })
  expectProblem(await client.send('PATCH', at, { body }), 428)
  expectProblem(await client.send('PATCH', at, withTag('"999"')), 412)
  expectProblem(await client.send('PATCH', `${offer.path}/${randomUUID()}`, withTag('"1"')), 404)
  const changed = expectStatus(await client.send('PATCH', at, withTag(kept.etag)), 200)
  const tag = changed.headers.get('etag') ?? ''
  ensure(tag !== kept.etag, `a change leaves the tag ${tag}`)
  expectKept(entity, { ...kept.sent, ...body }, toRow(changed.body))
  if (can('read')) {
    const read = expectStatus(await client.send('GET', at), 200)
    expectKept(entity, { ...kept.sent, ...body }, toRow(read.body))
  }
  await tryRace(offer, at, tag)
}

async function tryRace(offer: Offer, at: string, tag: string): Promise<void> {
  const bodies = Array.from({ length: 8 }, () => changeOf(offer, {}))
  const answers = await Promise.all(
    bodies.map((body) => offer.client.send('PATCH', at, { body, headers: { 'If-Match': tag } })),
  )
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  if (count(200) === 1 && count(412) === 7) return
  throw new Surprise(`eight at once ended as ${answers.map(({ status }) => status).join(' ')}`)
}

/** Deletes a row: only with its present version, and then it is gone. */
export async function tryDelete({ client, path, can }: Offer, { id, etag }: Kept): Promise<void> {
  const at = `${path}/${id}`
  expectProblem(await client.send('DELETE', at), 428)
  expectProblem(await client.send('DELETE', at, { headers: { 'If-Match': '"999"' } }), 412)
  expectStatus(await client.send('DELETE', at, { headers: { 'If-Match': etag } }), 204)
  if (can('read')) expectProblem(await client.send('GET', at), 404)
  expectProblem(await client.send('DELETE', at, { headers: { 'If-Match': etag } }), 404)
}

/** What is not offered is not there. */
export async function tryAbsent(offer: Offer): Promise<void> {
  const { client, path, can } = offer
  const one = `${path}/${randomUUID()}`
  const requests = {
    create: ['POST', path],
    list: ['GET', path],
    read: ['GET', one],
    update: ['PATCH', one],
    delete: ['DELETE', one],
  } as const
  for (const [operation, [method, at]] of Object.entries(requests)) {
    if (can(operation as CrudOperation)) continue
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} }
    const answer = await client.send(method, at, { ...body, headers: { 'If-Match': '"1"' } })
    ensure(answer.status === 404 || answer.status === 405, `${operation} is not drawn: ${tell(answer)}`)
  }
}
