import { judge } from '@/lib/rules/judge'
import { largestDesign } from '@/lib/testing/largest-design'
import { addLink, changeEntity, changeNode, type Edit, removeLinks } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { measure, type Times } from './measure'

export interface RulesTimes extends Times {
  readonly nodes: number
  /** What was edited. */
  readonly edit: string
}

type EditOfTurn = (turn: number, topology: Topology) => Edit

/** One edit of each sort that people make most, from what only a reader sees to what changes every flow. */
const EDITS: Readonly<Record<string, EditOfTurn>> = {
  'a label': (turn) => changeNode('branch1', { label: { en: `Branch ${turn}` } }),
  'a name': (turn) => changeNode('branch1', { domain: `branch_of_${turn}` }),
  'a field': (turn, { entities }) => {
    const fields = entities[7]?.fields ?? []
    return changeEntity('thing7', {
      fields: fields.map((field, index) => (index === 0 ? { ...field, name: `code_${turn}` } : field)),
    })
  },
  'a link': (turn) =>
    turn % 2 === 0
      ? removeLinks(['measured'])
      : addLink({ id: 'measured', type: 'publishes', from: 'branch3', to: 'queue90' }),
}

/** How long all rules take over the largest design that may be, after one edit. */
export async function measureRules(): Promise<readonly RulesTimes[]> {
  const rows: RulesTimes[] = []
  for (const [edit, editOf] of Object.entries(EDITS)) {
    let topology = largestDesign()
    judge(topology)
    let turn = 0
    const times = await measure(() => {
      turn += 1
      topology = editOf(turn, topology)(topology)
      judge(topology)
    }, 40)
    rows.push({ ...times, nodes: topology.nodes.length, edit })
  }
  return rows
}
