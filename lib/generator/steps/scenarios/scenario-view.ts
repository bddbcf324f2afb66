import type { Step } from '@/lib/topology/model/step'
import type { NamedValue } from '@/lib/topology/model/value'
import { SIMPLE_TYPES } from '@/lib/topology/route'
import { DEFAULT_STATUS } from '@/lib/topology/steps/say-step'
import { Code } from '../../code'
import { py, pythonLiteral, pythonName } from '../../encode/python'
import type { Field, FieldType, UseCase } from '../../project'
import { BUILTINS } from '../../python/builtins'
import { type Literal, literalPair, literalTree } from '../../python/literal'
import { decimalText } from '../../python/samples'
import { LINE_LENGTH } from '../../python/width'
import { byName } from '../../wording'
import type { Answer } from './attempt'
import { type Known, toJson } from './known'
import type { Scenario } from './scenarios'
import { writeTime } from './time'

/** How a use case is asked. */
export interface Asking {
  readonly input: readonly Field[]
  readonly inPath: ReadonlySet<string>
  readonly hasBody: boolean
  readonly hasQuery: boolean
  /** What stands in the type of a problem that a requirement answers with. */
  readonly slugOf: (error: string) => string
  /** The class of the answer's parts that are shown as they are known. */
  readonly status: number
  /** Whether there may be nothing to answer, which is said by another status. */
  readonly isConditional?: boolean
}

const LONGEST_VARIABLE = 24
const TAKEN: ReadonlySet<string> = new Set([
  ...BUILTINS,
  ...'broker client container arrive world told request response first again before expected httpx pytest amounts name amount'.split(
    ' ',
  ),
])
/** What an address takes as it is. */
const IN_PATH = /^(?!\.+$)[A-Za-z0-9_.~:@-]{1,200}$/

class Unwritable extends Error {}

/** The tests of a use case as their template sees them. */
export function scenarioViews(scenarios: readonly Scenario[], asking: Asking) {
  const names = new Map<string, number>()
  const views = scenarios.flatMap((scenario) => {
    try {
      return [new Writer(scenario, asking).view()]
    } catch (error) {
      if (error instanceof Unwritable) return []
      throw error
    }
  })
  return views.map((view) => {
    const number = (names.get(view.name) ?? 0) + 1
    names.set(view.name, number)
    return { ...view, name: number === 1 ? view.name : `${view.name}_${number}` }
  })
}

/** The line that names the address. */
export function pathLine({ path }: UseCase): Code {
  const text = pythonLiteral(`/api/v1${path}`, { ascii: true })
  const flat = `PATH = ${text}`
  const isWrapped = flat.length > LINE_LENGTH && text.length + 4 <= LINE_LENGTH
  return Code.of(isWrapped ? `PATH = (\n    ${text}\n)` : flat)
}

class Writer {
  private readonly variables = new Map<string, string>()
  private readonly used = new Set<string>()

  constructor(
    private readonly scenario: Scenario,
    private readonly asking: Asking,
  ) {}

  view() {
    const { situation } = this.scenario
    const { about } = this.scenario
    const order = [...situation.targets.keys(), ...(situation.order() ?? [])]
    for (const row of order) this.variables.set(row, this.freeVariable(row))
    // What is asked and expected comes first: it tells which rows need a name.
    const asked = this.asked()
    const expected = isWhole(about) ? this.expected() : { plain: null, amounts: null }
    const list = isWhole(about) ? this.listed() : { listed: [], isEmptyList: false }
    const published = isWhole(about) ? this.published() : []
    const counts = this.counts()
    const versions = about.is === 'success' ? this.versions() : []
    const changes = new Map([...situation.placed.keys()].map((row) => [row, this.changes(row)]))
    return {
      about,
      ...this.facts(),
      ...asked,
      rows: order.flatMap((row) => this.row(row, changes.get(row) ?? null)),
      ...list,
      expected: expected.plain,
      amounts: expected.amounts,
      published,
      isToldInOrder: this.isToldInOrder,
      isUnchanged: this.scenario.outcome.written.size === 0,
      counts,
      versions,
      mails: this.scenario.outcome.mails.map(({ via }) => via),
      status: Code.of(`httpx.codes.${STATUS_NAMES[this.status()] ?? 'OK'}`),
    }
  }

  private status(): number {
    const { status, isConditional } = this.asking
    return isConditional && this.scenario.outcome.answer === null ? 204 : status
  }

