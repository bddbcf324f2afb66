import { Document, isScalar, type Node, Scalar, type ToStringOptions, YAMLMap, YAMLSeq } from 'yaml'
import { isPlain, isShown } from '../encode/printable'
import { Remark } from './remark'

export type YamlPlain = string | number | boolean | null | readonly YamlItem[] | YamlObject
export type YamlItem = YamlPlain | Remark<YamlPlain>
export interface YamlObject {
  readonly [key: string]: YamlItem | undefined
}

const FORM: ToStringOptions = { lineWidth: 0, indentSeq: true, flowCollectionPadding: false, nullStr: '' }

/**
 * Writes YAML that readers of version 1.1 and 1.2 take for the same: what either would read as something else
 * than text is quoted. A blank line stands between parts of the top level, unless the text is to be dense.
 */
export function toYaml(value: YamlObject, density: 'airy' | 'dense' = 'airy'): string {
  const document = new Document(null, { version: '1.1' })
  const contents = toNode(value)
  if (contents instanceof YAMLMap && density === 'airy') separate(contents)
  document.contents = contents as typeof document.contents
  return document.toString(FORM)
}

function toNode(item: YamlItem): Node {
  if (item instanceof Remark) {
    const node = toNode(item.value)
    // Above a list's item the comment is the item's; above a key it is moved to the key by `toMap`.
    node.commentBefore = ` ${item.comment}`
    return node
  }
  if (item === null || typeof item !== 'object') return toScalar(item)
  return isList(item) ? toSequence(item) : toMap(item)
}

function isList(item: readonly YamlItem[] | YamlObject): item is readonly YamlItem[] {
  return Array.isArray(item)
}

function toSequence(items: readonly YamlItem[]): Node {
  const sequence = new YAMLSeq()
  sequence.items = items.map(toNode)
  if (items.length === 0) sequence.flow = true
  return sequence
}

function toMap(object: YamlObject): Node {
  const map = new YAMLMap<Node, Node>()
  for (const [name, item] of Object.entries(object)) {
    if (item === undefined) continue
    const key = toScalar(name)
    const value = toNode(item)
    if (item instanceof Remark) {
      key.commentBefore = ` ${item.comment}`
      value.commentBefore = null
    }
    map.set(key, value)
  }
  if (map.items.length === 0) map.flow = true
  return map
}

/** Text with anything but printable characters is quoted and escaped, everything else as short as it is clear. */
function toScalar(value: string | number | boolean | null): Scalar {
  const scalar = new Scalar(value)
  if (typeof value === 'string' && !isClear(value)) scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

function isClear(text: string): boolean {
  return isPlain(text) || [...text].every(isShown)
}

/** A blank line before each part but the first, also inside parts that are made of large ones. */
function separate(map: YAMLMap, depth = 0): void {
  for (const [index, { key, value }] of map.items.entries()) {
    const isLarge = value instanceof YAMLMap && value.items.length > 2
    if (index > 0 && isScalar(key) && (depth === 0 || isLarge)) key.spaceBefore = true
    if (depth === 0 && value instanceof YAMLMap) separate(value, depth + 1)
  }
}
