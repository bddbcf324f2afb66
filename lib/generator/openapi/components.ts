import type { Schema } from './document'

/** The named schemas of one document: each is made once, when it is first referred to, so that none is left over. */
export class Components {
  private readonly made = new Map<string, Schema>()

  constructor(
    /** Before the name of every schema that is referred to. */
    private readonly place = '#/components/schemas/',
  ) {}

  /** A reference to the schema of this name. */
  refer(name: string, make: () => Schema): Schema {
    if (!this.made.has(name)) this.made.set(name, make())
    return { $ref: this.place + name }
  }

  get all(): Readonly<Record<string, Schema>> {
    return Object.fromEntries(this.made)
  }
}
