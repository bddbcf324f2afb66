import * as z from 'zod'
import { type Immutable, idSchema, localTextSchema, methodSchema, nameSchema } from './basics'
import { fieldSchema } from './field'
import { stepSchema } from './step'

const steps = z.array(stepSchema).max(100)
const roles = z.array(nameSchema).max(20)

const crudSchema = z.enum(['create', 'read', 'list', 'update', 'delete'])

/** CRUD and lists over one entity, offered by a Business API. */
const resourceSchema = z.strictObject({
  entity: idSchema,
  operations: z.array(crudSchema).max(5).optional().meta({ description: 'Absent means all.' }),
  roles: roles.optional(),
})

/** One operation of a Business API that is more than CRUD. */
const useCaseSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  title: localTextSchema.optional(),
  method: methodSchema,
  path: z.string().max(300).meta({ role: 'url-path' }),
  input: z.array(fieldSchema).max(100),
  steps,
  roles: roles.optional(),
})

/** Who may call a Business API: anyone, or holders of tokens of an OpenID provider. */
const callerAccessSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open') }),
  z.strictObject({
    type: z.literal('bearer'),
    issuerVariable: nameSchema,
    audienceVariable: nameSchema,
  }),
])

const handlerSchema = z.strictObject({ id: idSchema, message: idSchema, steps })

const scheduleSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  cron: z.string().max(200).meta({ role: 'cron' }),
  timeZone: z
    .string()
    .max(100)
    .meta({ role: 'time-zone' })
    .optional()
    .meta({ default: 'UTC', description: 'Absent means UTC.' }),
  steps,
})

/** A bot's command: free steps, or a dialogue that creates or lists one entity. */
const commandSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  description: localTextSchema.optional(),
  steps: steps.optional(),
  dialogue: z.strictObject({ action: z.enum(['create', 'list']), entity: idSchema }).optional(),
})

const common = {
  id: idSchema,
  type: z.literal('service'),
  domain: nameSchema.meta({ description: 'What it is about: lending.' }),
  function: nameSchema.optional().meta({ description: 'What it does there, where needed.' }),
  label: localTextSchema.optional(),
  description: localTextSchema.optional(),
}
const port = z.int().min(0).max(65_535).optional()

export const serviceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('business_api'),
    port,
    access: callerAccessSchema
      .optional()
      .meta({ default: { type: 'open' }, description: 'Absent means open.' }),
    resources: z
      .array(resourceSchema)
      .max(200)
      .optional()
      .meta({ description: 'Absent means every entity of the data APIs it calls.' }),
    useCases: z.array(useCaseSchema).max(100).optional().meta({ default: [] }),
  }),
  z.strictObject({ ...common, kind: z.literal('postgres_data_api'), port }),
  z.strictObject({ ...common, kind: z.literal('mongo_data_api'), port }),
  z.strictObject({
    ...common,
    kind: z.literal('worker'),
    concurrency: z.int().min(1).max(1000).optional(),
    handlers: z.array(handlerSchema).max(100).optional().meta({ default: [] }),
    schedules: z.array(scheduleSchema).max(100).optional().meta({ default: [] }),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('bot'),
    tokenVariable: nameSchema.optional(),
    handlers: z.array(handlerSchema).max(100).optional().meta({ default: [] }),
    commands: z.array(commandSchema).max(100).optional().meta({ default: [] }),
  }),
])

export type Service = Immutable<z.output<typeof serviceSchema>>
export type ServiceKind = Service['kind']
export type BusinessApi = Extract<Service, { kind: 'business_api' }>
export type Resource = Immutable<z.output<typeof resourceSchema>>
export type CrudOperation = z.output<typeof crudSchema>
export const CRUD_OPERATIONS = crudSchema.options
