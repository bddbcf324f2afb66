'use client'
import { ChevronRight, Plus, Table2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { createEntity } from '@/lib/commands/entities'
import { fieldKey } from '@/lib/commands/focus'
import { useTopology } from '@/lib/store/document'
import { openPart } from '@/lib/store/selection'
import { fieldCount, inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import { ProblemCount } from './problem-count'
import { Section } from './section'

/** What a data API stores: each entity opens its own form. */
export function EntityList({ owner }: { readonly owner: string }) {
  const say = useSay()
  const entities = useTopology((topology) => lookup(topology).entitiesOf(owner))
  return (
    <Section
      title={say(inspectorTexts.entities)}
      count={entities.length}
      action={
        <Button
          look="outline"
          size="small"
          data-field={fieldKey({ part: 'node', id: owner, path: ['entities'] })}
          onClick={() => createEntity(owner)}
        >
          <Plus className="size-3.5" aria-hidden />
          {say(inspectorTexts.addEntity)}
        </Button>
      }
    >
      {entities.length === 0 && <p className="text-faint text-xs">{say(inspectorTexts.noEntities)}</p>}
      <ul className="-mx-2">
        {entities.map((entity) => (
          <li key={entity.id}>
            <EntityItem entity={entity} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function EntityItem({ entity }: { readonly entity: Entity }) {
  const say = useSay()
  return (
    <button
      type="button"
      data-field={fieldKey({ part: 'entity', id: entity.id })}
      onClick={() => openPart({ part: 'entity', id: entity.id })}
      className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover"
    >
      <Table2 className="size-3.5 shrink-0 text-faint" aria-hidden />
      <span className="min-w-0 flex-1 truncate font-mono text-xs">{entity.name}</span>
      <ProblemCount place={{ part: 'entity', id: entity.id }} />
      <span className="text-faint text-xs tabular-nums">{say(fieldCount(entity.fields.length))}</span>
      <ChevronRight className="size-3.5 text-faint" aria-hidden />
    </button>
  )
}