  private facts() {
    const { about } = this.scenario
    const none = { problem: null, isRepeated: false, sameAnswer: false }
    switch (about.is) {
      case 'success':
        return {
          ...none,
          name: 'test_success',
          says: Code.of('Everything holds, and the steps run to their end.'),
        }
      case 'nothing':
        return {
          ...none,
          name: 'test_nothing_found',
          says: Code.of('Nothing is found that anything could be done about.'),
        }
      case 'repetition':
        return {
          ...none,
          name: 'test_repetition',
          says: Code.of(
            this.isMailing
              ? 'A mail that is sent once more has the same id.'
              : 'A request with the same key is only carried out once.',
          ),
          isRepeated: true,
          sameAnswer: about.sameAnswer,
        }
      case 'refusal':
        return { ...none, ...this.refusal(about.step) }
      case 'missing':
        return {
          ...none,
          name: `test_missing_${about.step.as}`,
          says: Code.of('What has to be there is not, and nothing is written.'),
          problem: { status: 404, slug: 'not-found' },
        }
      case 'skipped':
        return {
          ...none,
          name: `test_without_${nameOf(about.step)}`,
          says: Code.of('A step whose condition does not hold is skipped.'),
        }
    }
  }

  /** Whether mails are all that comes of it. */
  private get isMailing(): boolean {
    const { written, published } = this.scenario.outcome
    return written.size + published.length === 0
  }

  private refusal({ error, status }: Extract<Step, { step: 'require' }>) {
    const slug = this.asking.slugOf(error)
    return {
      name: `test_refused_${slug.replaceAll('-', '_')}`,
      says: Code.of('The requirement does not hold, and nothing is written.'),
      problem: { status: status ?? DEFAULT_STATUS, slug },
    }
  }

