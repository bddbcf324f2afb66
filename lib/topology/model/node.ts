import * as z from 'zod'
import { engineSchema, type Immutable, idSchema, localTextSchema, methodSchema, nameSchema } from './basics'
import { fieldSchema } from './field'
import { serviceSchema } from './service'

const queueSchema = z.strictObject({
  id: idSchema,
  type: z.literal('queue'),
  name: nameSchema,
  messages: z.array(idSchema).max(100),
  prefetch: z.int().min(1).max(65_535).optional(),
  retries: z.int().min(0).max(10).optional(),
  deadLetter: z.boolean().optional().meta({ default: true, description: 'Absent means yes.' }),
})

const databaseSchema = z.strictObject({
  id: idSchema,
  type: z.literal('database'),
  engine: engineSchema,
})

const redisSchema = z.strictObject({ id: idSchema, type: z.literal('redis') })

/** One request that an outside system answers. */
const operationSchema = z.strictObject({
  name: nameSchema,
  method: methodSchema,
  path: z.string().max(300).meta({ role: 'url-path' }),
  input: z.array(fieldSchema).max(100),
  output: z.array(fieldSchema).max(100),
})

const outside = {
  id: idSchema,
  type: z.literal('external'),
  name: nameSchema,
  label: localTextSchema.optional(),
}

const externalSchema = z.discriminatedUnion('protocol', [
  z.strictObject({
    ...outside,
    protocol: z.literal('http'),
    baseUrlVariable: nameSchema.optional(),
    operations: z.array(operationSchema).max(100),
  }),
  z.strictObject({ ...outside, protocol: z.literal('smtp'), urlVariable: nameSchema.optional() }),
])

export const nodeSchema = z.discriminatedUnion('type', [
  serviceSchema,
  queueSchema,
  databaseSchema,
  redisSchema,
  externalSchema,
])

export type Node = Immutable<z.output<typeof nodeSchema>>
export type Queue = Extract<Node, { type: 'queue' }>
export type Database = Extract<Node, { type: 'database' }>
