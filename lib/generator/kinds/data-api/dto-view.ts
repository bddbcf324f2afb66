import type { Code } from '../../code'
import type { Entity, Field } from '../../project'
import { type Block, DataTypes, type Member } from '../../python/data-types'

export interface DtoView {
  readonly imports: readonly Code[]
  readonly blocks: readonly Block[]
  /** What callers write and read again. */
  readonly members: readonly Member[]
  /** What is only written. */
  readonly secretMembers: readonly Member[]
  readonly changes: readonly Member[]
  readonly secrets: readonly string[]
}

/** The module of an entity's data in a data API whose package is `service`. */
export function dtoView(entity: Entity, service: string): DtoView {
  const module = new DataTypes(entity.fields, {
    module: `${service}.application.entity`,
    name: 'ValueObject',
  })
  module.need(`from ${service}.application.entity import Command, Entity, Record`)
  const types = new Map(entity.fields.map((field) => [field.name, module.typeOf(field, [field.name])]))
  const member = (field: Field) => module.member(field, types.get(field.name) as Code)
  const secrets = entity.fields.filter(({ type }) => type.type === 'secret')
  const others = entity.fields.filter(({ type }) => type.type !== 'secret')
  const changes = entity.fields.map((field) => module.maybe(field.name, types.get(field.name) as Code))
  return {
    members: others.map(member),
    secretMembers: secrets.map(member),
    changes,
    secrets: secrets.map(({ name }) => name),
    imports: module.imports(),
    blocks: module.placedBlocks(),
  }
}
