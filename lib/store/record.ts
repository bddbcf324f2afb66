import type { Topology } from '@/lib/topology/model/topology'
import type { Checkpoint } from './checkpoint'
import { type History, historyAt, type Version, versionsOf } from './history'

/** A design in small, for the list of all designs: plain numbers, drawn in the colours of the page. */
export interface Portrait {
  readonly width: number
  readonly height: number
  readonly boxes: readonly { readonly x: number; readonly y: number; readonly accent: string }[]
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
  readonly nodes: number
  readonly problems: number
}

/** What the list of designs says of one; small, so that all of them can be read at once. */
export interface DesignFacts {
  readonly id: string
  readonly name: string
  /** In milliseconds since 1970. */
  readonly savedAt: number
  /** The link that was in the address when it was saved: who comes back with it means this design. */
  readonly link: string
  /** The link before: a tab that died while it saved still has it in its address. */
  readonly linkBefore?: string
  /** The page load that saved it last. */
  readonly writer: string
  /** Counts the times that it was saved: who would overwrite what they have not seen is refused. */
  readonly revision: number
  readonly portrait: Portrait
  /** When it was deleted; it can be brought back for a while. */
  readonly deletedAt?: number
}

/** A design with its past. Versions share the parts that did not change, and the storage keeps them shared. */
export interface DesignContent {
  readonly id: string
  readonly versions: readonly Version[]
  /** Which of the versions is the present one. */
  readonly at: number
  readonly checkpoints: readonly Checkpoint[]
}

/** So many steps back, and forward again, survive a reload … */
const MOST_KEPT = 100
/** … as long as what they changed is no longer than so many characters. */
const MOST_CHARACTERS = 2_000_000

/** The part of a history that is kept: the nearest steps to the present, in both directions. */
export function keptPart(history: History): Pick<DesignContent, 'versions' | 'at'> {
  const past = nearest([...history.past].reverse(), history.present).reverse()
  const future = nearest(history.future, history.present)
  return { versions: [...past, history.current, ...future], at: past.length }
}

/** The history that was kept. */
export function historyOf({ versions, at }: Pick<DesignContent, 'versions' | 'at'>): History {
  return historyAt(versions, at)
}

/** The history with one more document as its newest step; where it holds this very document, it goes there. */
export function withDocument(history: History, topology: Topology, isSame: Same, time: number): History {
  const versions = versionsOf(history)
  const at = versions.findIndex((version) => isSame(version.topology, topology))
  if (at >= 0) return historyAt(versions, at)
  return historyAt([...history.past, history.current, { topology, time }], history.past.length + 1)
}

type Same = (a: Topology, b: Topology) => boolean

function nearest(versions: readonly Version[], present: Topology): Version[] {
  const kept: Version[] = []
  let [characters, neighbour] = [0, present]
  for (const version of versions.slice(0, MOST_KEPT)) {
    characters += charactersOf(version.topology, neighbour)
    if (characters > MOST_CHARACTERS) break
    kept.push(version)
    neighbour = version.topology
  }
  return kept
}

const measured = new WeakMap<Topology, { readonly neighbour: Topology; readonly characters: number }>()

/** How much a document holds that its neighbour does not share. */
function charactersOf(topology: Topology, neighbour: Topology): number {
  const known = measured.get(topology)
  if (known?.neighbour === neighbour) return known.characters
  const shared = new Set<unknown>(partsOf(neighbour))
  const own = partsOf(topology).filter((part) => !shared.has(part))
  const characters = own.reduce<number>((sum, part) => sum + JSON.stringify(part).length, 0)
  measured.set(topology, { neighbour, characters })
  return characters
}

function partsOf({ project, nodes, links, entities, messages, layout }: Topology): readonly unknown[] {
  const places = [...(layout?.positions ?? []), ...(layout?.notes ?? [])]
  return [project, ...nodes, ...links, ...entities, ...messages, ...places]
}
