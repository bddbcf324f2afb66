import { randomUUID } from 'node:crypto'
import type { Entity, Field } from '@/lib/generator/project'
import { makeRow, type Offer } from './crud'
import { ensure, expectNamed, expectProblem, expectStatus, tell } from './http'
import type { Kept } from './world'

/** A second row with a unique value is refused and the field is named. */
export async function tryUnique(offer: Offer, kept: Kept): Promise<void> {
  const { client, path, entity, world } = offer
  for (const field of entity.fields) {
    const value = kept.row[field.name]
    if (!field.unique || value === null || value === undefined) continue
    // The deletion of the row referred to is another matter: here the reference itself is taken.
    const body = { ...(await world.body(entity, world.nextNumber())), [field.name]: value }
    expectNamed(await client.send('POST', path, { body }), 409, field.name, 'unique-violation')
  }
}

/** A reference to a row that does not exist is refused and the field is named. */
export async function tryMissingReference(offer: Offer): Promise<void> {
  const { entity, world } = offer
  for (const field of entity.fields) {
    if (field.type.type !== 'reference') continue
    const { answer } = await world.post(entity, offer, { [field.name]: randomUUID() })
    ensure(answer.status === 422 || answer.status === 409, `reference to nothing: ${tell(answer)}`)
    expectNamed(answer, answer.status, field.name)
  }
}

type Reference = Extract<Field['type'], { type: 'reference' }>

interface Referring {
  readonly entity: Entity
  readonly field: Field
  readonly type: Reference
}

/** Fields of the same data API that refer to this entity. */
function referringTo({ world, entity }: Offer): readonly Referring[] {
  return world
    .service(entity.service)
    .entities.flatMap((other) =>
      other.fields.flatMap((field) =>
        field.type.type === 'reference' && field.type.entity.name === entity.name
          ? [{ entity: other, field, type: field.type }]
          : [],
      ),
    )
}

/** What refers to a deleted row keeps it, goes with it or lets go of it, as drawn. */
export async function tryDeletionRules(offer: Offer): Promise<void> {
  for (const referring of referringTo(offer)) await tryDeletionRule(offer, referring)
}

async function tryDeletionRule(offer: Offer, { entity, field, type }: Referring): Promise<void> {
  const { world, client, path } = offer
  const maker = world.makerOf(entity)
  const reader = world.readerOf(entity)
  const kept = await makeRow(offer)
  if (!maker || !reader || !kept) return
  const { answer: made } = await world.post(entity, maker, { [field.name]: kept.id })
  expectStatus(made, 201)
  const id = (made.body as { id: string }).id
  const gone = await client.send('DELETE', `${path}/${kept.id}`, { headers: { 'If-Match': kept.etag } })
  const told = `${entity.name}.${field.name} (${type.onDelete}): ${tell(gone)}`
  if (type.onDelete === 'restrict') {
    ensure(gone.status === 409, `deleted though referred to: ${told}`)
    expectProblem(gone, 409, 'referenced')
    return
  }
  ensure(gone.status === 204 || gone.status === 409, `not deleted: ${told}`)
  if (gone.status !== 204) return
  const after = await reader.client.send('GET', `${reader.path}/${id}`)
  if (type.onDelete === 'cascade') expectProblem(after, 404)
  else ensure((after.body as Record<string, unknown>)[field.name] === null, `still refers: ${tell(after)}`)
}
