'use client'
import { Copy, Trash2 } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { type CollectionItem, collectionOf, itemsOf } from '@/lib/commands/collections'
import { closePart } from '@/lib/commands/focus'
import { duplicateItem, focusPlace, inside, removeItem } from '@/lib/commands/lists'
import { useTopology } from '@/lib/store/document'
import { openPart } from '@/lib/store/selection'
import { inspectorTexts, listTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import { ItemFacts } from './item-facts'
import { PageHeader } from './page-header'
import { PartForm } from './part-form'
import { itemShape } from './shapes'
import { useFindings } from './use-findings'

interface ItemPageProps {
  readonly node: Node
  readonly list: string
  readonly index: number
}

/** One item of a node that has a page of its own: a use case, a handler, a schedule, a command, an operation. */
export function ItemPage({ node, list, index }: ItemPageProps) {
  const say = useSay()
  const look = useTopology((topology) => lookup(topology))
  const place = inside({ part: 'node', id: node.id }, list, index)
  const findings = useFindings(place)
  const item = itemsOf(node, list)[index]
  const shape = itemShape(node, list)
  const words = propertyTexts[list]
  if (!item || !shape || !words) return null
  const title = collectionOf(list).titleOf(look, item)
  const around = { part: 'node', id: node.id, path: [list] } as const
  const duplicate = () => {
    const copy = inside(around, duplicateItem(around, index))
    openPart(copy)
    focusPlace(inside(copy, 'name'))
  }
  const remove = () => {
    closePart()
    removeItem(around, index, title)
  }
  return (
    <>
      <PageHeader
        trail={[look.nameOf(node), say(words)]}
        title={title}
        findings={findings}
        actions={
          <>
            <IconButton size="small" label={say(listTexts.duplicate)} onClick={duplicate}>
              <Copy className="size-3.5" aria-hidden />
            </IconButton>
            <IconButton size="small" label={say(inspectorTexts.remove)} onClick={remove}>
              <Trash2 className="size-3.5" aria-hidden />
            </IconButton>
          </>
        }
      />
      <PartForm place={place} shape={shape} value={item} without={hiddenOf(node, item)}>
        <ItemFacts node={node} list={list} item={item} />
      </PartForm>
    </>
  )
}

const STEPS = ['steps']
const ROLES = ['roles']
const NOTHING: readonly string[] = []

/** A dialogue stands in the place of steps; roles mean something only where callers have tokens. */
function hiddenOf(node: Node, { dialogue, roles }: CollectionItem): readonly string[] {
  if (dialogue) return STEPS
  const isOpen = node.type === 'service' && node.kind === 'business_api' && node.access?.type !== 'bearer'
  return isOpen && !roles ? ROLES : NOTHING
}
