'use client'
import type { CollectionItem } from '@/lib/commands/collections'
import { addressVariable, type Derived, portOf } from '@/lib/commands/derived'
import { useTopology } from '@/lib/store/document'
import { derivedTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Node } from '@/lib/topology/model/node'
import { Fact } from './section'

interface ItemFactsProps {
  readonly node: Node
  readonly list: string
  readonly item: CollectionItem
}

/** What follows from an item of a node: the address under which it is called. */
export function ItemFacts({ node, list, item }: ItemFactsProps) {
  const say = useSay()
  const port = useTopology((topology) => portOf(topology, node.id))
  const facts = factsOf(node, list, item, port)
  if (facts.length === 0) return null
  return (
    <dl className="space-y-1">
      {facts.map(({ label, value }) => (
        <Fact key={label.en} label={say(label)} value={value} />
      ))}
    </dl>
  )
}

function factsOf(
  node: Node,
  list: string,
  { method, path }: CollectionItem,
  port: number | undefined,
): readonly Derived[] {
  if (list === 'useCases') {
    return [{ label: derivedTexts.address, value: `${method} :${port ?? ''}/api/v1${path}` }]
  }
  if (list === 'operations' && node.type === 'external') {
    return [{ label: derivedTexts.address, value: `${method} \${${addressVariable(node)}}${path}` }]
  }
  return []
}