  private freeVariable(row: string): string {
    const { situation } = this.scenario
    const entity = situation.placed.get(row)?.entity.name ?? situation.targets.get(row)?.entity ?? 'row'
    const short = [row, entity, 'row'].find(
      (name) => /^[a-z][a-z0-9_]*$/.test(name) && name.length <= LONGEST_VARIABLE,
    )
    const taken = new Set(this.variables.values())
    const base = TAKEN.has(short ?? 'row') ? `${short}_row` : (short ?? 'row')
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? base : `${base}_${number}`
      if (!taken.has(name)) return pythonName(name)
    }
  }

  private row(row: string, changes: Code | null) {
    const { situation } = this.scenario
    const placed = situation.placed.get(row)
    const target = situation.targets.get(row)
    // Rows that are only referred to are made with those that refer to them.
    if (target && !this.used.has(row)) return []
    const variable = this.used.has(row) ? (this.variables.get(row) ?? null) : null
    const entity = placed?.entity.name ?? target?.entity ?? ''
    return [{ variable, entity, number: placed?.number ?? target?.number ?? 0, isTarget: !placed, changes }]
  }

  private changes(row: string): Code | null {
    const { situation } = this.scenario
    const given = situation.changesOf(row).filter(([field, known]) => !this.isMadeAnyway(row, field, known))
    if (given.length === 0) return null
    return literalTree(this.object(given.map(([field, known]) => [field, known])), 8)
  }

  /** Whether a reference leads to the row that is made with the numbered row in any case. */
  private isMadeAnyway(row: string, { required }: Field, known: Known): boolean {
    if (!required || typeof known !== 'object' || known?.is !== 'row') return false
    const { targets, placed } = this.scenario.situation
    const target = targets.get(known.row)
    return target !== undefined && target.number === placed.get(row)?.number
  }

  private object(pairs: readonly (readonly [Field, Known])[]): Literal {
    return Object.fromEntries(pairs.map(([{ name, type }, known]) => [name, this.json(type, known)]))
  }

  private json(type: FieldType, known: Known): Literal {
    const id = this.idOf(known)
    if (id) return id
    const json = toJson(type, known)
    if (json === undefined) throw new Unwritable()
    return json
  }

  /** The expression of a row's id. */
  private idOf(known: Known): Code | null {
    if (typeof known !== 'object' || known?.is !== 'row') return null
    const variable = this.variables.get(known.row)
    if (variable === undefined) return null
    this.used.add(known.row)
    return Code.of(this.scenario.situation.targets.has(known.row) ? variable : `${variable}["id"]`)
  }

  private asked() {
    const { input, inPath, hasBody, hasQuery } = this.asking
    const { situation } = this.scenario
    const given = input.flatMap((field) => {
      const known = situation.get({ of: 'input', name: field.name }) ?? null
      return known === null ? [] : [[field, known] as const]
    })
    const path = given.filter(([{ name }]) => inPath.has(name))
    const rest = given.filter(([{ name }]) => !inPath.has(name))
    return {
      path: path.map(([{ name, type }, known]) => ({ name, value: this.inPath(type, known) })),
      body: hasBody ? literalTree(this.object(rest), 8) : null,
      query: hasQuery && rest.length > 0 ? this.query(rest) : null,
    }
  }

  private inPath(type: FieldType, known: Known): Code {
    const text = this.text(type, known)
    if (text instanceof Code) return text
    if (!IN_PATH.test(text)) throw new Unwritable()
    return py`${text}`
  }

  /** A value as an address carries it. */
  private text(type: FieldType, known: Known): Code | string {
    const json = this.json(type, known)
    if (json instanceof Code) return json
    if (typeof json === 'string') return json
    if (typeof json === 'bigint' || typeof json === 'boolean') return String(json)
    throw new Unwritable()
  }

  private query(given: readonly (readonly [Field, Known])[]): Code {
    const pairs = given.map(([{ name, type }, known]) => {
      const text = this.text(type, known)
      return literalPair(name, text instanceof Code ? Code.of(`str(${text.text})`) : text, 12)
    })
    return literalTree(pairs, 8)
  }

  /** What is surely in the answer; amounts apart, since they can be written in several ways. */
  private expected() {
    const { answer } = this.scenario.outcome
    const parts = answer?.is === 'row' ? this.ofRow(answer) : answer?.is === 'parts' ? answer.parts : []
    const plain = parts.flatMap(([name, known]) => this.plainPart(name, known))
    const amounts = parts.flatMap(([name, known]): (readonly [string, string])[] =>
      typeof known === 'object' && known?.is === 'decimal'
        ? [[name, decimalText(known.exact.units, known.exact.scale)]]
        : [],
    )
    const tree = (pairs: readonly (readonly [string, Literal])[]) =>
      pairs.length > 0 ? literalTree(Object.fromEntries(pairs), 4) : null
    return { plain: tree(plain), amounts: tree(amounts) }
  }

  /** The rows that a list surely consists of. */
  private listed() {
    const { answer } = this.scenario.outcome
    if (answer?.is !== 'rows') return { listed: [], isEmptyList: false }
    const ids = answer.rows.map(({ row }) => this.idOf({ is: 'row', row }))
    if (ids.includes(null)) throw new Unwritable()
    return { listed: ids, isEmptyList: ids.length === 0 }
  }

  private ofRow({ entity, row }: Extract<Answer, { is: 'row' }>): readonly (readonly [string, Known])[] {
    const written = new Set(this.scenario.situation.frame.steps.flatMap(namesWritten))
    const names = entity.fields.flatMap(({ name, type }) =>
      written.has(name) && SIMPLE_TYPES.has(type.type) ? [name] : [],
    )
    return ['id', ...names].map((name) => [name, row.values.get(name) ?? null])
  }

  private plainPart(name: string, known: Known): readonly (readonly [string, Literal])[] {
    const id = this.idOf(known)
    if (id) return [[name, id]]
    if (typeof known !== 'object' || known === null) return [[name, known]]
    const time = known.is === 'time' ? writeTime(known) : undefined
    return time === undefined ? [] : [[name, time]]
  }

  /** Nobody can tell which item of a loop comes first. */
  private get isToldInOrder(): boolean {
    return new Set(this.scenario.outcome.published.map(({ unit }) => unit)).size < 2
  }

  /** What was published and what is surely in it, in order; else by its names. */
  private published() {
    const told = this.scenario.outcome.published.map(({ message, values }) => {
      const pairs = message.fields.flatMap(({ name, type }) =>
        SIMPLE_TYPES.has(type.type) && values.has(name) ? this.plainPart(name, values.get(name) ?? null) : [],
      )
      const data = pairs.length > 0 ? literalTree(Object.fromEntries(pairs), 4) : null
      return { name: message.name, data }
    })
    return this.isToldInOrder ? told : told.sort(byName)
  }

  /** How many rows of each entity are there afterwards. */
  private counts() {
    const { situation, outcome } = this.scenario
    const { about } = this.scenario
    if (!isWhole(about)) return []
    const entities = new Set(
      [...outcome.written].flatMap(([row, how]) => {
        const entity = outcome.rows.get(row)?.entity ?? situation.placed.get(row)?.entity
        return how !== 'update' && entity ? [entity.name] : []
      }),
    )
    return [...entities].sort().map((entity) => ({
      entity,
      count: [...outcome.rows.values()].filter((row) => row.entity?.name === entity).length,
    }))
  }

  /** Rows that were there and have changed. */
  private versions() {
    const { situation, outcome } = this.scenario
    return [...outcome.written].flatMap(([row, how]) => {
      const placed = situation.placed.get(row)
      const id = placed && how === 'update' ? this.idOf({ is: 'row', row }) : null
      const version = outcome.rows.get(row)?.values.get('version')
      return placed && id ? [{ entity: placed.entity.name, id, version: Number(version) }] : []
    })
  }
}

/** Whether a scenario runs to the end, and once. */
function isWhole({ is }: Scenario['about']): boolean {
  return is === 'success' || is === 'nothing' || is === 'skipped'
}

function nameOf(step: Step): string {
  if ('as' in step && step.as !== undefined) return step.as
  return step.step === 'update' || step.step === 'delete' ? `${step.step}_of_${step.target}` : step.step
}

const STATUS_NAMES: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'CREATED',
  202: 'ACCEPTED',
  204: 'NO_CONTENT',
}
function namesWritten(step: Step): readonly string[] {
  const values: readonly NamedValue[] =
    step.step === 'create' || step.step === 'update' || step.step === 'upsert' ? step.values : []
  return values.map(({ name }) => name)
}
