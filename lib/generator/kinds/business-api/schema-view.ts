import { cutClassName } from '@/lib/topology/cut-name'
import { pascalCase } from '@/lib/topology/naming'
import { portablePattern } from '@/lib/topology/pattern'
import { Code } from '../../code'
import { ident, py } from '../../encode/python'
import { LONGEST_SECRET } from '../../entity-access/checks'
import { memberLine } from '../../entity-access/member-line'
import type { Default, Entity, Field, FieldType, ObjectField, UseCase } from '../../project'
import { literalTree } from '../../python/literal'

type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { readonly type: Name }>

/** A field of a request: one line, or a type with a default over several lines. */
interface RequestMember {
  readonly line: Code | null
  readonly defaulted: {
    readonly name: string
    readonly type: Code
    /** What it is when it is left out, or what gives that. */
    readonly value: Code | null
    readonly factory: Code | null
    readonly isConstant: boolean
  } | null
}

/** A statement before the requests: the name of a type, or the class of an object. */
interface Block {
  readonly apart: boolean
  readonly alias: { readonly name: string; readonly type: Code } | null
  readonly annotated: {
    readonly name: string
    readonly base: Code
    readonly limits: readonly Code[]
    readonly isText: boolean
  } | null
  readonly part: { readonly name: string; readonly members: readonly RequestMember[] } | null
}

interface Limited {
  readonly base: Code
  readonly limits: readonly Code[]
  readonly isText: boolean
}

type Constant = Extract<Default, { default: 'constant' }>['value']
type Unplaced = Omit<Block, 'apart'>
const NO_BLOCK: Unplaced = { alias: null, annotated: null, part: null }
const INT64 = { min: '-9223372036854775808', max: '9223372036854775807' }
/** With the suffix still short enough for `Maybe[… | None]` behind the longest name of a field. */
const NAME_LENGTH = 33
const NONE = Code.of('None')

const KINDS: Readonly<Partial<Record<FieldType['type'], string>>> = {
  string: 'Text',
  text: 'Text',
  email: 'Email',
  secret: 'Text',
  integer: 'Int64',
  decimal: 'Number',
  boolean: 'Flag',
  date: 'Day',
  datetime: 'Moment',
  uuid: 'Uuid',
  reference: 'Uuid',
  json: 'Json',
}

/** Operations that ask for schemas; answers come from all but deletion. */
interface Offers {
  readonly create: boolean
  readonly update: boolean
  readonly list: boolean
  readonly answers: boolean
}

/** The requests and responses about an entity; only what its operations need. */
export function schemaView(entity: Entity, service: string, offers: Offers) {
  const module = new Module(entity.fields, service)
  const writes = offers.create || offers.update
  const typed = writes ? entity.fields.map((field) => ({ field, type: module.requestType(field) })) : []
  const shown = offers.answers ? entity.fields.filter(({ type }) => type.type !== 'secret') : []
  return {
    create: offers.create ? typed.map(({ field, type }) => module.creation(field, type)) : [],
    change: offers.update ? typed.map(({ field, type }) => module.maybe(field, type)) : [],
    blocks: module.placedBlocks(),
    parts: shown.flatMap(({ type }) => objectsIn(type)).map((type) => module.responsePart(type)),
    response: shown.map((field) => module.responseLine(field)),
    query: offers.list
      ? entity.filters.map(({ parameter, field: { type } }) => module.queryLine(parameter, type))
      : [],
    imports: module.imports(),
    /** Whether anything stands before the first class. */
    hasStatements: writes || offers.list,
  }
}

/** The request of a use case; what stands in its path is a parameter of its own. */
export function requestView({ input }: UseCase, inPath: ReadonlySet<string>, service: string) {
  const module = new Module(input, service)
  const typed = input.map((field) => ({ field, type: module.requestType(field) }))
  const inBody = typed.filter(({ field }) => !inPath.has(field.name))
  const members = inBody.map(({ field, type }) => module.asked(field, type))
  return {
    // In the order of the path, as readers of the route expect them.
    parameters: [...inPath].flatMap((name) =>
      typed.filter(({ field }) => field.name === name).map(({ type }) => ({ name, type })),
    ),
    members,
    blocks: module.placedBlocks(),
    imports: module.imports(),
  }
}

function objectsIn(type: FieldType): readonly TypeOf<'object'>[] {
  if (type.type === 'list') return objectsIn(type.of)
  return type.type === 'object' ? [...type.fields.flatMap((field) => objectsIn(field.type)), type] : []
}

