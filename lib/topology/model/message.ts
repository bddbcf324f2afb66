import * as z from 'zod'
import { type Immutable, idSchema, localTextSchema, nameSchema } from './basics'
import { fieldSchema } from './field'

/** An event (it happened, anyone may listen) or a task (do it, one service does). */
export const messageSchema = z
  .strictObject({
    id: idSchema,
    type: z.enum(['event', 'task']),
    name: nameSchema.meta({ description: '<subject>.<verb>: user.created, email.send.' }),
    label: localTextSchema.optional(),
    fields: z.array(fieldSchema).max(200),
  })
  .meta({ id: 'Message' })

export type Message = Immutable<z.output<typeof messageSchema>>
