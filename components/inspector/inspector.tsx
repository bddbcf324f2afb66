'use client'
import { type KeyboardEvent, useEffect } from 'react'
import { Locked } from '@/components/ui/lock'
import { closePart, fieldKey } from '@/lib/commands/focus'
import { pageOf } from '@/lib/commands/pages'
import { isMac } from '@/lib/commands/shortcuts'
import type { Target } from '@/lib/rules/rule'
import { useDocument, useTopology } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import { findEditor } from './editors'
import { EntityPanel } from './entity-panel'
import { EditorsContext } from './field-context'
import { ItemPage } from './item-page'
import { LinkPanel } from './link-panel'
import { MessagePage } from './message-page'
import { NodePanel } from './node-panel'
import { ProjectPanel } from './project-panel'
import { SeveralPanel } from './several-panel'

/** The form of what is selected: an entity, a node, a link, or the project. */
export function Inspector() {
  const say = useSay()
  const readOnly = useDocument((document) => document.readOnly)
  useFieldFocus()
  return (
    <aside
      aria-label={say(frameTexts.inspector)}
      className="scroll-thin relative h-full overflow-y-auto bg-surface pb-8"
      data-inspector
      onKeyDown={onBackKey}
    >
      <Locked reason={readOnly && say(readOnly)}>
        <EditorsContext value={findEditor}>
          <Selected />
        </EditorsContext>
      </Locked>
    </aside>
  )
}

/** Esc, and Alt with ←, go back from an open part, unless something over the form or a caret wants the key. */
function onBackKey(event: KeyboardEvent<HTMLElement>): void {
  const isBack = event.key === 'Escape' || (event.altKey && event.key === 'ArrowLeft' && !isMac())
  const own = event.target instanceof Element && event.currentTarget.contains(event.target)
  if (!isBack || !own || event.defaultPrevented || !closePart()) return
  event.preventDefault()
  event.stopPropagation()
}

function Selected() {
  const topology = useTopology()
  const look = lookup(topology)
  const { nodes, links, open } = useSelection()
  const page = open && pageOf(topology, open)
  const [onlyNode] = nodes
  const [onlyLink] = links
  const node = nodes.length === 1 && links.length === 0 && onlyNode ? look.node(onlyNode) : undefined
  const link = links.length === 1 && nodes.length === 0 && onlyLink ? look.link(onlyLink) : undefined
  if (page) return <OpenPage key={fieldKey(page)} page={page} />
  if (node) return <NodePanel key={node.id} node={node} />
  if (link) return <LinkPanel key={link.id} link={link} />
  const there = nodes.filter((id) => look.node(id)).length + links.filter((id) => look.link(id)).length
  return there > 1 ? <SeveralPanel count={there} /> : <ProjectPanel />
}

/** The page of the part that stands open. */
function OpenPage({ page }: { readonly page: Place }) {
  const look = useTopology((topology) => lookup(topology))
  const { id = '', path = [] } = page
  const [list, index] = path
  const entity = page.part === 'entity' ? look.entity(id) : undefined
  const message = page.part === 'message' ? look.message(id) : undefined
  const node = look.node(id)
  if (message) return <MessagePage message={message} />
  if (entity) return <EntityPanel entity={entity} />
  if (!node || typeof list !== 'string') return null
  return <ItemPage node={node} list={list} index={Number(index)} />
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
  for (let length = path.length; length >= 0; length -= 1) {
    const key = fieldKey({ ...target, path: path.slice(0, length) })
    const element = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`)
    if (element) return element
  }
  return null
}
