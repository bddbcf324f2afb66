import { Code } from '../code'
import { py } from '../encode/python'
import type { Entity, EnumValue, Field, FieldType, ObjectField, UseCase } from '../project'
import { domainConstant } from '../python/domain-constant'
import { domainImports, domainType } from '../python/domain-types'
import { LINE_LENGTH } from '../python/width'
import { rulesName, rulesNeeded, rulesTable } from './checks'
import { memberLine } from './member-line'

const NONE = Code.of('None')
const UNSET = Code.of('UNSET')

/** What the modules of an entity's domain, its query and its client are made of. */
export function domainView(entity: Entity, service: string) {
  const kept = entity.fields.filter(({ type }) => type.type !== 'secret')
  const asked = entity.filters.map(({ parameter, field: { type } }) => ({ name: parameter, type }))
  return {
    ...valueObjects(entity.fields, service),
    rules: rulesTable(entity.fields),
    imports: lines([
      ...domainImports(types(entity.fields), service),
      ...entity.fields
        .flatMap(({ type }) => rulesNeeded(type))
        .map(({ home, name }) => `from ${service}.${home} import ${name}`),
    ]),
    members: kept.map(keptLine),
    values: entity.fields.map(newLine),
    changes: entity.fields.map(changeLine),
    begun: kept.map(begunLine),
    changed: kept.map(changedLine),
    queryImports: lines(domainImports(types(asked), service)),
    query: asked.map(({ name, type }) => memberLine(name, py`${domainType(type)} | None`, NONE)),
    recordImports: lines(domainImports(types(kept), service)),
  }
}

function lines(statements: readonly string[]): readonly Code[] {
  return [...new Set(statements)].map((line) => Code.of(line))
}

function types(fields: readonly { readonly type: FieldType }[]): readonly FieldType[] {
  return fields.map(({ type }) => type)
}

export function keptLine({ name, required, type }: ObjectField): Code {
  if (required) return memberLine(name, domainType(type))
  return memberLine(name, py`${domainType(type)} | None`, NONE)
}

/** What has a default may be left out: it is filled in where the data is kept. */
function newLine(field: Field): Code {
  return field.default ? changeLine(field) : keptLine(field)
}

/** A default is filled in as the data API would, so that a new row is known before it is kept. */
function begunLine({ name, type, default: value }: Field): Code {
  const given = `values.${name}`
  if (!value) return Code.of(`        ${name}=${given},`)
  const filled = value.default === 'now' ? nowAs(type) : domainConstant(value.value, type)
  return unlessUnset(name, given, filled, value.default === 'constant' ? itemsOf(value.value, type) : [])
}

type Constant = Extract<Field['default'], { default: 'constant' }>['value']

/** The items of a list, each by itself; a value of its own is one. */
function itemsOf(constant: Constant, type: FieldType): readonly string[] {
  if (typeof constant !== 'object' || type.type !== 'list') return []
  return constant.map((item) => domainConstant(item, type.of))
}

function changedLine({ name }: Field): Code {
  return unlessUnset(name, `changes.${name}`, `before.${name}`)
}

function unlessUnset(name: string, given: string, otherwise: string, items: readonly string[] = []): Code {
  const one = `        ${name}=${otherwise} if ${given} is UNSET else ${given},`
  if (one.length <= LINE_LENGTH) return Code.of(one)
  const whole = `            ${otherwise} if ${given} is UNSET else ${given}`
  if (whole.length <= LINE_LENGTH) return Code.of([`        ${name}=(`, whole, '        ),'].join('\n'))
  const isOpened = items.length > 0 && otherwise.length > LINE_LENGTH - 12
  const value = isOpened ? ['(', ...items.map((item) => `    ${item},`), ')'] : [otherwise]
  const body = [...value, `if ${given} is UNSET`, `else ${given}`].map((line) => `            ${line}`)
  return Code.of([`        ${name}=(`, ...body, '        ),'].join('\n'))
}

function nowAs(type: FieldType): string {
  return type.type === 'date' ? 'now.date()' : 'now'
}

/** What may be left out, which is not the same as being nothing. */
export function changeLine({ name, required, type }: ObjectField): Code {
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

/** What the module of a use case's input is made of; the classes of its values stand in it, too. */
export function inputView({ input, name }: UseCase, service: string) {
  const { parts, partImports } = valueObjects(input, service)
  const own = `${service}.domain.inputs.${name} `
  return {
    parts,
    rules: rulesTable(input),
    imports: lines([
      ...partImports.map(({ text }) => text),
      ...domainImports(types(input), service).filter((line) => !line.includes(own)),
    ]),
    members: input.map(keptLine),
  }
}

/** The classes of enums and objects in fields, and what their module imports. */
export function valueObjects(fields: readonly ObjectField[], service: string) {
  const inner = types(fields).flatMap(partsOf)
  const objects = inner.filter((type) => type.type === 'object')
  // The classes of the module itself need no import.
  const homes = new Set(inner.map((type) => `from ${service}.${type.home} `))
  const needed = domainImports(types(objects.flatMap((type) => type.fields)), service).filter(
    (line) => ![...homes].some((home) => line.startsWith(home)),
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
