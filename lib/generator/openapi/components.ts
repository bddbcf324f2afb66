import type { Schema } from './document'

/** Before the name of every schema that is referred to. */
const PLACE = '#/components/schemas/'

/** The named schemas of one API: each is made once, when it is first referred to, so that none is left over. */
export class Components {
  private readonly made = new Map<string, Schema>()

  /** A reference to the schema of this name. */
  refer(name: string, make: () => Schema): Schema {
    if (!this.made.has(name)) this.made.set(name, make())
    return { $ref: PLACE + name }
  }

  get all(): Readonly<Record<string, Schema>> {
    return Object.fromEntries(this.made)
  }
}
