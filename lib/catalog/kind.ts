import type { Engine, Text } from '@/lib/topology/model/basics'
import type { Node } from '@/lib/topology/model/node'
import type { ServiceKind } from '@/lib/topology/model/service'

/** Every kind of node that a person can put on the canvas. */
export type KindId =
  | ServiceKind
  | 'queue'
  | 'postgres_database'
  | 'mongo_database'
  | 'redis'
  | 'external_http'
  | 'external_smtp'

export type Accent = 'teal' | 'blue' | 'green' | 'amber' | 'sky' | 'orange' | 'red' | 'slate'

/** What one kind of node is, as a person and as the rules see it. */
export interface Kind {
  readonly id: KindId
  readonly label: Text
  /** One line of what it is for, in the palette. */
  readonly purpose: Text
  /** Name of its lucide icon, kebab-case. */
  readonly icon: string
  readonly accent: Accent
  readonly shape: 'card' | 'pill' | 'drum'
  /** The key that adds one while the canvas has focus. */
  readonly key: string
  readonly can: Abilities
  /** Whether the generator makes it yet: what it does not make can be drawn, but not downloaded. */
  readonly generated: boolean
  /** A new one, complete but for what connects it. `taken` are names already used. */
  readonly create: (id: string, taken: ReadonlySet<string>) => Node
}

/** What the links of `document.md` depend on. */
export interface Abilities {
  readonly call?: boolean
  readonly answerCalls?: boolean
  readonly publish?: boolean
  readonly consume?: boolean
  readonly carry?: boolean
  readonly cache?: boolean
  readonly beCache?: boolean
  /** The engine it stores into, for a data API. */
  readonly store?: Engine
  /** The engine it is, for a database. */
  readonly beStore?: Engine
}
