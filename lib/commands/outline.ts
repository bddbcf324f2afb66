import { kindOf } from '@/lib/catalog/catalog'
import type { JudgedFinding, Target, Text } from '@/lib/rules/rule'
import { linkTexts } from '@/lib/text/canvas'
import { outlineTexts, partTexts } from '@/lib/text/outline'
import { text } from '@/lib/text/text'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { judgementOf } from './judgement'

/** One line of the outline. */
export interface OutlineItem {
  /** The same for the same part of the design, whatever else changes. */
  readonly key: string
  readonly title: Text
  /** What it is, in quiet words after the title. */
  readonly detail?: Text | undefined
  readonly icon?: string | undefined
  /** Names of code are monospaced. */
  readonly code?: boolean
  readonly target?: Target
  readonly finding?: JudgedFinding
  readonly children?: () => readonly OutlineItem[]
}

const known = new WeakMap<Topology, readonly OutlineItem[]>()

/** The tree of a design: what stands on the canvas, with everything inside it, and the problems where they are. */
export function outlineOf(topology: Topology): readonly OutlineItem[] {
  const made = known.get(topology) ?? sectionsOf(topology)
  known.set(topology, made)
  return made
}

function sectionsOf(topology: Topology): readonly OutlineItem[] {
  const of = (...types: readonly Node['type'][]) => topology.nodes.filter(({ type }) => types.includes(type))
  const carried = new Set(topology.nodes.flatMap((node) => (node.type === 'queue' ? node.messages : [])))
  const loose = topology.messages.filter(({ id }) => !carried.has(id))
  const look = lookup(topology)
  const nodes = (list: readonly Node[]) => () => list.map((node) => nodeItem(look, node))
  const sections: readonly (readonly [string, Text, readonly unknown[], () => readonly OutlineItem[]])[] = [
    ['services', outlineTexts.services, of('service'), nodes(of('service'))],
    ['queues', outlineTexts.queues, of('queue'), nodes(of('queue'))],
    ['stores', outlineTexts.stores, of('database', 'redis'), nodes(of('database', 'redis'))],
    ['externals', outlineTexts.externals, of('external'), nodes(of('external'))],
    ['messages', outlineTexts.messages, loose, () => loose.map((message) => messageItem(look, message))],
  ]
  return [
    ...problemsOf(topology, { part: 'project' }),
    ...sections
      .filter(([, , list]) => list.length > 0)
      .map(([key, title, list, children]) => ({
        key,
        title,
        detail: text(`${list.length}`, `${list.length}`),
        children,
      })),
  ]
}

function nodeItem(look: Lookup, node: Node): OutlineItem {
  const kind = kindOf(node)
  const target = { part: 'node', id: node.id } as const
  return {
    key: `node:${node.id}`,
    title: same(look.nameOf(node)),
    // Redis and the databases are called like their kind.
    detail: kind.label.en === look.nameOf(node) ? undefined : kind.label,
    icon: kind.icon,
    code: node.type === 'service' || 'name' in node,
    target,
    children: () => [
      ...problemsOf(look.topology, target),
      ...look.entitiesOf(node.id).map((entity) => entityItem(look, entity)),
      ...(node.type === 'queue' ? node.messages.flatMap((id) => look.message(id) ?? []) : []).map((message) =>
        messageItem(look, message, node.id),
      ),
      ...innerItems(look, node),
      ...linkItems(look, node),
    ],
  }
}

function entityItem(look: Lookup, entity: Entity): OutlineItem {
  const target = { part: 'entity', id: entity.id } as const
  return {
    key: `entity:${entity.id}`,
    title: same(entity.name),
    detail: partTexts.entity,
    icon: 'table-2',
    code: true,
    target,
    children: () => [...problemsOf(look.topology, target), ...fieldItems(target, entity)],
  }
}

/** A message may stand under several queues; each time it is a line of its own. */
function messageItem(look: Lookup, message: Message, queue = ''): OutlineItem {
  const target = { part: 'message', id: message.id } as const
  return {
    key: `message:${queue}:${message.id}`,
    title: same(message.name),
    detail: partTexts[message.type],
    icon: 'mail',
    code: true,
    target,
    children: () => [...problemsOf(look.topology, target), ...fieldItems(target, message, queue)],
  }
}

function fieldItems(owner: Target, { fields }: Pick<Entity, 'fields'>, under = ''): readonly OutlineItem[] {
  return fields.map((field, index) => ({
    key: `field:${under}:${owner.id}:${index}`,
    title: same(field.name),
    detail: same(field.optional ? `${field.type}?` : field.type),
    code: true,
    target: { ...owner, path: ['fields', index] },
  }))
}

const LISTS = ['resources', 'useCases', 'handlers', 'schedules', 'commands', 'operations'] as const
const ICONS = {
  resources: 'table-2',
  useCases: 'square-terminal',
  handlers: 'mail',
  schedules: 'clock',
  commands: 'square-terminal',
  operations: 'globe',
} as const

/** The parts of a node that are lists of its own: use cases, handlers and what else it does. */
function innerItems(look: Lookup, node: Node): readonly OutlineItem[] {
  const lists = node as unknown as Readonly<Record<string, readonly Inner[] | undefined>>
  return LISTS.flatMap((list) =>
    (lists[list] ?? []).map((inner, index) => ({
      key: `${list}:${node.id}:${index}`,
      title: same(innerName(look, inner)),
      detail: partTexts[list],
      icon: ICONS[list],
      code: true,
      target: { part: 'node', id: node.id, path: [list, index] } as const,
    })),
  )
}

interface Inner {
  readonly name?: string
  readonly entity?: string
  readonly message?: string
}

function innerName(look: Lookup, { name, entity, message }: Inner): string {
  if (name !== undefined) return name
  if (entity !== undefined) return look.entity(entity)?.name ?? entity
  return message === undefined ? '' : (look.message(message)?.name ?? message)
}

function linkItems(look: Lookup, node: Node): readonly OutlineItem[] {
  return look.linksFrom(node.id).map((link) => {
    const other = look.node(link.to)
    const name = other ? look.nameOf(other) : link.to
    const verb = linkTexts[link.type]
    const target = { part: 'link', id: link.id } as const
    const findings = problemsOf(look.topology, target)
    return {
      key: `link:${link.id}`,
      title: text(`${verb.en} ${name}`, `${verb.ru} ${name}`),
      icon: 'spline',
      target,
      ...(findings.length > 0 && { children: () => findings }),
    }
  })
}

function problemsOf(topology: Topology, { part, id }: Target): readonly OutlineItem[] {
  return judgementOf(topology)
    .of(part, id)
    .map((finding, index) => ({
      key: `problem:${part}:${id ?? ''}:${finding.rule}:${index}`,
      title: finding.message,
      finding,
      target: finding.at[0],
    }))
}

function same(name: string): Text {
  return text(name, name)
}
