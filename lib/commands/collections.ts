import { dialogueTexts, messageTexts } from '@/lib/text/inspector'
import { freshId, freshName } from '@/lib/topology/fresh'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { LocalText, Text } from '@/lib/topology/model/basics'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { kebabCase } from '@/lib/topology/naming'

/** An item of a node that has a page of its own, as lists and titles need it. */
export interface CollectionItem {
  readonly id?: string
  readonly name?: string
  readonly message?: string
  readonly method?: string
  readonly path?: string
  readonly cron?: string
  readonly timeZone?: string
  readonly description?: LocalText
  readonly dialogue?: { readonly action: 'create' | 'list'; readonly entity: string }
  readonly roles?: readonly string[]
  readonly steps?: readonly unknown[]
  readonly input?: readonly unknown[]
}

/** What the forms know of a list of a node whose items have pages of their own. */
export interface Collection {
  /** A new item, complete but for what only a person can say; undefined where nothing can be added. */
  readonly create: (topology: Topology, node: Node) => CollectionItem | undefined
  /** What an item is called in lists and titles. */
  readonly titleOf: (look: Lookup, item: CollectionItem) => string
  /** One line about it. */
  readonly factOf: (look: Lookup, item: CollectionItem) => Text
}

const NOTHING: Text = { en: '', ru: '' }
const code = (text: string): Text => ({ en: text, ru: text })
const named = (_: Lookup, { name = '' }: CollectionItem) => name

const useCases: Collection = {
  create: (topology, node) => {
    const name = freshName(namesIn(node, 'useCases'), 'run_use_case')
    const path = `/${kebabCase(name)}`
    return { id: freshId(topology, 'use-case'), name, method: 'POST', path, input: [], steps: [] }
  },
  titleOf: named,
  factOf: (_, { method = '', path = '' }) => code(`${method} ${path}`),
}

const handlers: Collection = {
  create: (topology, node) => {
    const handled = new Set(itemsOf(node, 'handlers').map((handler) => handler.message))
    const message = messagesFor(lookup(topology), node.id).find((id) => !handled.has(id))
    return message === undefined ? undefined : { id: freshId(topology, 'handler'), message, steps: [] }
  },
  titleOf: (look, { message = '' }) => look.message(message)?.name ?? message,
  factOf: (look, { message = '' }) => messageTexts[look.message(message)?.type ?? 'gone'],
}

const schedules: Collection = {
  create: (topology, node) => ({
    id: freshId(topology, 'schedule'),
    name: freshName(namesIn(node, 'schedules'), 'every_night'),
    cron: '0 3 * * *',
    steps: [],
  }),
  titleOf: named,
  factOf: (_, { cron = '' }) => code(cron),
}

const commands: Collection = {
  create: (topology, node) => ({
    id: freshId(topology, 'command'),
    name: freshName(namesIn(node, 'commands'), 'start'),
    steps: [],
  }),
  titleOf: (_, { name = '' }) => `/${name}`,
  factOf: (look, { dialogue }) =>
    dialogue ? dialogueTexts.short[dialogue.action](look.entity(dialogue.entity)?.name ?? '') : NOTHING,
}

const operations: Collection = {
  create: (_, node) => {
    const name = freshName(namesIn(node, 'operations'), 'get_status')
    return { name, method: 'GET', path: `/${kebabCase(name)}`, input: [], output: [] } as CollectionItem
  },
  titleOf: named,
  factOf: (_, { method = '', path = '' }) => code(`${method} ${path}`),
}

const collections: Readonly<Record<string, Collection>> = {
  useCases,
  handlers,
  schedules,
  commands,
  operations,
}

/** What the forms know of the lists with this key; every list whose items have pages is known. */
export function collectionOf(key: string): Collection {
  const found = collections[key]
  if (!found) throw new Error(`Nothing is known about the list "${key}".`)
  return found
}

/** The items of a list of a node. */
export function itemsOf(node: Node | undefined, key: string): readonly CollectionItem[] {
  const value = (node as unknown as Readonly<Record<string, unknown>> | undefined)?.[key]
  return Array.isArray(value) ? value : []
}

/** The messages of the queues that a service consumes, each once. */
export function messagesFor(look: Lookup, service: string): readonly string[] {
  const carried = look.linksTo(service, 'consumes').flatMap(({ from }) => {
    const queue = look.node(from)
    return queue?.type === 'queue' ? queue.messages : []
  })
  return [...new Set(carried)].filter((id) => look.message(id))
}

function namesIn(node: Node, key: string): ReadonlySet<string> {
  return new Set(itemsOf(node, key).flatMap(({ name }) => (name === undefined ? [] : [name])))
}
