'use client'
import { Trash2 } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { deleteSelection } from '@/lib/commands/edit-selection'
import { fieldKey } from '@/lib/commands/focus'
import type { Target } from '@/lib/rules/rule'
import { useTopology } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import { editors } from './editors'
import { EntityPanel } from './entity-panel'
import { EditorsContext } from './field-context'
import { LinkPanel } from './link-panel'
import { NodePanel } from './node-panel'
import { ProjectPanel } from './project-panel'

/** The form of what is selected: an entity, a node, a link, or the project. */
export function Inspector() {
  const say = useSay()
  useFieldFocus()
  return (
    <aside
      aria-label={say(frameTexts.inspector)}
      className="scroll-thin h-full overflow-y-auto bg-surface pb-8"
      data-inspector
    >
      <EditorsContext value={editors}>
        <Selected />
      </EditorsContext>
    </aside>
  )
}

function Selected() {
  const look = useTopology((topology) => lookup(topology))
  const { nodes, links, entity: entityId } = useSelection()
  const entity = entityId === undefined ? undefined : look.entity(entityId)
  const [onlyNode] = nodes
  const [onlyLink] = links
  const node = nodes.length === 1 && links.length === 0 && onlyNode ? look.node(onlyNode) : undefined
  const link = links.length === 1 && nodes.length === 0 && onlyLink ? look.link(onlyLink) : undefined
  if (entity) return <EntityPanel key={entity.id} entity={entity} />
  if (node) return <NodePanel key={node.id} node={node} />
  if (link) return <LinkPanel key={link.id} link={link} />
  const there = nodes.filter((id) => look.node(id)).length + links.filter((id) => look.link(id)).length
  return there > 1 ? <Several count={there} /> : <ProjectPanel />
}

function Several({ count }: { readonly count: number }) {
  const say = useSay()
  return (
    <div className="p-4">
      <h2 className="font-semibold text-sm">{say(inspectorTexts.selected(count))}</h2>
      <Button look="danger" className="mt-3 -ml-3" onClick={deleteSelection}>
        <Trash2 className="size-4" aria-hidden />
        {say(inspectorTexts.remove)}
      </Button>
    </div>
  )
}

const CONTROLS = 'input, textarea, button, [role="combobox"], [role="switch"]'

/** Moves the focus into the field that somebody asked for, once it stands there. */
function useFieldFocus(): void {
  const focus = useView((view) => view.focus)
  useEffect(() => {
    if (!focus) return
    const frame = requestAnimationFrame(() => {
      const row = findField(focus as Target)
      row?.scrollIntoView({ block: 'nearest' })
      const control = row?.matches(CONTROLS) ? row : row?.querySelector<HTMLElement>(CONTROLS)
      control?.focus()
      if (control instanceof HTMLInputElement) control.select()
      useView.setState({ focus: undefined })
    })
    return () => cancelAnimationFrame(frame)
  }, [focus])
}

/** The field itself, or the nearest one around it that the page shows. */
function findField(target: Target): HTMLElement | null {
  const path = target.path ?? []
  for (let length = path.length; length > 0; length -= 1) {
    const key = fieldKey({ ...target, path: path.slice(0, length) })
    const element = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`)
    if (element) return element
  }
  return null
}
