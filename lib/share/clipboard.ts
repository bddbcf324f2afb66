import type { Fragment } from '@/lib/topology/fragment/fragment'
import type { Topology } from '@/lib/topology/model/topology'
import { decodeLink } from './link'
import { readRepairing } from './read'
import { toSource } from './source'

/** The version of the text that copying puts on the clipboard. */
const VERSION = 1

/** What a text from the clipboard turned out to be. */
export type Pasted =
  | { readonly is: 'fragment'; readonly fragment: Fragment }
  /** A whole design: a document, or the link of one. */
  | { readonly is: 'design'; readonly topology: Topology }
  | { readonly is: 'nothing' | 'foreign' }

/** A fragment as text: for this designer in any window, and readable in any editor. */
export function writeFragment({ nodes, notes, design }: Fragment): string {
  return JSON.stringify({ topoforgeFragment: VERSION, nodes, notes, design })
}

/** Reads any text from the clipboard. What is not ours is `foreign`, whatever stands in it. */
export function readPasted(text: string): Pasted {
  const trimmed = text.trim()
  if (trimmed === '') return { is: 'nothing' }
  return trimmed.startsWith('{') ? readJson(trimmed) : readLink(trimmed)
}

function readLink(text: string): Pasted {
  const hash = text.indexOf('#')
  if (hash < 0 || /\s/.test(text)) return { is: 'foreign' }
  const result = decodeLink(text.slice(hash + 1))
  return result.ok ? { is: 'design', topology: result.topology } : { is: 'foreign' }
}

function readJson(text: string): Pasted {
  const source = toSource(text)
  if (!source.ok) return { is: 'foreign' }
  const value = source.value as Readonly<Record<string, unknown>>
  const isFragment = Object.hasOwn(value, 'topoforgeFragment') && value.topoforgeFragment === VERSION
  const result = readRepairing(isFragment ? value.design : value)
  if (!result.ok) return { is: 'foreign' }
  const { topology } = result
  if (!isFragment) return { is: 'design', topology }
  const fragment = { nodes: ids(value.nodes), notes: ids(value.notes), design: topology }
  return { is: 'fragment', fragment }
}

function ids(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
}
