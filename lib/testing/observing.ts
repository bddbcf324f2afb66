import type { Topology } from '@/lib/topology/model/topology'

/** The same design, whose services measure and trace what they do. */
export function observing(topology: Topology): Topology {
  const { project } = topology
  return { ...topology, project: { ...project, options: { ...project.options, observability: true } } }
}
