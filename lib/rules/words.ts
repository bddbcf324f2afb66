import type { Lookup } from '@/lib/topology/lookup'
import type { Text } from './rule'

/** A text in both languages; what is common to both is written once. */
export function text(en: string, ru: string = en): Text {
  return { en, ru }
}

const LONGEST = 60
const HARMLESS = /^[ -~]*$/
// What a reader would not see, or see in the wrong place.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A person's text as a message shows it: on one line, cut, with hidden characters spelled out. */
export function plain(value: string): string {
  if (value.length <= LONGEST && HARMLESS.test(value)) return value
  const visible = value.replace(HIDDEN, (char) => `<${codePoint(char)}>`)
  const letters = Array.from(visible)
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : visible
}

/** The same in quotation marks, for what is not a name. */
export function shown(value: string): string {
  return `"${plain(value)}"`
}

/** What a person calls a node, fit for a message; undefined nodes are called by their id. */
export function nodeName(look: Lookup, id: string): string {
  const node = look.node(id)
  return plain(node ? look.nameOf(node) : id)
}

/** `U+202E` */
export function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** `a, b and c`, in both languages. */
export function listed(names: readonly string[]): Text {
  const last = names.at(-1) ?? ''
  const head = names.slice(0, -1).join(', ')
  return head === '' ? text(last) : text(`${head} and ${last}`, `${head} и ${last}`)
}