function classesIn(type: FieldType): readonly string[] {
  if (type.type === 'list') return classesIn(type.of)
  if (type.type === 'enum') return [type.className]
  if (type.type !== 'object') return []
  const inner = type.fields.flatMap((field) => classesIn(field.type))
  return [...inner, `${type.className}Request`, `${type.className}Response`]
}

/** Collects what the types of one module need, in the order in which they must stand. */
export class Module {
  private readonly needs = new Set<string>()
  private readonly blocks: Unplaced[] = []
  private readonly taken: Set<string>

  constructor(
    fields: readonly ObjectField[],
    private readonly service: string,
  ) {
    this.taken = new Set(fields.flatMap(({ type }) => classesIn(type)))
  }

  imports(): readonly Code[] {
    return [...this.needs].map((line) => Code.of(line))
  }

  placedBlocks(): readonly Block[] {
    return this.blocks.map((block, index) => ({
      ...block,
      apart: Boolean(block.part ?? this.blocks[index - 1]?.part),
    }))
  }

  requestType(field: ObjectField, path: readonly string[] = [field.name]): Code {
    return this.named(field.type, path)
  }

  /** A field of something new; moments and days of the present are filled in where the data is kept. */
  creation(field: Field, type: Code): RequestMember {
    if (field.default?.default === 'now') return this.maybe(field, type)
    if (field.default) return this.defaulted(field, type, this.constant(field, field.default.value), true)
    return this.part(field, type)
  }

  /** A field of a request that nobody fills in later: the present is the moment at which it is read. */
  asked(field: Field, type: Code): RequestMember {
    if (field.default?.default !== 'now') return this.creation(field, type)
    const factory = field.type.type === 'date' ? 'utc_today' : 'utc_now'
    this.need(
      'from typing import Annotated',
      'from pydantic import Field',
      `from shared.fields import ${factory}`,
    )
    const made = { name: field.name, type, value: null, factory: Code.of(factory), isConstant: false }
    return { line: null, defaulted: made }
  }

  private constant({ type }: Field, value: Constant): Code {
    if (type.type !== 'decimal') return literalTree(value, 12)
    this.need('from decimal import Decimal')
    return py`Decimal(${String(value)})`
  }

  maybe({ name, required }: ObjectField, type: Code): RequestMember {
    this.need('from shared.fields import Maybe')
    const line = memberLine(name, required ? py`Maybe[${type}]` : py`Maybe[${type} | None]`)
    return { line, defaulted: null }
  }

  responsePart({ className, fields }: TypeOf<'object'>) {
    this.needBase('ResponseModel')
    return { name: className, members: fields.map((field) => this.responseLine(field)) }
  }

  responseLine({ name, required, type }: ObjectField): Code {
    const shown = this.responseType(type)
    return memberLine(name, required ? shown : py`${shown} | None`)
  }

  queryLine(parameter: string, type: FieldType): Code {
    this.need('from shared.fields import Maybe')
    const asked = type.type === 'enum' ? this.enumeration(type) : this.plain(type)
    return memberLine(parameter, py`Maybe[${asked} | None]`)
  }

  private part(field: ObjectField, type: Code): RequestMember {
    return field.required
      ? { line: memberLine(field.name, type), defaulted: null }
      : this.defaulted(field, type, NONE, false)
  }

  private defaulted(
    { name, required }: ObjectField,
    type: Code,
    value: Code,
    isConstant: boolean,
  ): RequestMember {
    this.need('from typing import Annotated', 'from pydantic import Field')
    const whole = required ? type : py`${type} | None`
    return { line: null, defaulted: { name, type: whole, value, factory: null, isConstant } }
  }

  private need(...lines: readonly string[]): void {
    for (const line of lines) this.needs.add(line)
  }

  private needBase(name: string): void {
    this.need(`from ${this.service}.api.schemas.base import ${name}`)
  }

  private nameFor(path: readonly string[]): string {
    const name = `${cutClassName(path.map(pascalCase).join(''), NAME_LENGTH)}Value`
    let free = name
    for (let number = 2; this.taken.has(free); number += 1) free = `${name}${number}`
    this.taken.add(free)
    return free
  }

  private enumeration({ className, home }: TypeOf<'enum'>): Code {
    this.need(`from ${this.service}.${home} import ${className}`)
    return ident(className)
  }

