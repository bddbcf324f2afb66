import * as z from 'zod'
import { absentNo, type Immutable, idSchema, localTextSchema, nameSchema } from './basics'
import { fieldSchema } from './field'

const indexSchema = z.strictObject({
  fields: z.array(nameSchema).max(16),
  unique: absentNo,
})

/** Words for people: one thing, many things, and the Russian genitive where phrases need it. */
const entityLabelsSchema = z.strictObject({
  one: localTextSchema.optional(),
  many: localTextSchema.optional(),
  genitive: localTextSchema.optional(),
})

/** What is stored: owned by one data API, reached by everyone else over HTTP. */
export const entitySchema = z
  .strictObject({
    id: idSchema,
    owner: idSchema.meta({ description: 'The data API that stores it.' }),
    name: nameSchema.meta({ description: 'Singular, snake_case: loan_application.' }),
    plural: nameSchema.optional().meta({ description: 'Derived from the name when absent.' }),
    labels: entityLabelsSchema.optional(),
    fields: z.array(fieldSchema).max(200),
    indexes: z.array(indexSchema).max(50).optional().meta({ default: [] }),
  })
  .meta({ id: 'Entity' })

export type Entity = Immutable<z.output<typeof entitySchema>>
export type EntityIndex = Immutable<z.output<typeof indexSchema>>
