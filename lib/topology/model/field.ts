import * as z from 'zod'
import { absentNo, idSchema, type LocalText, localTextSchema, nameSchema } from './basics'

const count = z.int().min(0).max(1_000_000)
/** Exact numbers beyond what JSON keeps are written as decimal text. */
const exactNumber = z.union([z.number(), z.string().max(80)])

export type ExactNumber = number | string
export type DeletionRule = 'restrict' | 'cascade' | 'set_null'

export interface EnumValue {
  readonly name: string
  readonly label?: LocalText | undefined
}

/** Facts of each type, without the name of the field that has it. */
export type FieldType =
  | TextType<'string'>
  | TextType<'text'>
  | {
      readonly type: 'integer'
      readonly min?: number | undefined
      readonly max?: number | undefined
    }
  | {
      readonly type: 'decimal'
      readonly precision: number
      readonly scale: number
      readonly min?: ExactNumber | undefined
      readonly max?: ExactNumber | undefined
    }
  | { readonly type: 'boolean' | 'date' | 'datetime' | 'uuid' | 'email' | 'json' }
  | { readonly type: 'secret'; readonly minLength?: number | undefined }
  | { readonly type: 'enum'; readonly values: readonly EnumValue[] }
  | {
      readonly type: 'list'
      readonly of: FieldType
      readonly minItems?: number | undefined
      readonly maxItems?: number | undefined
    }
  | { readonly type: 'object'; readonly fields: readonly ObjectField[] }
  | {
      readonly type: 'reference'
      readonly entity: string
      readonly onDelete?: DeletionRule | undefined
    }

export type FieldTypeName = FieldType['type']

interface TextType<Name> {
  readonly type: Name
  readonly minLength?: number | undefined
  /** Default 255 for `string`; `text` has no limit of its own below 100,000. */
  readonly maxLength?: number | undefined
  readonly pattern?: string | undefined
}

/** A field inside an object: it has a name, but neither indexes nor defaults. */
export type ObjectField = FieldType & {
  readonly name: string
  readonly optional?: boolean | undefined
  readonly label?: LocalText | undefined
}

/** A field of an entity, a message, an input. Absent `optional` means required. */
export type Field = ObjectField & {
  readonly unique?: boolean | undefined
  readonly indexed?: boolean | undefined
  /** A constant of the field's type; `"now"` for dates and datetimes. */
  readonly default?: DefaultValue | undefined
}

export type DefaultValue = string | number | boolean | readonly string[]

const enumValueSchema = z.strictObject({
  name: nameSchema,
  label: localTextSchema.optional(),
})

function variants<Common extends z.ZodRawShape>(common: Common) {
  const text = {
    minLength: count.optional(),
    maxLength: count.optional(),
    pattern: z.string().max(500).meta({ role: 'pattern' }).optional(),
  }
  const plain = (type: string) => z.strictObject({ ...common, type: z.literal(type) })
  return z.discriminatedUnion('type', [
    z.strictObject({ ...common, type: z.literal('string'), ...text }),
    z.strictObject({ ...common, type: z.literal('text'), ...text }),
    z.strictObject({
      ...common,
      type: z.literal('integer'),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
    z.strictObject({
      ...common,
      type: z.literal('decimal'),
      precision: z.int().min(-1000).max(1000),
      scale: z.int().min(-1000).max(1000),
      min: exactNumber.optional(),
      max: exactNumber.optional(),
    }),
    plain('boolean'),
    plain('date'),
    plain('datetime'),
    plain('uuid'),
    plain('email'),
    plain('json'),
    z.strictObject({ ...common, type: z.literal('secret'), minLength: count.optional() }),
    z.strictObject({
      ...common,
      type: z.literal('enum'),
      values: z.array(enumValueSchema).max(200),
    }),
    z.strictObject({
      ...common,
      type: z.literal('list'),
      of: z.lazy(() => fieldTypeSchema),
      minItems: count.optional(),
      maxItems: count.optional(),
    }),
    z.strictObject({
      ...common,
      type: z.literal('object'),
      fields: z.array(z.lazy(() => objectFieldSchema)).max(100),
    }),
    z.strictObject({
      ...common,
      type: z.literal('reference'),
      entity: idSchema,
      onDelete: z.enum(['restrict', 'cascade', 'set_null']).optional().meta({ default: 'restrict' }),
    }),
  ])
}

const inObject = {
  name: nameSchema,
  optional: absentNo.meta({ description: 'Absent means required.' }),
  label: localTextSchema.optional(),
}

/** A type without a name: what a list holds, what a decision answers. */
export const fieldTypeSchema: z.ZodType<FieldType> = (variants({}) as unknown as z.ZodType<FieldType>).meta({
  id: 'FieldType',
})

/** A field of an object. */
export const objectFieldSchema: z.ZodType<ObjectField> = (
  variants(inObject) as unknown as z.ZodType<ObjectField>
).meta({ id: 'ObjectField' })

/** A field of an entity, a message or an input. */
export const fieldSchema: z.ZodType<Field> = (
  variants({
    ...inObject,
    unique: absentNo,
    indexed: absentNo,
    default: z
      .union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)])
      .optional()
      .meta({ description: 'A constant of the type; "now" for a date or datetime.' }),
  }) as unknown as z.ZodType<Field>
).meta({ id: 'Field' })
