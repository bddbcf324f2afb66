import { kindOf } from '@/lib/catalog/catalog'
import { itemTexts, partTexts, stepTexts } from '@/lib/text/history'
import { lookup } from '@/lib/topology/lookup'
import type { Text } from '@/lib/topology/model/basics'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { type Difference, differenceOf, type Part } from './difference'

/**
 * What was done between two documents, in a few words: the biggest part of it, since one step rarely does two things
 * that a person would name. Nothing has to say what it does; whoever knows it better labels the step.
 */
export function describeChange(before: Topology, after: Topology): Text {
  const change = differenceOf(before, after)
  return (
    nodesChanged(before, after, change) ??
    linksChanged(before, after, change) ??
    partsChanged(before, after, change) ??
    layoutChanged(after, change) ??
    (before === after ? stepTexts.nothing : stepTexts.change)
  )
}

/** Services come before what they bring along. */
const WEIGHT: Readonly<Record<Node['type'], number>> = {
  service: 3,
  external: 2,
  queue: 2,
  database: 1,
  redis: 1,
}

function nodesChanged(before: Topology, after: Topology, { nodes }: Difference): Text | undefined {
  const { added, removed } = nodes
  if (added.length > 0 && removed.length > 0) {
    return stepTexts.replace(nodesNamed(before, removed), nodesNamed(after, added))
  }
  if (removed.length > 0) return stepTexts.remove(nodesNamed(before, removed))
  if (added.length === 0) return undefined
  const top = Math.max(...added.map(({ type }) => WEIGHT[type]))
  const main = added.filter(({ type }) => WEIGHT[type] === top)
  const [first] = main
  return stepTexts.add(first && main.length === 1 ? kindOf(first).label : partTexts.nodes(added.length))
}

function nodesNamed(topology: Topology, nodes: readonly Node[]): Text {
  const [first] = nodes
  return first && nodes.length === 1
    ? partTexts.named(nameOfNode(topology, first.id))
    : partTexts.nodes(nodes.length)
}

function linksChanged(before: Topology, after: Topology, { links }: Difference): Text | undefined {
  const { added, removed } = links
  if (added.length > 0 && removed.length > 0) return undefined
  const [come, gone] = [added[0], removed[0]]
  if (added.length > 1) return stepTexts.add(partTexts.links(added.length))
  if (removed.length > 1) return stepTexts.remove(partTexts.links(removed.length))
  if (come) return stepTexts.connect(nameOfNode(after, come.from), nameOfNode(after, come.to))
  if (gone) return stepTexts.disconnect(nameOfNode(before, gone.from), nameOfNode(before, gone.to))
  return undefined
}

/** Entities, messages, and changes inside parts. */
function partsChanged(before: Topology, after: Topology, change: Difference): Text | undefined {
  const { entities, messages } = change
  const lists = [
    { ...entities, one: partTexts.entity, many: partTexts.entities },
    { ...messages, one: partTexts.message, many: partTexts.messages },
  ]
  for (const { added, removed, one, many } of lists) {
    const name = (parts: readonly { readonly name: string }[]) =>
      parts[0] && parts.length === 1 ? one(parts[0].name) : many(parts.length)
    if (added.length > 0 && removed.length === 0) return stepTexts.add(name(added))
    if (removed.length > 0 && added.length === 0) return stepTexts.remove(name(removed))
  }
  const changed = changedParts(before, after, change)
  const [only] = changed
  if (only && changed.length === 1) return insideOf(only)
  // What is renamed changes with it everything that names it.
  const renamed = changed.map(renameOf).find((name) => name !== undefined)
  return renamed ?? (changed.length > 0 ? stepTexts.changeParts(changed.length) : undefined)
}

interface ChangedPart {
  readonly title: Text
  readonly name: string
  readonly before: Part
  readonly after: Part
}

