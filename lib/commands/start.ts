import { kindById } from '@/lib/catalog/catalog'
import { meantLinkType, newLink } from '@/lib/catalog/links'
import { edit } from '@/lib/store/document'
import { select } from '@/lib/store/selection'
import { addEntity, addLink, combine, type Edit } from '@/lib/topology/edits'
import { emptyTopology, freshId } from '@/lib/topology/fresh'
import { addKind } from './add-node'
import { newEntity } from './new-entity'

/** One API with its data API, database and a first entity: the smallest design that is ready to download. */
export function startWithOneService(): void {
  const empty = emptyTopology()
  const api = addKind(empty, 'business_api', { x: 0, y: 0 })
  const data = addKind(empty, 'postgres_data_api', { x: 320, y: 0 })
  const link: Edit = (topology) => {
    const type = meantLinkType(kindById('business_api'), kindById('postgres_data_api'))
    return addLink(newLink(freshId(topology, 'link'), type, api.id, data.id))(topology)
  }
  const entity: Edit = (topology) => addEntity(newEntity(topology, data.id))(topology)
  edit(combine(api.edit, data.edit, link, entity))
  select({ nodes: [api.id] })
}
