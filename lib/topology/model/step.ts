import * as z from 'zod'
import { absentNo, idSchema, type LocalText, localTextSchema, nameSchema } from './basics'
import { type FieldType, fieldTypeSchema } from './field'
import {
  type Comparison,
  type Condition,
  type Constant,
  comparisonSchema,
  conditionSchema,
  constantSchema,
  type NamedValue,
  namedValueSchema,
  type Value,
  valueSchema,
} from './value'

export interface FieldCondition {
  readonly field: string
  readonly operator: Comparison
  readonly value: Value
}

export interface DecisionRow {
  readonly when: Condition
  readonly result: Constant
}

/** What an `answer` step gives back: nothing, one result, or an object made of values. */
export type AnswerBody =
  | { readonly body: 'entity' | 'list'; readonly result: string }
  | { readonly body: 'object'; readonly fields: readonly NamedValue[] }

interface Conditional {
  /** The step is skipped unless this holds. */
  readonly when?: Condition | undefined
}

type StepBody =
  | {
      readonly step: 'load'
      readonly entity: string
      readonly by: string
      readonly value: Value
      readonly as: string
    }
  | {
      readonly step: 'find'
      readonly entity: string
      readonly where: readonly FieldCondition[]
      readonly orderBy?: string | undefined
      readonly descending?: boolean | undefined
      readonly limit?: number | undefined
      readonly as: string
    }
  | { readonly step: 'for_each'; readonly of: string; readonly steps: readonly Step[] }
  | {
      readonly step: 'require'
      readonly condition: Condition
      readonly error: string
      readonly status?: 403 | 409 | 422 | undefined
      readonly text: LocalText
      /** In handlers: `fail` sends the message to the dead-letter queue, `stop` acknowledges it. */
      readonly otherwise?: 'fail' | 'stop' | undefined
    }
  | {
      readonly step: 'decide'
      readonly rule: string
      readonly inputs: readonly NamedValue[]
      readonly result: FieldType
      readonly rows: readonly DecisionRow[]
      readonly otherwise: Constant
      readonly as: string
    }
  | {
      readonly step: 'create'
      readonly entity: string
      readonly values: readonly NamedValue[]
      readonly as?: string | undefined
    }
  | { readonly step: 'update'; readonly target: string; readonly values: readonly NamedValue[] }
  | { readonly step: 'delete'; readonly target: string }
  | {
      readonly step: 'upsert'
      readonly entity: string
      readonly by: string
      readonly values: readonly NamedValue[]
      readonly as?: string | undefined
    }
  | {
      readonly step: 'publish'
      readonly message: string
      readonly values: readonly NamedValue[]
      readonly delaySeconds?: number | undefined
    }
  | {
      readonly step: 'call'
      readonly target: string
      readonly operation: string
      readonly values: readonly NamedValue[]
      readonly as?: string | undefined
      readonly otherwise?: 'continue' | undefined
    }
  | {
      readonly step: 'email'
      readonly via: string
      readonly to: Value
      readonly subject: Value
      readonly body: Value
    }
  | { readonly step: 'notify'; readonly chat: Value; readonly text: Value }
  | {
      readonly step: 'answer'
      readonly status: 200 | 201 | 202 | 204
      readonly content?: AnswerBody | undefined
    }

/** One line of a use case, a handler, a schedule or a command. */
export type Step = StepBody & Conditional

const when = { when: conditionSchema.optional() }
const values = z.array(namedValueSchema).max(100)
const as = nameSchema

const answerBodySchema = z.discriminatedUnion('body', [
  z.strictObject({ body: z.literal('entity'), result: nameSchema }),
  z.strictObject({ body: z.literal('list'), result: nameSchema }),
  z.strictObject({ body: z.literal('object'), fields: values }),
])

const fieldConditionSchema = z.strictObject({
  field: nameSchema,
  operator: comparisonSchema,
  value: valueSchema,
})

const readingSteps = [
  z.strictObject({
    ...when,
    step: z.literal('load'),
    entity: idSchema,
    by: nameSchema,
    value: valueSchema,
    as,
  }),
  z.strictObject({
    ...when,
    step: z.literal('find'),
    entity: idSchema,
    where: z.array(fieldConditionSchema).max(10),
    orderBy: nameSchema.optional(),
    descending: absentNo,
    limit: z.int().min(1).max(100).optional(),
    as,
  }),
] as const

const judgingSteps = [
  z.strictObject({
    ...when,
    step: z.literal('require'),
    condition: conditionSchema,
    error: nameSchema,
    status: z.union([z.literal(403), z.literal(409), z.literal(422)]).optional(),
    text: localTextSchema,
    otherwise: z.enum(['fail', 'stop']).optional(),
  }),
  z.strictObject({
    ...when,
    step: z.literal('decide'),
    rule: nameSchema,
    inputs: values,
    result: fieldTypeSchema,
    rows: z.array(z.strictObject({ when: conditionSchema, result: constantSchema })).max(100),
    otherwise: constantSchema,
    as,
  }),
] as const

const writingSteps = [
  z.strictObject({
    ...when,
    step: z.literal('create'),
    entity: idSchema,
    values,
    as: as.optional(),
  }),
  z.strictObject({ ...when, step: z.literal('update'), target: nameSchema, values }),
  z.strictObject({ ...when, step: z.literal('delete'), target: nameSchema }),
  z.strictObject({
    ...when,
    step: z.literal('upsert'),
    entity: idSchema,
    by: nameSchema,
    values,
    as: as.optional(),
  }),
  z.strictObject({
    ...when,
    step: z.literal('publish'),
    message: idSchema,
    values,
    delaySeconds: z.int().min(0).max(31_536_000).optional(),
  }),
] as const

const reachingSteps = [
  z.strictObject({
    ...when,
    step: z.literal('call'),
    target: idSchema,
    operation: nameSchema,
    values,
    as: as.optional(),
    otherwise: z.literal('continue').optional(),
  }),
  z.strictObject({
    ...when,
    step: z.literal('email'),
    via: idSchema,
    to: valueSchema,
    subject: valueSchema,
    body: valueSchema,
  }),
  z.strictObject({
    ...when,
    step: z.literal('notify'),
    chat: valueSchema,
    text: valueSchema,
  }),
  z.strictObject({
    ...when,
    step: z.literal('answer'),
    status: z.union([z.literal(200), z.literal(201), z.literal(202), z.literal(204)]),
    content: answerBodySchema.optional(),
  }),
] as const

export const stepSchema: z.ZodType<Step> = z
  .discriminatedUnion('step', [
    ...readingSteps,
    z.strictObject({
      ...when,
      step: z.literal('for_each'),
      of: nameSchema,
      steps: z.array(z.lazy(() => stepSchema)).max(50),
    }),
    ...judgingSteps,
    ...writingSteps,
    ...reachingSteps,
  ])
  .meta({ id: 'Step' })
