import type { Text } from '@/lib/topology/model/basics'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field, FieldType } from '@/lib/topology/model/field'
import type { Layout, Topology } from '@/lib/topology/model/topology'

/** A text in both languages: examples speak to everyone. */
export type Both = Text

/** What an example says of itself where it is offered. */
export interface ExampleCard {
  /** Kebab-case; stands in addresses and on the command line. */
  readonly id: string
  readonly title: Both
  /** What it is for and what is worth looking at, in a sentence or two. */
  readonly description: Both
}

/** A named design that a person can open, and that every test of the whole way uses. */
export interface Example extends ExampleCard {
  readonly topology: Topology
}

export function both(en: string, ru: string): Both {
  return { en, ru }
}

type Facts = FieldType & Pick<Field, 'optional' | 'unique' | 'indexed' | 'default'>

/** A field with its label in both languages. */
export function field(name: string, label: Both, facts: Facts): Field {
  return { name, label, ...facts }
}

/** A value of an enum with its label. */
export function value(name: string, en: string, ru: string) {
  return { name, label: both(en, ru) }
}

interface Words {
  readonly one: Both
  readonly many: Both
  /** Russian: of one of it. */
  readonly of: string
}

/** An entity whose id is its name. */
export function entity(
  owner: string,
  name: string,
  { one, many, of }: Words,
  fields: readonly Field[],
  more: Pick<Entity, 'plural' | 'indexes'> = {},
): Entity {
  return { id: name, owner, name, labels: { one, many, genitive: { ru: of } }, fields, ...more }
}

/** Places in columns and rows of the canvas, on its grid of eight. */
export function places(cells: Readonly<Record<string, readonly [column: number, row: number]>>): Layout {
  const positions = Object.entries(cells).map(([node, [column, row]]) => ({
    node,
    x: column * 320,
    y: row * 160,
  }))
  return { positions }
}
