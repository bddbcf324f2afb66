'use client'
import { Copy, Trash2 } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { deleteEntity, duplicateEntity } from '@/lib/commands/entities'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts, listTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import { entityPath, pluralName } from '@/lib/topology/naming'
import { IndexList } from './index-list'
import { PageHeader } from './page-header'
import { PartForm } from './part-form'
import { Fact } from './section'
import { shapes } from './shapes'
import { useFindings } from './use-findings'

const OWN_FORMS = ['indexes']

/** One entity: its names, its fields, its indexes. */
export function EntityPanel({ entity }: { readonly entity: Entity }) {
  const say = useSay()
  const owner = useTopology((topology) => {
    const look = lookup(topology)
    const node = look.node(entity.owner)
    return node && look.nameOf(node)
  })
  const place = { part: 'entity', id: entity.id } as const
  const findings = useFindings(place)
  const placeholders = { plural: say(inspectorTexts.automatic(pluralName({ name: entity.name }))) }
  return (
    <>
      <PageHeader
        trail={[owner ?? '', say(inspectorTexts.entities)]}
        title={entity.name}
        findings={findings}
        actions={
          <>
            <IconButton
              size="small"
              label={say(listTexts.duplicate)}
              onClick={() => duplicateEntity(entity.id)}
            >
              <Copy className="size-3.5" aria-hidden />
            </IconButton>
            <IconButton size="small" label={say(inspectorTexts.remove)} onClick={() => deleteEntity(entity)}>
              <Trash2 className="size-3.5" aria-hidden />
            </IconButton>
          </>
        }
      />
      <PartForm
        place={place}
        shape={shapes.entity}
        value={entity}
        without={OWN_FORMS}
        placeholders={placeholders}
      >
        <dl className="space-y-1">
          <Fact label={say(inspectorTexts.table)} value={pluralName(entity)} />
          <Fact label={say(inspectorTexts.path)} value={entityPath(entity)} />
        </dl>
      </PartForm>
      <IndexList entity={entity} />
    </>
  )
}
