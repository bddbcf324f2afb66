import type { Edit } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import type { Lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import type { Finding, Rule, Target } from '../rule'
import { api, calls, entity, integer, lending } from '../sketch'
import { plain, text } from '../words'

export const duplicateId: Rule = {
  id: 'duplicate-id',
  group: 'documents',
  severity: 'error',
  title: text('Every part of a design has an id of its own.', 'У каждой части проекта свой id.'),
  why: text(
    'With two parts of one id nobody can say which of them a link means.',
    'Если id у двух частей один, непонятно, какую из них имеет в виду связь.',
  ),
  check,
  examples: {
    valid: [{ name: text('Different ids', 'Разные id'), topology: lending() }],
    invalid: [
      {
        name: text('Two services', 'Два сервиса'),
        topology: { ...lending(), nodes: [...lending().nodes, { ...api('portal'), id: 'lending' }] },
      },
      {
        name: text('Two entities and two links', 'Две сущности и две связи'),
        topology: {
          ...lending(),
          nodes: [...lending().nodes, api('portal')],
          entities: [...lending().entities, { ...entity('payment', [integer('fee')]), id: 'loan' }],
          links: [...lending().links, { ...calls('portal', 'records'), id: 'lending-calls-records' }],
        },
      },
    ],
  },
}

const LISTS = { nodes: 'node', links: 'link', entities: 'entity', messages: 'message' } as const
type List = keyof typeof LISTS

function* check(look: Lookup): Generator<Finding> {
  for (const list of Object.keys(LISTS) as List[]) {
    for (const id of doubled(look.topology[list])) {
      yield finding({ part: LISTS[list], id }, (topology) => ({
        ...topology,
        [list]: renumber<{ readonly id: string }>(topology, topology[list], id),
      }))
    }
  }
  const { layout } = look.topology
  for (const id of doubled(layout?.notes ?? [])) {
    yield finding({ part: 'note', id }, (topology) =>
      topology.layout?.notes
        ? {
            ...topology,
            layout: { ...topology.layout, notes: renumber(topology, topology.layout.notes, id) },
          }
        : topology,
    )
  }
}

function doubled(parts: readonly { readonly id: string }[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { id } of parts) (seen.has(id) ? twice : seen).add(id)
  return [...twice]
}

function finding(at: Target, edit: Edit): Finding {
  const id = plain(at.id ?? '')
  return {
    message: text(
      `The id ${id} is there more than once; the later ones need ids of their own.`,
      `Id ${id} встречается не один раз; остальным нужны свои.`,
    ),
    at: [at],
    fix: { label: text('Give new ids', 'Дать новые id'), edit, safe: true },
  }
}

/** The first part keeps the id, and with it what refers to it. */
function renumber<T extends { readonly id: string }>(
  topology: Topology,
  parts: readonly T[],
  id: string,
): readonly T[] {
  let isFirst = true
  let named = topology
  return parts.map((part) => {
    if (part.id !== id) return part
    if (isFirst) {
      isFirst = false
      return part
    }
    const fresh = freshId(named, id.slice(0, 50))
    named = { ...named, messages: [...named.messages, { id: fresh, type: 'event', name: fresh, fields: [] }] }
    return { ...part, id: fresh }
  })
}
