import { judge } from '@/lib/rules/judge'
import { largestDesign } from '@/lib/testing/largest-design'
import { changeNode } from '@/lib/topology/edits'
import { measure, type Times } from './measure'

/** How long all rules take over the largest design that may be, after one edit of one service. */
export async function measureRules(): Promise<Times & { readonly nodes: number }> {
  let topology = largestDesign()
  judge(topology)
  let turn = 0
  const times = await measure(() => {
    turn += 1
    topology = changeNode('branch1', { label: { en: `Branch ${turn}` } })(topology)
    judge(topology)
  }, 10)
  return { ...times, nodes: topology.nodes.length }
}
