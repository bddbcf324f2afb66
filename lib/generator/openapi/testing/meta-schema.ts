import * as z from 'zod'
import { PythonFloat } from '../../formats/python-json'

/** The part of OpenAPI 3.1 and of JSON Schema 2020-12 that an API may be described with; for tests. */
const bound = z.union([z.int(), z.bigint(), z.instanceof(PythonFloat)])
const count = z.int().min(0)
const names = z.array(z.string()).min(1)

const schemaSchema: z.ZodType = z.lazy(() =>
  z.strictObject({
    $ref: z
      .string()
      .regex(/^#\/components\/schemas\/[A-Za-z0-9._-]+$/)
      .optional(),
    anyOf: z.array(schemaSchema).min(2).optional(),
    type: z.enum(['string', 'integer', 'number', 'boolean', 'null', 'array', 'object']).optional(),
    format: z.enum(['date', 'date-time', 'uuid', 'email', 'password']).optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    default: z.json().optional(),
    const: z.string().optional(),
    enum: names.optional(),
    minLength: count.optional(),
    maxLength: count.optional(),
    pattern: z
      .string()
      .refine((pattern) => new RegExp(pattern, 'u'))
      .optional(),
    minimum: bound.optional(),
    maximum: bound.optional(),
    items: schemaSchema.optional(),
    minItems: count.optional(),
    maxItems: count.optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    required: names.optional(),
    additionalProperties: z.union([z.literal(false), schemaSchema]).optional(),
    writeOnly: z.literal(true).optional(),
  }),
)

const contentSchema = z.record(
  z.enum(['application/json', 'application/problem+json', 'text/event-stream']),
  z.strictObject({ schema: schemaSchema }).optional(),
)

const operationSchema = z.strictObject({
  tags: names,
  summary: z.string().min(1),
  description: z.string().min(1),
  operationId: z.string().regex(/^[a-z][a-z0-9_]*$/),
  security: z.array(z.record(z.string(), z.tuple([]))).optional(),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean(),
        schema: schemaSchema,
      }),
    )
    .min(1)
    .optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: contentSchema }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: contentSchema.optional() }),
  ),
})

export const openApiSchema = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'patch', 'delete']), operationSchema),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), schemaSchema),
    securitySchemes: z
      .record(z.string(), z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer') }))
      .optional(),
  }),
})