function changedParts(before: Topology, after: Topology, change: Difference): readonly ChangedPart[] {
  const named = (
    list: readonly { readonly before: Part; readonly after: Part }[],
    title: (name: string) => Text,
  ) =>
    list.map((pair) => {
      const name = String(pair.after.name ?? '')
      return { ...pair, name, title: title(name) }
    })
  const nodes = change.nodes.changed.map((pair) => {
    const name = nameOfNode(after, pair.after.id)
    return { ...pair, name, title: partTexts.named(name) }
  })
  const links = change.links.changed.map((pair) => {
    const name = `${nameOfNode(after, pair.after.from)} → ${nameOfNode(after, pair.after.to)}`
    const title = partTexts.link(nameOfNode(after, pair.after.from), nameOfNode(after, pair.after.to))
    return { ...pair, name, title }
  })
  const project =
    before.project === after.project
      ? []
      : [{ before: before.project, after: after.project, name: after.project.name, title: partTexts.project }]
  return [
    ...named(change.entities.changed, partTexts.entity),
    ...nodes,
    ...named(change.messages.changed, partTexts.message),
    ...links,
    ...project,
  ].map((part) => ({ ...part, before: part.before as Part, after: part.after as Part }))
}

/** What changed inside one part: its name, an item of one of its lists, or something else. */
function insideOf(part: ChangedPart): Text {
  return renameOf(part) ?? itemOf(part) ?? stepTexts.changeOne(part.title)
}

const NAMES = ['name', 'domain', 'function', 'context']

function renameOf({ before, after }: Pick<ChangedPart, 'before' | 'after'>): Text | undefined {
  const key = NAMES.find((name) => typeof before[name] === 'string' && before[name] !== after[name])
  if (key === undefined) return undefined
  const next = after[key]
  if (typeof next !== 'string') return undefined
  const former = String(before[key])
  return next === '' ? stepTexts.renameEmpty(former) : stepTexts.rename(former || '—', next)
}

function itemOf({ before, after, name }: ChangedPart): Text | undefined {
  const key = Object.keys(itemTexts).find((list) => before[list] !== after[list])
  const kind = key === undefined ? undefined : itemTexts[key]
  if (key === undefined || !kind) return undefined
  const [was, is] = [itemsOf(before[key]), itemsOf(after[key])]
  const at = is.findIndex((item, index) => item !== was[index])
  if (is.length > was.length) return stepTexts.of(stepTexts.add(partTexts.item(kind, nameOf(is[at]))), name)
  const gone = was.findIndex((item, index) => item !== is[index])
  if (is.length < was.length)
    return stepTexts.of(stepTexts.remove(partTexts.item(kind, nameOf(was[gone]))), name)
  const [former, item] = [was[at], is[at]]
  if (!former || !item) return undefined
  return (
    renameOf({ before: former, after: item }) ??
    stepTexts.of(stepTexts.changeOne(partTexts.item(kind, nameOf(item))), name)
  )
}

function itemsOf(value: unknown): readonly Part[] {
  return Array.isArray(value) ? (value as Part[]) : []
}

function nameOf(item: Part | undefined): string {
  return typeof item?.name === 'string' ? item.name : ''
}

function layoutChanged(after: Topology, { positions, notes }: Difference): Text | undefined {
  if (notes.added.length > 0) return stepTexts.add(notesNamed(notes.added.length))
  if (notes.removed.length > 0) return stepTexts.remove(notesNamed(notes.removed.length))
  if (notes.changed.length > 0 && positions.changed.length === 0) {
    return stepTexts.changeOne(notesNamed(notes.changed.length))
  }
  const moved = positions.changed
  const [first] = moved
  if (!first) return positions.added.length > 0 ? stepTexts.changeOne(partTexts.layout) : undefined
  const what =
    moved.length === 1 ? partTexts.named(nameOfNode(after, first.after.node)) : partTexts.nodes(moved.length)
  const stayed = moved.every((pair) => pair.before.x === pair.after.x && pair.before.y === pair.after.y)
  if (!stayed) return stepTexts.move(what)
  return first.after.pinned ? stepTexts.pin(what) : stepTexts.unpin(what)
}

function notesNamed(count: number): Text {
  return count === 1 ? partTexts.note : partTexts.notes(count)
}

function nameOfNode(topology: Topology, id: string): string {
  const look = lookup(topology)
  const node = look.node(id)
  return node ? look.nameOf(node) : id
}
