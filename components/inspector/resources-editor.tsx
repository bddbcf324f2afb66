'use client'
import { cx } from '@/components/ui/cx'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { fieldKey } from '@/lib/commands/focus'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts, operationTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import { CRUD_OPERATIONS, type CrudOperation, type Resource } from '@/lib/topology/model/service'
import { entityPath } from '@/lib/topology/naming'
import { type EditorProps, inside } from './field-context'
import { ProblemNotes } from './problem-notes'
import { Row } from './row'
import { useFindings } from './use-findings'
import { useStep } from './use-place'

/** Which entities a Business API offers, and what may be done with each. */
export function ResourcesEditor({ place, value }: EditorProps) {
  const say = useSay()
  const replace = useStep(place)
  const findings = useFindings(place)
  const resources = value as readonly Resource[] | undefined
  const entities = useReachable(place.id ?? '')
  const words = propertyTexts.resources
  if (!words) return null
  const options = [
    { value: 'all', label: say(inspectorTexts.resourcesAll) },
    { value: 'chosen', label: say(inspectorTexts.resourcesChosen) },
  ] as const
  return (
    <div className="basis-full space-y-2">
      <Row place={place} label={say(words)}>
        {(control) => (
          <Select<'all' | 'chosen'>
            {...control}
            value={resources ? 'chosen' : 'all'}
            options={options}
            onChange={(choice) =>
              replace(choice === 'all' ? undefined : entities.map(({ id }) => ({ entity: id })))
            }
            className="w-full"
          />
        )}
      </Row>
      {entities.length === 0 && <p className="text-faint text-xs">{say(inspectorTexts.resourcesNone)}</p>}
      <ul className="space-y-1">
        {entities.map((entity) => (
          <li key={entity.id}>
            <ResourceRow place={place} entity={entity} resources={resources} />
          </li>
        ))}
      </ul>
      {!resources && <ProblemNotes findings={findings} />}
    </div>
  )
}

/** The entities of the data APIs that a service calls. */
function useReachable(serviceId: string): readonly Entity[] {
  const look = useTopology((topology) => lookup(topology))
  return look.dataApisCalledBy(serviceId).flatMap((dataApi) => look.entitiesOf(dataApi.id))
}

interface ResourceRowProps {
  readonly place: EditorProps['place']
  readonly entity: Entity
  readonly resources: readonly Resource[] | undefined
}

function ResourceRow({ place, entity, resources }: ResourceRowProps) {
  const replace = useStep(place)
  const index = resources?.findIndex((resource) => resource.entity === entity.id) ?? -1
  const resource = resources?.[index]
  const own = inside(place, Math.max(index, 0))
  const findings = useFindings(own, true)
  const offer = (on: boolean) =>
    replace(
      on
        ? [...(resources ?? []), { entity: entity.id }]
        : resources?.filter((other) => other.entity !== entity.id),
    )
  return (
    <div data-field={fieldKey(own)} className="rounded-md bg-canvas px-2 py-1.5">
      <div className="flex items-center justify-between gap-2">
        <span className="min-w-0 truncate font-mono text-ink text-xs">{entity.name}</span>
        <span className="min-w-0 flex-1 truncate text-right font-mono text-2xs text-faint">
          /api/v1{entityPath(entity)}
        </span>
        {resources && <Switch label={entity.name} checked={resource !== undefined} onChange={offer} />}
      </div>
      {resource && <Operations place={inside(own, 'operations')} resource={resource} />}
      {resource && <ProblemNotes findings={findings} />}
    </div>
  )
}

interface OperationsProps {
  readonly place: EditorProps['place']
  readonly resource: Resource
}

function Operations({ place, resource }: OperationsProps) {
  const say = useSay()
  const replace = useStep(place)
  const offered = resource.operations ?? CRUD_OPERATIONS
  const toggle = (operation: CrudOperation) => {
    const next = CRUD_OPERATIONS.filter((other) => (other === operation) !== offered.includes(other))
    replace(next.length === CRUD_OPERATIONS.length ? undefined : next)
  }
  return (
    <div className="mt-1.5 flex flex-wrap gap-1">
      {CRUD_OPERATIONS.map((operation) => {
        const on = offered.includes(operation)
        return (
          <button
            key={operation}
            type="button"
            aria-pressed={on}
            onClick={() => toggle(operation)}
            className={cx(
              'h-6 rounded px-1.5 text-2xs ring-1',
              on
                ? 'bg-accent-soft text-accent ring-accent/40'
                : 'text-faint line-through ring-edge hover:bg-hover',
            )}
          >
            {say(operationTexts[operation])}
          </button>
        )
      })}
    </div>
  )
}
