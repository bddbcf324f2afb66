import type { Topology } from '@/lib/topology/model/topology'

/** The design with a use case of its first API that answers with the newest rows of the first entity. */
export function searching(topology: Topology): Topology {
  const api = topology.nodes.find((node) => node.type === 'service' && node.kind === 'business_api')
  const [entity] = topology.entities
  if (api?.type !== 'service' || api.kind !== 'business_api' || !entity) return topology
  const useCase = {
    id: 'search',
    name: 'list_newest',
    method: 'GET',
    path: '/newest',
    input: [],
    steps: [
      { step: 'find', entity: entity.id, where: [], orderBy: 'created_at', descending: true, as: 'newest' },
      { step: 'answer', status: 200, content: { body: 'list', result: 'newest' } },
    ],
  } as const
  const searcher = { ...api, useCases: [...(api.useCases ?? []), useCase] }
  return { ...topology, nodes: topology.nodes.map((node) => (node === api ? searcher : node)) }
}