  /** A type without limits; what callers only read or ask for has been checked before. */
  private plain(type: FieldType): Code {
    const kind = type.type === 'email' ? 'Text' : KINDS[type.type]
    if (!kind) throw new Error(`A ${type.type} has no plain type`)
    return this.shared(kind)
  }

  private shared(name: string): Code {
    this.need(`from shared.fields import ${name}`)
    return Code.of(name)
  }

  private responseType(type: FieldType): Code {
    if (type.type === 'enum') return this.enumeration(type)
    if (type.type === 'object') return ident(`${type.className}Response`)
    if (type.type !== 'list') return this.plain(type)
    this.need('from collections.abc import Sequence')
    return py`Sequence[${this.responseType(type.of)}]`
  }

  /** The type of a value in a request; limits and lists get a name of their own. */
  private named(type: FieldType, path: readonly string[]): Code {
    const made = this.describe(type, path)
    if (made instanceof Code) return made
    const name = this.nameFor(path)
    if (made.limits.length === 0) this.blocks.push({ ...NO_BLOCK, alias: { name, type: made.base } })
    else {
      this.need('from typing import Annotated', 'from pydantic import Field')
      this.blocks.push({ ...NO_BLOCK, annotated: { ...made, name } })
    }
    return ident(name)
  }

  private describe(type: FieldType, path: readonly string[]): Code | Limited {
    switch (type.type) {
      case 'string':
      case 'text':
        return this.text(textLimits(type))
      case 'secret':
        return this.text([...lengthLimits(type.minLength, LONGEST_SECRET), SECRET])
      case 'integer':
        return this.integer(type)
      case 'decimal':
        return this.decimal(type)
      case 'enum':
        return this.enumeration(type)
      case 'object':
        return this.object(type, path)
      case 'list':
        return this.list(type, path)
      default:
        return this.shared(KINDS[type.type] ?? '')
    }
  }

  private text(limits: readonly Code[]): Limited {
    this.need('from shared.fields import Storable')
    return { base: Code.of('str'), limits, isText: true }
  }

  private integer({ min, max }: TypeOf<'integer'>): Code | Limited {
    const base = this.shared('Int64')
    const limits = [
      ...(min === INT64.min ? [] : [py`ge=${Code.of(min)}`]),
      ...(max === INT64.max ? [] : [py`le=${Code.of(max)}`]),
    ]
    return limits.length > 0 ? { base, limits, isText: false } : base
  }

  private decimal({ precision, scale, min, max }: TypeOf<'decimal'>): Limited {
    const bounds = [
      ...(min === null ? [] : [py`ge=Decimal(${min})`]),
      ...(max === null ? [] : [py`le=Decimal(${max})`]),
    ]
    if (bounds.length > 0) this.need('from decimal import Decimal')
    const limits = [py`max_digits=${precision}`, py`decimal_places=${scale}`, ...bounds]
    return { base: this.shared('Number'), limits, isText: false }
  }

  private list(type: TypeOf<'list'>, path: readonly string[]): Limited {
    const item = this.named(type.of, [...path, 'item'])
    this.need('from collections.abc import Sequence')
    const limits = [
      ...(type.minItems > 0 ? [py`min_length=${type.minItems}`] : []),
      ...(type.maxItems === null ? [] : [py`max_length=${type.maxItems}`]),
    ]
    return { base: py`Sequence[${item}]`, limits, isText: false }
  }

  private object(type: TypeOf<'object'>, path: readonly string[]): Code {
    const members = type.fields.map((field) =>
      this.part(field, this.requestType(field, [...path, field.name])),
    )
    this.needBase('RequestModel')
    this.blocks.push({ ...NO_BLOCK, part: { name: type.className, members } })
    return ident(`${type.className}Request`)
  }
}

const SECRET = Code.of('json_schema_extra={"format": "password", "writeOnly": True}')

function textLimits({ minLength, maxLength, pattern }: TypeOf<'string' | 'text'>): readonly Code[] {
  const limits = lengthLimits(minLength, maxLength)
  // Letters beyond ASCII are escaped: a pattern is no text for people.
  return pattern === null ? limits : [...limits, py`pattern=${literalTree(portablePattern(pattern), 0)}`]
}

function lengthLimits(minLength: number, maxLength: number): readonly Code[] {
  return [...(minLength > 0 ? [py`min_length=${minLength}`] : []), py`max_length=${maxLength}`]
}
