import { readRepairing } from '@/lib/share/read'
import { sameDesign } from '@/lib/topology/canonical'
import type { Topology } from '@/lib/topology/model/topology'
import { refusedIn } from './admit'
import type { Checkpoint } from './checkpoint'
import type { Database } from './database'
import { beginHistory, type History, historyAt, type Version, versionsOf } from './history'
import type { Unsaved } from './journal'
import {
  type DesignContent,
  type DesignFacts,
  historyOf,
  keptPart,
  type Portrait,
  withDocument,
} from './record'

/** Why something was not kept: no room, no database, or somebody else kept another version meanwhile. */
export type KeepFault = 'full' | 'forbidden' | 'changed'

export type KeepResult =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly fault: KeepFault }

/** A design as it is handed to the shelf, with the revision that it began with; 0 for a new one. */
export interface Keepable {
  readonly id: string
  readonly base: number
  /** The page load that hands it over. */
  readonly writer: string
  readonly link: string
  readonly portrait: Portrait
  readonly history: History
  readonly checkpoints: readonly Checkpoint[]
}

/** A design as it comes from the shelf. */
export interface Kept {
  readonly facts: DesignFacts
  readonly history: History
  readonly checkpoints: readonly Checkpoint[]
}

/** A deleted design can be brought back for a day. */
const BRING_BACK = 24 * 60 * 60 * 1000

/** The designs of this browser, in a database that is given; every method may reject where that does not work. */
export class Shelf {
  constructor(private readonly database: Database) {}

  /** What is known of all designs that were not deleted, the newest first. */
  async list(): Promise<readonly DesignFacts[]> {
    const all = await this.database.designs.toArray()
    return all.filter(({ deletedAt }) => deletedAt === undefined).sort((a, b) => b.savedAt - a.savedAt)
  }

  /** What was deleted and can still be brought back, the latest first. */
  async listDeleted(): Promise<readonly DesignFacts[]> {
    const all = await this.database.designs.toArray()
    const deleted = all.filter(({ deletedAt }) => deletedAt !== undefined)
    return deleted.sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0))
  }

  /** A design with its history; undefined where it is gone or nothing of it can be read. */
  async read(id: string): Promise<Kept | undefined> {
    const { designs, contents } = this.database
    const [facts, content] = await this.database.transaction('r', designs, contents, () =>
      Promise.all([designs.get(id), contents.get(id)]),
    )
    if (!facts || !content || facts.deletedAt !== undefined) return undefined
    const history = readable(content)
    return history && { facts, history, checkpoints: content.checkpoints.filter(isGood) }
  }

  /** Keeps a design, unless another version was kept since the one that it began with. Never rejects. */
  async keep({ id, base, writer, link, portrait, history, checkpoints }: Keepable): Promise<KeepResult> {
    const { designs, contents } = this.database
    const { name } = history.present.project
    try {
      const kept = await this.database.transaction('rw', designs, contents, async () => {
        const before = await designs.get(id)
        // What another tab took in of our own notes is nothing that we have not seen.
        if ((before?.revision ?? 0) !== base && before?.writer !== writer) return undefined
        const revision = Math.max(before?.revision ?? 0, base) + 1
        const linkBefore = before && before.link !== link ? before.link : before?.linkBefore
        const savedAt = Date.now()
        const facts = { id, name, savedAt, link, writer, revision, portrait }
        await designs.put(linkBefore === undefined ? facts : { ...facts, linkBefore })
        await contents.put({ id, ...keptPart(history), checkpoints })
        return revision
      })
      return kept === undefined ? { ok: false, fault: 'changed' } : { ok: true, revision: kept }
    } catch (fault) {
      return { ok: false, fault: isFull(fault) ? 'full' : 'forbidden' }
    }
  }

  /**
   * Takes in what a tab noted and never saved: as the newest step of its design, where nobody else saved since;
   * else as a copy, so that neither is lost; not at all where it is there already.
   */
  async takeIn({ id, tab, base, time, link, topology }: Unsaved, portrait: Portrait): Promise<TakenIn> {
    const kept = await this.read(id)
    if (!kept) {
      const isTaken = (await this.database.designs.get(id)) !== undefined
      const fresh = { id: isTaken ? crypto.randomUUID() : id, base: 0, writer: tab, link, portrait }
      return taken(
        fresh,
        await this.keep({ ...fresh, history: beginHistory(topology, time), checkpoints: [] }),
      )
    }
    const { facts, history, checkpoints } = kept
    const isNext = facts.writer === tab || facts.revision === base
    const isKnown = versionsOf(history).some((version) => sameDesign(version.topology, topology))
    if (sameDesign(history.present, topology) || (isKnown && !isNext)) return 'known'
    const target = isNext ? { id, base: facts.revision } : { id: crypto.randomUUID(), base: 0 }
    const next = { ...target, writer: tab, link, portrait }
    return taken(
      next,
      await this.keep({ ...next, history: withDocument(history, topology, sameDesign, time), checkpoints }),
    )
  }

  /** Deletes a design so that it can be brought back. */
  async remove(id: string): Promise<void> {
    await this.database.designs.update(id, { deletedAt: Date.now() })
  }

  /** Brings back what was deleted; an undefined value takes the key away. */
  async bringBack(id: string): Promise<void> {
    await this.database.designs.update(id, { deletedAt: undefined } as object)
  }

  /** Deletes for good what was deleted more than a day ago. */
  async sweep(now = Date.now()): Promise<void> {
    const { designs, contents } = this.database
    await this.database.transaction('rw', designs, contents, async () => {
      const all = await designs.toArray()
      const old = all.filter(({ deletedAt = now }) => now - deletedAt > BRING_BACK).map(({ id }) => id)
      await Promise.all([designs.bulkDelete(old), contents.bulkDelete(old)])
    })
  }
}

/** What became of a noted state: known already, put in under an id, or not put in at all. */
export type TakenIn = 'known' | 'failed' | { readonly as: string }

function taken({ id }: { readonly id: string }, { ok }: KeepResult): TakenIn {
  return ok ? { as: id } : 'failed'
}

/** The versions around the present one that can be read; the present one is repaired where it must be. */
function readable(content: DesignContent): History | undefined {
  const { versions, at } = content
  const present = versions[at]
  if (!present) return undefined
  if (versions.every(isGood)) return historyOf(content)
  const result = readRepairing(present.topology)
  if (!result.ok) return undefined
  const past = after(versions.slice(0, at))
  return historyAt([...past, { ...present, topology: result.topology }], past.length)
}

/** The versions behind the last one that cannot be read. */
function after(versions: readonly Version[]): readonly Version[] {
  return versions.slice(versions.findLastIndex((version) => !isGood(version)) + 1)
}

function isGood({ topology }: { readonly topology: Topology }): boolean {
  return refusedIn(topology) === undefined
}

/** Whether a fault, or one that it wraps, says that there is no room. */
function isFull(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false
  const { name, inner } = fault as { name?: unknown; inner?: unknown }
  return name === 'QuotaExceededError' || isFull(inner)
}
