import { financeLending } from '@/lib/examples/finance-lending'
import type { Node } from '@/lib/topology/model/node'
import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import type { UseCase } from '@/lib/topology/steps/step-lists'
import { working } from './working'

const publish: Step = {
  step: 'publish',
  message: 'working-applied',
  values: [
    { name: 'loan_id', value: { value: 'result', name: 'loan', path: ['id'] } },
    { name: 'amount', value: { value: 'input', path: ['amount'] } },
    { name: 'channel', value: { value: 'constant', constant: 'web' } },
  ],
}

/** The example of lending in which an application is published, and a worker decides about it. */
export function lendingByEvents(): Topology {
  const drawn = working(financeLending.topology)
  const api = drawn.nodes.find((node) => node.type === 'service' && node.kind === 'business_api')
  return {
    ...drawn,
    nodes: drawn.nodes.map(publishing),
    links: [
      ...drawn.links,
      { id: 'working-publishes', type: 'publishes', from: api?.id ?? '', to: 'working-queue' },
    ],
  }
}

function publishing(node: Node): Node {
  if (node.type !== 'service' || node.kind !== 'business_api') return node
  return { ...node, useCases: (node.useCases ?? []).map(withPublish) }
}

/** Published before it is answered. */
function withPublish(useCase: UseCase): UseCase {
  const at = useCase.steps.findIndex(({ step }) => step === 'answer')
  return { ...useCase, steps: [...useCase.steps.slice(0, at), publish, ...useCase.steps.slice(at)] }
}
