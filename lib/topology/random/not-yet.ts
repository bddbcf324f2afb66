/**
 * What the format has and nothing generates yet, by the names of the shapes, a shape standing for all inside it and a
 * value for one option. Whoever makes something of it generated takes its line away, and the random designs have to
 * show it.
 */
export const NOT_YET: readonly string[] = [
  'Topology.nodes=queue',
  'Topology.nodes=redis',
  'Topology.nodes=external',
  'Topology.nodes:service=mongo_data_api',
  'Topology.nodes:service=worker',
  'Topology.nodes:service=bot',
  'Topology.nodes:database.engine=mongo',
  'Topology.nodes:service:business_api.useCases',
  'Topology.nodes:service:business_api.access=bearer',
  'Topology.nodes:service:business_api.resources.roles',
  'Topology.links=publishes',
  'Topology.links=consumes',
  'Topology.links=caches',
  'Topology.messages',
]
