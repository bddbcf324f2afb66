import { cutClassName } from '@/lib/topology/cut-name'
import { pascalCase } from '@/lib/topology/naming'
import { portablePattern } from '@/lib/topology/pattern'
import { Code } from '../code'
import { ident, py } from '../encode/python'
import type { Field, FieldType, ObjectField } from '../project'
import { literalTree } from './literal'

/** One line of a class body: a field and the name of its type. */
export interface Member {
  readonly name: string
  readonly type: Code
  /** A default, laid out over several lines; null for none. */
  readonly default: { readonly factory: Code | null; readonly value: Code | null } | null
}

/** A statement that names a type, before the classes that use it. */
export interface Block {
  /** Blank lines before it: none between two aliases, two around classes. */
  readonly apart: boolean
  readonly first: boolean
  readonly alias: { readonly name: string; readonly type: Code } | null
  readonly annotated: Annotated | null
  readonly options: { readonly name: string; readonly values: readonly EnumMember[] } | null
  readonly part: { readonly name: string; readonly base: Code; readonly members: readonly Member[] } | null
}

interface Annotated {
  readonly name: string
  readonly base: Code
  readonly limits: readonly Code[]
  readonly oneLimit: boolean
  readonly extra: readonly Code[]
  readonly optional: boolean
}

interface EnumMember {
  readonly member: string
  readonly name: string
}

type Unplaced = Omit<Block, 'apart' | 'first'>
const NO_BLOCK: Unplaced = { alias: null, annotated: null, options: null, part: null }
const INT64 = { min: '-9223372036854775808', max: '9223372036854775807' }
/** Short enough for a line with two of them. */
const NAME_LENGTH = 36

/** Collects what the types of a module of pydantic models need, in the order in which they must stand. */
export class DataTypes {
  private readonly needs = new Set<string>()
  private readonly blocks: Unplaced[] = []
  private readonly taken = new Set<string>()

  constructor(
    fields: readonly ObjectField[],
    /** The class that objects in fields have for a base, and where it is. */
    private readonly base: { readonly module: string; readonly name: string },
    /** Names that the module has besides. */
    taken: readonly string[] = [],
  ) {
    for (const name of taken) this.taken.add(name)
    for (const name of fields.flatMap(({ type }) => classesIn(type))) this.taken.add(name)
  }

  imports(): readonly Code[] {
    return [...this.needs].map((line) => Code.of(line))
  }

  placedBlocks(): readonly Block[] {
    const isClass = (block: Unplaced | undefined) => Boolean(block?.options ?? block?.part)
    return this.blocks.map((block, index) => {
      const apart = isClass(block) || isClass(this.blocks[index - 1])
      return { ...block, apart, first: index === 0 && !apart }
    })
  }

  /** Adds what names the type of a field, and gives the name. */
  typeOf(field: ObjectField, path: readonly string[]): Code {
    return this.nameType(field.type, path, !field.required)
  }

  member(field: Field, type: Code): Member {
    if (field.default) {
      this.need('from typing import Annotated', 'from pydantic import Field')
      return { name: field.name, type, default: this.defaultOf(field) }
    }
    return field.required ? { name: field.name, type, default: null } : this.maybe(field.name, type)
  }

  maybe(name: string, type: Code): Member {
    this.need('from shared.fields import Maybe')
    return { name, type: py`Maybe[${type}]`, default: null }
  }

  private defaultOf({ type, default: value }: Field): Member['default'] {
    if (value?.default === 'now') {
      const factory = type.type === 'datetime' ? 'utc_now' : 'utc_today'
      this.need(`from shared.fields import ${factory}`)
      return { factory: Code.of(factory), value: null }
    }
    // A text would do for pydantic, but the description of the API is made of the value itself.
    if (type.type === 'decimal') return { factory: null, value: py`Decimal(${String(value?.value)})` }
    return { factory: null, value: literalTree(value?.value ?? null, 12) }
  }

  need(...lines: readonly string[]): void {
    for (const line of lines) this.needs.add(line)
  }

  private nameFor(path: readonly string[]): string {
    const name = `${cutClassName(path.map(pascalCase).join(''), NAME_LENGTH)}Value`
    let free = name
    for (let number = 2; this.taken.has(free); number += 1) free = `${name}${number}`
    this.taken.add(free)
    return free
  }

  private nameType(type: FieldType, path: readonly string[], optional: boolean): Code {
    const made = this.describe(type, path)
    const name = this.nameFor(path)
    if (made instanceof Code) {
      this.blocks.push({ ...NO_BLOCK, alias: { name, type: optional ? py`${made} | None` : made } })
    } else {
      this.need('from typing import Annotated')
      if (made.limits.length > 0) this.need('from pydantic import Field')
      const annotated = { ...made, name, oneLimit: made.limits.length === 1, optional }
      this.blocks.push({ ...NO_BLOCK, annotated })
    }
    return ident(name)
  }

