import type { Target } from '@/lib/rules/rule'
import { currentTopology } from '@/lib/store/document'
import { select, selectNothing } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { lookup } from '@/lib/topology/lookup'

/** Brings what a finding is about into view, selects it, and opens its field in the inspector. */
export function focusTarget(target: Target): void {
  const look = lookup(currentTopology())
  const { canvas } = useView.getState()
  const { part, id } = target
  if (part === 'node' && id && look.node(id)) {
    select({ nodes: [id] })
    canvas?.show([id])
  } else if (part === 'link' && id) {
    const link = look.link(id)
    if (!link) return
    select({ links: [id] })
    canvas?.show([link.from, link.to].filter((end) => look.node(end)))
  } else if (part === 'entity' && id) {
    const entity = look.entity(id)
    if (!entity) return
    select({ nodes: look.node(entity.owner) ? [entity.owner] : [], entity: id })
    if (look.node(entity.owner)) canvas?.show([entity.owner])
  } else {
    selectNothing()
  }
  useView.setState({ focus: target })
}

/** The key of a field in the page: what carries it can be found and focused. */
export function fieldKey(target: Target): string {
  return [target.part, target.id ?? '', ...(target.path ?? [])].join('/')
}
