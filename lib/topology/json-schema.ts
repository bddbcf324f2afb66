import * as z from 'zod'
import { topologySchema } from './model/topology'

/** The format as JSON Schema (draft 2020-12), for editors and for programs that write designs. */
export function topologyJsonSchema(): object {
  return z.toJSONSchema(topologySchema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // What a text is for is said to the program only.
      delete jsonSchema.role
    },
  })
}
