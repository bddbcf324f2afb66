import * as z from 'zod'
import { accessSchema, type Immutable, idSchema } from './basics'

const redisUse = z.enum(['cache', 'rate_limit', 'sessions', 'pub_sub', 'idempotency'])

const ends = { id: idSchema, from: idSchema, to: idSchema }

export const linkSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...ends,
    type: z.literal('calls'),
    access: accessSchema
      .optional()
      .meta({ default: 'write', description: 'To data APIs; absent means write, which includes read.' }),
  }),
  z.strictObject({
    ...ends,
    type: z.literal('publishes'),
    messages: z
      .array(idSchema)
      .max(100)
      .optional()
      .meta({ description: 'Absent means all messages of the queue.' }),
  }),
  z.strictObject({ ...ends, type: z.literal('consumes') }),
  z.strictObject({ ...ends, type: z.literal('stores') }),
  z.strictObject({
    ...ends,
    type: z.literal('caches'),
    uses: z.array(redisUse).max(5).optional(),
  }),
])

export type Link = Immutable<z.output<typeof linkSchema>>
export type LinkType = Link['type']
export type RedisUse = z.output<typeof redisUse>
export const REDIS_USES = redisUse.options
export const LINK_TYPES = ['calls', 'publishes', 'consumes', 'stores', 'caches'] as const
