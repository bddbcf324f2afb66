import { Code } from '../../code'
import { py } from '../../encode/python'
import type { Entity, EnumValue, Field, FieldType, ObjectField } from '../../project'
import { rulesName, rulesNeeded, rulesTable } from './checks'
import { domainImports, domainType } from './domain-types'
import { memberLine } from './member-line'

const NONE = Code.of('None')
const UNSET = Code.of('UNSET')

/** What the modules of an entity's domain, its query and its client are made of. */
export function domainView(entity: Entity, service: string) {
  const home = { service, entity }
  const kept = entity.fields.filter(({ type }) => type.type !== 'secret')
  const asked = entity.filters.map(({ parameter, field: { type } }) => ({ name: parameter, type }))
  return {
    ...valueObjects(entity, service),
    rules: rulesTable(entity.fields),
    imports: lines([
      ...domainImports(types(entity.fields), home),
      ...entity.fields
        .flatMap(({ type }) => rulesNeeded(type))
        .map((name) => `from ${service}.domain.value_objects.${entity.name} import ${name}`),
    ]),
    members: kept.map(keptLine),
    values: entity.fields.map(newLine),
    changes: entity.fields.map(changeLine),
    queryImports: lines(domainImports(types(asked), home)),
    query: asked.map(({ name, type }) => memberLine(name, py`${domainType(type)} | None`, NONE)),
    recordImports: lines(domainImports(types(kept), home)),
  }
}

function lines(statements: readonly string[]): readonly Code[] {
  return [...new Set(statements)].map((line) => Code.of(line))
}

function types(fields: readonly { readonly type: FieldType }[]): readonly FieldType[] {
  return fields.map(({ type }) => type)
}

function keptLine({ name, required, type }: ObjectField): Code {
  if (required) return memberLine(name, domainType(type))
  return memberLine(name, py`${domainType(type)} | None`, NONE)
}

/** What has a default may be left out: it is filled in where the data is kept. */
function newLine(field: Field): Code {
  return field.default ? changeLine(field) : keptLine(field)
}

function changeLine({ name, required, type }: Field): Code {
  const unset = py`${domainType(type)} | Unset`
  return memberLine(name, required ? unset : py`${unset} | None`, UNSET)
}

interface Part {
  readonly options: { readonly name: string; readonly values: readonly EnumValue[] } | null
  readonly object: {
    readonly name: string
    readonly members: readonly Code[]
    readonly rules: string
    readonly table: Code
  } | null
}

function valueObjects({ name, fields }: Entity, service: string) {
  const inner = types(fields).flatMap(partsOf)
  const objects = inner.filter((type) => type.type === 'object')
  const home = { service, entity: { name } }
  // The classes of the module itself need no import.
  const needed = domainImports(types(objects.flatMap((type) => type.fields)), home).filter(
    (line) => !line.includes('.domain.value_objects.'),
  )
  const own = [
    ...(objects.length > 0
      ? [
          'import dataclasses',
          'from typing import Final',
          `from ${service}.domain import constraints as check`,
        ]
      : []),
    ...(objects.length < inner.length ? ['from enum import StrEnum'] : []),
  ]
  return { parts: inner.map(partView), partImports: lines([...own, ...needed]) }
}

type Inner = Extract<FieldType, { type: 'enum' | 'object' }>

/** The enums and objects inside a type, parts before wholes. */
function partsOf(type: FieldType): readonly Inner[] {
  if (type.type === 'list') return partsOf(type.of)
  if (type.type === 'enum') return [type]
  return type.type === 'object' ? [...types(type.fields).flatMap(partsOf), type] : []
}

function partView(type: Inner): Part {
  const name = type.className
  if (type.type === 'enum') return { options: { name, values: type.values }, object: null }
  const { fields } = type
  const object = { name, members: fields.map(keptLine), rules: rulesName(name), table: rulesTable(fields) }
  return { options: null, object }
}
