import { kindOf } from '@/lib/catalog/catalog'
import type { Target, Text } from '@/lib/rules/rule'
import { rules } from '@/lib/rules/rules'
import { openDialog } from '@/lib/store/view'
import { commandGroupTexts, commandTexts } from '@/lib/text/commands'
import { paletteTexts } from '@/lib/text/palette'
import { text } from '@/lib/text/text'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { COMMAND_GROUPS, type Command } from './command'
import { offeredExamples, openExample } from './designs'
import { focusTarget } from './focus'
import { type Findable, findBy } from './search'
import type { Shortcut } from './shortcuts'
import { commands, refusalOf, runCommand } from './table'

/** One line of the command palette. */
export interface PaletteEntry extends Findable {
  readonly id: string
  readonly icon: string | undefined
  readonly detail?: Text | undefined
  readonly key?: Shortcut | undefined
  readonly refusal?: Text | undefined
  readonly run: () => void
}

export interface PaletteGroup {
  readonly title: Text
  readonly entries: readonly PaletteEntry[]
}

/** So many lines of one group help; more of them need another letter. */
const MOST = 30

/** What the command palette offers for a query: everything that can be done, and everything that there is. */
export function paletteGroups(topology: Topology, query: string): readonly PaletteGroup[] {
  const groups: readonly PaletteGroup[] = [
    ...COMMAND_GROUPS.map((group) => ({
      title: group === 'add' ? commandTexts.add : commandGroupTexts[group],
      entries: commands.filter((command) => command.group === group).map(ofCommand),
    })),
    // Without a letter only what can be done is listed: designs have hundreds of parts.
    ...(query.trim() === ''
      ? []
      : [
          { title: paletteTexts.goTo, entries: partsOf(topology) },
          { title: commandTexts.examples, entries: EXAMPLES },
          { title: paletteTexts.rules, entries: RULES },
        ]),
  ]
  return groups
    .map(({ title, entries }) => ({ title, entries: findBy(entries, query).slice(0, MOST) }))
    .filter(({ entries }) => entries.length > 0)
}

function ofCommand(command: Command): PaletteEntry {
  const { id, title, group, icon, keys } = command
  return {
    id,
    title: group === 'add' ? paletteTexts.add(title) : title,
    icon,
    key: keys[0],
    refusal: refusalOf(command),
    run: () => void runCommand(command),
  }
}

const known = new WeakMap<Topology, readonly PaletteEntry[]>()

/** Everything in a design that has a name. */
function partsOf(topology: Topology): readonly PaletteEntry[] {
  const parts = known.get(topology) ?? [...listParts(topology)]
  known.set(topology, parts)
  return parts
}

function* listParts(topology: Topology): Generator<PaletteEntry> {
  const look = lookup(topology)
  for (const node of topology.nodes) {
    const kind = kindOf(node)
    yield part(look.nameOf(node), kind.label, kind.icon, { part: 'node', id: node.id })
  }
  for (const { id, name } of topology.entities) {
    yield part(name, paletteTexts.entity, 'table-2', { part: 'entity', id })
  }
  for (const { id, name, type } of topology.messages) {
    yield part(name, paletteTexts[type], 'mail', { part: 'message', id })
  }
  for (const node of topology.nodes) {
    if (node.type !== 'service' || node.kind !== 'business_api') continue
    for (const [index, { name }] of (node.useCases ?? []).entries()) {
      const at: Target = { part: 'node', id: node.id, path: ['useCases', index] }
      yield part(name, paletteTexts.caseOf(look.nameOf(node)), 'square-terminal', at)
    }
  }
}

function part(name: string, detail: Text, icon: string, target: Target): PaletteEntry {
  return {
    id: `go:${target.part}:${target.id}:${(target.path ?? []).join('/')}`,
    title: text(name, name),
    words: `${detail.en} ${detail.ru}`,
    detail,
    icon,
    run: () => focusTarget(target),
  }
}

const EXAMPLES: readonly PaletteEntry[] = offeredExamples.map((example) => ({
  id: `example:${example.id}`,
  title: example.title,
  words: `${example.id} example пример`,
  detail: example.description,
  icon: 'layout-template',
  run: () => void openExample(example),
}))

const RULES: readonly PaletteEntry[] = rules.map(({ id, title }) => ({
  id: `rule:${id}`,
  title,
  words: `${id} rule правило`,
  detail: text(id, id),
  icon: 'shield-check',
  run: () => {
    openDialog(undefined)
    window.open(`/rules/${id}`, '_blank', 'noreferrer')
  },
}))
