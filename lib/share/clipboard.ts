import type { Fragment } from '@/lib/topology/fragment/fragment'
import type { Topology } from '@/lib/topology/model/topology'
import { decodeLink } from './link'
import { readRepairing } from './read'
import type { Refusal, Text } from './result'
import { toSource } from './source'

/** The version of the text that copying puts on the clipboard. */
const VERSION = 1

/** What a text from the clipboard turned out to be. */
export type Pasted =
  | { readonly is: 'fragment'; readonly fragment: Fragment }
  /** The link of a whole design. */
  | { readonly is: 'design'; readonly topology: Topology }
  /** A link that holds no design, and why; an address with a `#` of any other site is one, too. */
  | { readonly is: 'broken-link'; readonly reason: Refusal; readonly message: Text }
  /** A whole design as a document, for the door through which all documents come; it may be damaged. */
  | { readonly is: 'document' }
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
  if (result.ok) return { is: 'design', topology: result.topology }
  return { is: 'broken-link', reason: result.reason, message: result.message }
}

/** How a document begins that was saved here, also where its end is missing. */
const DOCUMENT = /^\{\s*"topoforge"\s*:/

function readJson(text: string): Pasted {
  const source = toSource(text)
  if (!source.ok) return { is: DOCUMENT.test(text) ? 'document' : 'foreign' }
  const value = source.value as Readonly<Record<string, unknown>>
  if (Object.hasOwn(value, 'topoforge')) return { is: 'document' }
  if (!Object.hasOwn(value, 'topoforgeFragment') || value.topoforgeFragment !== VERSION)
    return { is: 'foreign' }
  const result = readRepairing(value.design)
  if (!result.ok) return { is: 'foreign' }
  const fragment = { nodes: ids(value.nodes), notes: ids(value.notes), design: result.topology }
  return { is: 'fragment', fragment }
}

function ids(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
}
