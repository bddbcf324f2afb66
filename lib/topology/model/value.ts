import * as z from 'zod'
import { type LocalText, localTextSchema, nameSchema, pathSchema } from './basics'

export type Path = readonly string[]
export type Constant = string | number | boolean | null
export type DurationUnit = 'seconds' | 'minutes' | 'hours' | 'days'

/** Where a value in a step comes from. */
export type Value =
  | { readonly value: 'input' | 'message' | 'item' | 'sender' | 'caller'; readonly path: Path }
  | { readonly value: 'result'; readonly name: string; readonly path: Path }
  | { readonly value: 'constant'; readonly constant: Constant }
  | { readonly value: 'now' | 'today' | 'new_id' }
  | { readonly value: 'text'; readonly text: LocalText; readonly places: readonly NamedValue[] }
  | {
      readonly value: 'arithmetic'
      readonly operator: '+' | '-' | '*'
      readonly left: Value
      readonly right: Value
    }
  | {
      readonly value: 'shift'
      readonly date: Value
      readonly direction: 'before' | 'after'
      readonly amount: number
      readonly unit: DurationUnit
    }
  | { readonly value: 'count'; readonly of: string }
  | { readonly value: 'sum'; readonly of: string; readonly field: string }

export interface NamedValue {
  readonly name: string
  readonly value: Value
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

/** What must hold for a step to run, a requirement to pass, a row of a table to apply. */
export type Condition =
  | {
      readonly test: 'compare'
      readonly operator: Comparison
      readonly left: Value
      readonly right: Value
    }
  | { readonly test: 'in'; readonly value: Value; readonly among: readonly Constant[] }
  | { readonly test: 'is_set'; readonly value: Value }
  | { readonly test: 'and'; readonly conditions: readonly Condition[] }

export const comparisonSchema = z.enum(['=', '!=', '<', '<=', '>', '>='])
export const constantSchema = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()])
const nested: z.ZodType<Value> = z.lazy(() => valueSchema)
const nestedCondition: z.ZodType<Condition> = z.lazy(() => conditionSchema)

export const namedValueSchema: z.ZodType<NamedValue> = z
  .strictObject({
    name: nameSchema,
    value: nested,
  })
  .meta({ id: 'NamedValue' })

const fromPlace = (place: 'input' | 'message' | 'item' | 'sender' | 'caller') =>
  z.strictObject({ value: z.literal(place), path: pathSchema })
const bare = (name: 'now' | 'today' | 'new_id') => z.strictObject({ value: z.literal(name) })

export const valueSchema: z.ZodType<Value> = z
  .discriminatedUnion('value', [
    fromPlace('input'),
    fromPlace('message'),
    fromPlace('item'),
    fromPlace('sender'),
    fromPlace('caller'),
    z.strictObject({ value: z.literal('result'), name: nameSchema, path: pathSchema }),
    z.strictObject({ value: z.literal('constant'), constant: constantSchema }),
    bare('now'),
    bare('today'),
    bare('new_id'),
    z.strictObject({
      value: z.literal('text'),
      text: localTextSchema,
      places: z.array(namedValueSchema).max(20),
    }),
    z.strictObject({
      value: z.literal('arithmetic'),
      operator: z.enum(['+', '-', '*']),
      left: nested,
      right: nested,
    }),
    z.strictObject({
      value: z.literal('shift'),
      date: nested,
      direction: z.enum(['before', 'after']),
      amount: z.int().min(0).max(1_000_000),
      unit: z.enum(['seconds', 'minutes', 'hours', 'days']),
    }),
    z.strictObject({ value: z.literal('count'), of: nameSchema }),
    z.strictObject({ value: z.literal('sum'), of: nameSchema, field: nameSchema }),
  ])
  .meta({ id: 'Value' })

export const conditionSchema: z.ZodType<Condition> = z
  .discriminatedUnion('test', [
    z.strictObject({
      test: z.literal('compare'),
      operator: comparisonSchema,
      left: nested,
      right: nested,
    }),
    z.strictObject({
      test: z.literal('in'),
      value: nested,
      among: z.array(constantSchema).min(1).max(50),
    }),
    z.strictObject({ test: z.literal('is_set'), value: nested }),
    z.strictObject({
      test: z.literal('and'),
      conditions: z.array(nestedCondition).min(1).max(10),
    }),
  ])
  .meta({ id: 'Condition' })
