'use client'
import { type MouseEvent, type ReactElement, useState } from 'react'
import { CommandItems } from '@/components/commands'
import { ContextMenu } from '@/components/ui/context-menu'
import type { CommandMenu } from '@/lib/commands/command'
import { notePointer } from '@/lib/commands/pointer'
import { select, selectNothing, useSelection } from '@/lib/store/selection'
import { commandTexts } from '@/lib/text/commands'
import { useSay } from '@/lib/text/say'

/** What has a menu of its own already, or takes text. */
const OWN_MENU = 'input, textarea, [contenteditable="true"], a[href]'

/** The canvas with its menus: of a node, a note, a link, of several of them, or of the canvas itself. */
export function CanvasMenu({ area }: { readonly area: ReactElement }) {
  const say = useSay()
  const [where, setWhere] = useState<CommandMenu>('canvas')
  const onOpen = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : document.body
    if (target.closest(OWN_MENU) || !target.closest('[data-canvas]')) return false
    notePointer({ x: event.clientX, y: event.clientY })
    setWhere(takeUp(target))
    return true
  }
  return (
    <ContextMenu area={area} onOpen={onOpen} label={say(commandTexts.menu)}>
      <CommandItems where={where} />
    </ContextMenu>
  )
}

/** Selects what the menu was asked for, unless it is selected already, and answers whose menu it is. */
function takeUp(target: Element): CommandMenu {
  const { nodes, links } = useSelection.getState()
  const node = idOf(target, '.react-flow__node')
  const link = idOf(target, '.react-flow__edge')
  if (node !== undefined) {
    if (nodes.includes(node) && nodes.length > 1) return 'several'
    select({ nodes: [node] })
    return target.closest('.react-flow__node-note') ? 'note' : 'node'
  }
  if (link !== undefined) {
    if (!links.includes(link)) select({ links: [link] })
    return 'link'
  }
  if (target.closest('.react-flow__nodesselection') && nodes.length > 1) return 'several'
  selectNothing()
  return 'canvas'
}

function idOf(target: Element, selector: string): string | undefined {
  return target.closest<HTMLElement>(selector)?.dataset.id
}
