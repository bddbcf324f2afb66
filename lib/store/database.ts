import { Dexie, type EntityTable } from 'dexie'
import type { DesignContent, DesignFacts } from './record'

/** The designs of this browser: what lists say of them, and apart from it what they hold. */
export class Database extends Dexie {
  declare readonly designs: EntityTable<DesignFacts, 'id'>
  declare readonly contents: EntityTable<DesignContent, 'id'>

  constructor() {
    // Its cache would copy every document and break what versions share.
    super('topoforge', { cache: 'disabled' })
    this.version(1).stores({ designs: 'id', contents: 'id' })
  }
}
