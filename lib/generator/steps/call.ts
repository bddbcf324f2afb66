import type { Step } from '@/lib/topology/model/step'
import type { Field, FieldType, SystemOperation } from '../project'
import { domainConstant } from '../python/domain-constant'
import type { Body } from './body'
import { constantAs } from './constants'
import type { Scope } from './scope'
import { plain, type Typed } from './typed'

type Call = Extract<Step, { readonly step: 'call' }>

/** What a call gives, which may be missing where its failure is tolerated; null where nothing comes back. */
export function answerOf(operation: SystemOperation, { otherwise }: Call): Typed | null {
  const type = answerType(operation)
  return type && plain(type, otherwise === 'continue' || operation.isDoubted)
}

/** What an operation answers: an object, or a list of them. */
export function answerType({ home, className, output, isList }: SystemOperation): FieldType | null {
  if (output.length === 0) return null
  const one = { type: 'object', className: `${className}Answer`, home, fields: output } as const
  return isList ? { type: 'list', of: one, minItems: 0, maxItems: null } : one
}

/**
 * Writes the call of an operation of another system; `name` is the variable that its answer goes into. A repetition
 * of the steps makes the same key again, by which an API of ours knows a request that it has seen.
 */
export function writeCall(
  body: Body,
  scope: Scope,
  step: Call,
  { name, number }: { readonly name: string | null; readonly number: number },
): void {
  const { needs, writer } = body
  const { system, operation } = body.dictionary.operation(step.target, step.operation)
  const asked = askedWith(body, scope, step, operation, system.api !== null)
  const key = operation.isKeyed ? [`${body.occasion}.new_id("call", ${number})`] : []
  const call = `${needs.system(system)}.${operation.name}(${[...asked, ...key].join(', ')})`
  const isTolerated = step.otherwise === 'continue'
  if (isTolerated) needs.own('application.tolerance', 'or_none')
  const answer = isTolerated ? `or_none(${call})` : call
  writer.statement(`${name === null ? '' : `${name} = `}await ${answer}`)
}

function askedWith(
  body: Body,
  scope: Scope,
  { values }: Call,
  operation: SystemOperation,
  /** Whether what is left out is filled in where it is asked for. */
  fillsIn: boolean,
): readonly string[] {
  if (operation.input.length === 0) return []
  const className = `${operation.className}Call`
  body.needs.own(operation.home, className)
  const named = new Set(values.map(({ name }) => name))
  const left = operation.input.filter((field) => !named.has(field.name))
  const given = [
    ...values.map((value) => body.given(scope, [value], operation.input)),
    ...(fillsIn ? [] : left.flatMap((field) => defaultFor(body, field))),
  ]
  const asked = body.freshName(`call_${operation.name}`)
  body.writer.statement(`${asked} = ${className}(${given.join(', ')}${given.length > 1 ? ',' : ''})`)
  return [asked]
}

/** What is left out is asked with its default. */
function defaultFor({ needs, occasion }: Body, { name, type, default: value }: Field): readonly string[] {
  if (!value) return []
  if (value.default === 'now') return [`${name}=${occasion}.now${type.type === 'date' ? '.date()' : ''}`]
  if (type.type === 'list') {
    if (type.of.type === 'enum') needs.domainType(type.of)
    return [`${name}=${domainConstant(value.value, type)}`]
  }
  return typeof value.value === 'object' ? [] : [`${name}=${constantAs(value.value, type, needs).code}`]
}
