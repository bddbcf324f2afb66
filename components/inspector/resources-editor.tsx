'use client'
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
import type { ObjectShape, Shape } from '@/lib/topology/shape'
import { Chips } from './chips'
import { type EditorProps, inside } from './field-context'
import { ProblemNotes } from './problem-notes'
import { PropertyRows } from './property-rows'
import { Row } from './row'
import { Section } from './section'
import { useFindings } from './use-findings'
import { useStep } from './use-place'

/** Which entities a Business API offers, and what may be done with each. */
export function ResourcesEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const replace = useStep(place)
  const findings = useFindings(place)
  const resources = value as readonly Resource[] | undefined
  const entities = useReachable(place.id ?? '')
  const hasRoles = useTopology((topology) => {
    const node = lookup(topology).node(place.id ?? '')
    return node?.type === 'service' && node.kind === 'business_api' && node.access?.type === 'bearer'
  })
  const words = propertyTexts.resources
  if (!words) return null
  const options = [
    { value: 'all', label: say(inspectorTexts.resourcesAll) },
    { value: 'chosen', label: say(inspectorTexts.resourcesChosen) },
  ] as const
  return (
    <Section title={say(words)}>
      <Row place={place} label={say(inspectorTexts.offered)}>
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
            <ResourceRow
              place={place}
              shape={itemShapeOf(shape)}
              entity={entity}
              resources={resources}
              hasRoles={hasRoles}
            />
          </li>
        ))}
      </ul>
      {!resources && <ProblemNotes findings={findings} />}
    </Section>
  )
}

/** The entities of the data APIs that a service calls. */
function useReachable(serviceId: string): readonly Entity[] {
  const look = useTopology((topology) => lookup(topology))
  return look.dataApisCalledBy(serviceId).flatMap((dataApi) => look.entitiesOf(dataApi.id))
}

const ROLES = ['roles']

function itemShapeOf(shape: Shape): ObjectShape {
  if (shape.is !== 'list' || shape.of.is !== 'object') throw new Error('A resource is an object.')
  return shape.of
}

interface ResourceRowProps {
  readonly place: EditorProps['place']
  readonly shape: ObjectShape
  /** Roles mean something only where callers have tokens. */
  readonly hasRoles: boolean
  readonly entity: Entity
  readonly resources: readonly Resource[] | undefined
}

function ResourceRow({ place, shape, entity, resources, hasRoles }: ResourceRowProps) {
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
      {resource && hasRoles && (
        <div className="mt-2">
          <PropertyRows place={own} shape={shape} value={resource} only={ROLES} />
        </div>
      )}
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
    <div className="mt-1.5">
      <Chips
        label={say(propertyTexts.operations ?? inspectorTexts.resourcesAll)}
        options={CRUD_OPERATIONS.map((operation) => ({
          value: operation,
          label: say(operationTexts[operation]),
          on: offered.includes(operation),
        }))}
        onToggle={(operation) => toggle(operation as CrudOperation)}
      />
    </div>
  )
}