  /** What the type is in Python: another name, or a base with limits. */
  private describe(type: FieldType, path: readonly string[]): Code | Limited {
    switch (type.type) {
      case 'string':
      case 'text':
        this.need('from shared.fields import Storable')
        return { base: Code.of('str'), limits: textLimits(type), extra: [Code.of('Storable')] }
      case 'secret':
        this.need('from pydantic import SecretStr')
        return { base: Code.of('SecretStr'), limits: lengthLimits(type.minLength, 1000), extra: [] }
      case 'integer':
        return this.integer(type)
      case 'decimal':
        this.need('from decimal import Decimal', 'from shared.fields import AtScale')
        return {
          base: Code.of('Decimal'),
          limits: decimalLimits(type),
          extra: [py`AtScale(${type.scale})`],
        }
      case 'boolean':
        return Code.of('bool')
      case 'date':
        return this.imported('import datetime as dt', 'dt.date')
      case 'datetime':
        return this.imported('from shared.fields import Moment', 'Moment')
      case 'uuid':
      case 'reference':
        return this.imported('from uuid import UUID', 'UUID')
      case 'email':
        return this.imported('from shared.fields import Email', 'Email')
      case 'json':
        return this.json()
      case 'enum':
        this.need('from enum import StrEnum')
        this.blocks.push({ ...NO_BLOCK, options: { name: type.className, values: type.values } })
        return ident(type.className)
      case 'list':
        return this.list(type, path)
      case 'object':
        return this.object(type, path)
    }
  }

  private imported(line: string, name: string): Code {
    this.need(line)
    return Code.of(name)
  }

  private integer({ min, max }: Extract<FieldType, { type: 'integer' }>): Code | Limited {
    if (min === INT64.min && max === INT64.max)
      return this.imported('from shared.fields import Int64', 'Int64')
    const least =
      min === INT64.min ? this.imported('from shared.fields import INT64_MIN', 'INT64_MIN') : Code.of(min)
    const most =
      max === INT64.max ? this.imported('from shared.fields import INT64_MAX', 'INT64_MAX') : Code.of(max)
    return { base: Code.of('int'), limits: [py`ge=${least}`, py`le=${most}`], extra: [] }
  }

  /** The type of any JSON but null. */
  protected json(): Code {
    return this.imported('from shared.fields import Json', 'Json')
  }

  /** The type of a list whose items have this one. */
  protected listOf(item: Code): Code {
    return py`list[${item}]`
  }

  private list(type: Extract<FieldType, { type: 'list' }>, path: readonly string[]): Code | Limited {
    const item = this.nameType(type.of, [...path, 'item'], false)
    const limits = [
      ...(type.minItems > 0 ? [py`min_length=${type.minItems}`] : []),
      ...(type.maxItems === null ? [] : [py`max_length=${type.maxItems}`]),
    ]
    const base = this.listOf(item)
    return limits.length > 0 ? { base, limits, extra: [] } : base
  }

  private object(type: Extract<FieldType, { type: 'object' }>, path: readonly string[]): Code {
    const members = type.fields.map((field): Member => {
      const named = this.typeOf(field, [...path, field.name])
      return field.required ? { name: field.name, type: named, default: null } : this.maybe(field.name, named)
    })
    this.need(`from ${this.base.module} import ${this.base.name}`)
    this.blocks.push({ ...NO_BLOCK, part: { name: type.className, base: ident(this.base.name), members } })
    return ident(type.className)
  }
}

/** The classes that a type is made of, itself included. */
function classesIn(type: FieldType): readonly string[] {
  if (type.type === 'list') return classesIn(type.of)
  if (type.type === 'enum') return [type.className]
  if (type.type !== 'object') return []
  return [...type.fields.flatMap((field) => classesIn(field.type)), type.className]
}

interface Limited {
  readonly base: Code
  readonly limits: readonly Code[]
  readonly extra: readonly Code[]
}

function textLimits(type: Extract<FieldType, { type: 'string' | 'text' }>): readonly Code[] {
  const { minLength, maxLength, pattern } = type
  const limits = lengthLimits(minLength, maxLength)
  return pattern === null ? limits : [...limits, py`pattern=${asciiText(portablePattern(pattern))}`]
}

/** Letters beyond ASCII are escaped: a pattern is no text for people. */
function asciiText(text: string): Code {
  return literalTree(text, 0)
}

function lengthLimits(minLength: number, maxLength: number): readonly Code[] {
  return [...(minLength > 0 ? [py`min_length=${minLength}`] : []), py`max_length=${maxLength}`]
}

function decimalLimits(type: Extract<FieldType, { type: 'decimal' }>): readonly Code[] {
  const { precision, scale, min, max } = type
  return [
    py`max_digits=${precision}`,
    py`decimal_places=${scale}`,
    ...(min === null ? [] : [py`ge=Decimal(${min})`]),
    ...(max === null ? [] : [py`le=Decimal(${max})`]),
  ]
}
