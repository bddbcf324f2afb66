import type { Entity } from '@/lib/generator/project'
import type { Dictionary } from '@/lib/generator/steps/dictionary'

/** For tests: a dictionary in which steps may name this entity, and nothing else. */
export function oneEntity(entity: Entity): Dictionary {
  const nothing = (what: string) => () => {
    throw new Error(`Nothing is ${what} here`)
  }
  return {
    locale: 'en',
    caches: false,
    entity: () => entity,
    operation: nothing('called'),
    message: nothing('published'),
    implied: () => undefined,
    mailServer: nothing('mailed'),
    decided: nothing('decided'),
    decisions: new Map(),
  }
}
