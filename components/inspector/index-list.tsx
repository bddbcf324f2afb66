'use client'
import { Plus, Trash2, X } from 'lucide-react'
import { Button, IconButton } from '@/components/ui/button'
import { EditButton } from '@/components/ui/lock'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { fieldKey } from '@/lib/commands/focus'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Entity, EntityIndex } from '@/lib/topology/model/entity'
import { inside } from './field-context'
import { ProblemNotes } from './problem-notes'
import { Row } from './row'
import { Section } from './section'
import { useFindings } from './use-findings'
import { useStep } from './use-place'

/** Indexes over several fields of an entity. */
export function IndexList({ entity }: { readonly entity: Entity }) {
  const say = useSay()
  const indexes = entity.indexes ?? []
  const place = { part: 'entity', id: entity.id, path: ['indexes'] } as const
  const replace = useStep(place)
  const findings = useFindings(place)
  const [first] = entity.fields
  const setAll = (next: readonly EntityIndex[]) => replace(next.length === 0 ? undefined : next)
  return (
    <Section
      title={say(inspectorTexts.indexes)}
      action={
        first && (
          <Button look="outline" size="small" onClick={() => setAll([...indexes, { fields: [first.name] }])}>
            <Plus className="size-3.5" aria-hidden />
            {say(inspectorTexts.addIndex)}
          </Button>
        )
      }
    >
      <p className="text-faint text-xs">{say(inspectorTexts.indexesHint)}</p>
      <ProblemNotes findings={findings} />
      {indexes.map((index, number) => (
        <IndexRow
          // biome-ignore lint/suspicious/noArrayIndexKey: an index has nothing that lasts but its place
          key={number}
          entity={entity}
          index={index}
          number={number}
          onRemove={() => setAll(indexes.filter((_, other) => other !== number))}
        />
      ))}
    </Section>
  )
}

interface IndexRowProps {
  readonly entity: Entity
  readonly index: EntityIndex
  readonly number: number
  readonly onRemove: () => void
}

function IndexRow({ entity, index, number, onRemove }: IndexRowProps) {
  const say = useSay()
  const place = { part: 'entity', id: entity.id, path: ['indexes', number] } as const
  const replaceFields = useStep(inside(place, 'fields'))
  const replaceUnique = useStep(inside(place, 'unique'))
  const findings = useFindings(place, true)
  const others = entity.fields.filter(({ name }) => !index.fields.includes(name))
  return (
    <div data-field={fieldKey(place)} className="rounded-lg bg-canvas p-2">
      <div className="flex flex-wrap items-center gap-1.5">
        {index.fields.map((name) => (
          <span
            key={name}
            className="flex items-center rounded bg-raised pl-2 font-mono text-xs ring-1 ring-line"
          >
            {name}
            <EditButton
              type="button"
              aria-label={`${say(inspectorTexts.remove)}: ${name}`}
              aria-disabled={index.fields.length === 1}
              onClick={() =>
                index.fields.length > 1 && replaceFields(index.fields.filter((other) => other !== name))
              }
              className="grid size-6 place-items-center text-faint hover:text-ink aria-disabled:opacity-40"
            >
              <X className="size-3" aria-hidden />
            </EditButton>
          </span>
        ))}
        {others.length > 0 && (
          <Select
            label={say(inspectorTexts.addFieldToIndex)}
            value=""
            options={[{ value: '', label: '+' }, ...others.map(({ name }) => ({ value: name, label: name }))]}
            onChange={(name) => name && replaceFields([...index.fields, name])}
            className="!h-6 w-14"
          />
        )}
        <span className="flex-1" />
        <IconButton size="small" label={say(inspectorTexts.remove)} onClick={onRemove}>
          <Trash2 className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      <Row place={inside(place, 'unique')} label={say(inspectorTexts.indexUnique)} inline>
        {({ id }) => (
          <Switch id={id} checked={index.unique ?? false} onChange={(on) => replaceUnique(on || undefined)} />
        )}
      </Row>
      <ProblemNotes findings={findings} />
    </div>
  )
}
