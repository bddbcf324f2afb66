import type { JudgedFinding, Text } from '@/lib/rules/rule'
import { text } from '@/lib/rules/words'
import { whereTexts } from '@/lib/text/problems'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { valueAt } from '@/lib/topology/value-at'

/** Where each of the findings stands that read like another one; the others say enough by themselves. */
export function whereAlike(
  topology: Topology,
  findings: readonly JudgedFinding[],
): ReadonlyMap<JudgedFinding, Text> {
  const alike = new Map<string, JudgedFinding[]>()
  for (const finding of findings) {
    const list = alike.get(finding.message.en)
    if (list) list.push(finding)
    else alike.set(finding.message.en, [finding])
  }
  const look = lookup(topology)
  const told = [...alike.values()].filter((list) => list.length > 1).flat()
  return new Map(told.map((finding) => [finding, whereOf(look, finding)]))
}

/** From the part of the design to the innermost thing in it that has a name: `lending_api · apply · step 3`. */
function whereOf(look: Lookup, { at: [place] }: JudgedFinding): Text {
  const { topology } = look
  const words = [text(nameOfPart(look, place.part, place.id ?? ''))]
  const path = place.path ?? []
  for (const [index, key] of path.entries()) {
    if (typeof key !== 'number') continue
    const isStep = path[index - 1] === 'steps'
    const item = valueAt(topology, { ...place, path: path.slice(0, index + 1) })
    const name = isStep ? undefined : nameOfItem(look, item)
    if (isStep) words.push(whereTexts.step(key + 1))
    else if (name !== undefined) words.push(text(name))
    else words.push(text(String(key + 1)))
  }
  return text(words.map(({ en }) => en).join(' · '), words.map(({ ru }) => ru).join(' · '))
}

function nameOfPart(look: Lookup, part: JudgedFinding['at'][0]['part'], id: string): string {
  if (part === 'entity') return look.entity(id)?.name ?? id
  if (part === 'message') return look.message(id)?.name ?? id
  const link = part === 'link' ? look.link(id) : undefined
  if (link) return `${nameOfPart(look, 'node', link.from)} → ${nameOfPart(look, 'node', link.to)}`
  const node = look.node(id)
  return node ? look.nameOf(node) : look.topology.project.name
}

/** A handler is called by its message, a resource by its entity, everything else by its name. */
function nameOfItem(look: Lookup, item: unknown): string | undefined {
  const { name, message, entity } = (item ?? {}) as Readonly<Record<string, unknown>>
  if (typeof name === 'string') return name
  if (typeof message === 'string') return look.message(message)?.name
  return typeof entity === 'string' ? look.entity(entity)?.name : undefined
}
