import type { Service } from './model/service'
import type { Step } from './model/step'
import { stepsOf } from './step-walk'

type Path = readonly (string | number)[]

/** What a write does to an entity, as the last word of the event that it implies. */
export type EntityVerb = 'created' | 'updated' | 'deleted'
export const ENTITY_VERBS: readonly EntityVerb[] = ['created', 'updated', 'deleted']

/** A write of an entity by a step or a dialogue. */
export interface EntityWrite {
  readonly entity: string
  readonly verb: EntityVerb
  readonly path: Path
}

/** What the steps and dialogues of one service do; resources, which depend on links, are not among it. */
export interface Activity {
  readonly writes: readonly EntityWrite[]
  readonly publishes: readonly { readonly message: string; readonly path: Path }[]
  /** Entities and nodes that a step reaches, by the place of the step. */
  readonly reaches: readonly Reach[]
}

interface Reach {
  readonly entity?: string
  readonly node?: string
  readonly path: Path
}

const known = new WeakMap<Service, Activity>()

/** The activity of a service; read once for each immutable service. */
export function activityOf(service: Service): Activity {
  const activity = known.get(service) ?? read(service)
  known.set(service, activity)
  return activity
}

function read(service: Service): Activity {
  const placed = [...stepsOf(service)]
  const dialogues = dialoguesOf(service)
  return {
    writes: [
      ...placed.flatMap(({ step, entity, path }) =>
        entity === undefined ? [] : verbsOf(step).map((verb) => ({ entity, verb, path })),
      ),
      ...dialogues.flatMap(({ creates, entity, path }) =>
        creates ? [{ entity, verb: 'created' as const, path }] : [],
      ),
    ],
    publishes: placed.flatMap(({ step, path }) =>
      step.step === 'publish' ? [{ message: step.message, path }] : [],
    ),
    reaches: [
      ...placed.flatMap(({ step, entity, path }): Reach[] => {
        if (step.step === 'call') return [{ node: step.target, path }]
        if (step.step === 'email') return [{ node: step.via, path }]
        return entity === undefined ? [] : [{ entity, path }]
      }),
      ...dialogues.map(({ entity, path }) => ({ entity, path })),
    ],
  }
}

function dialoguesOf(service: Service) {
  const commands = service.kind === 'bot' ? (service.commands ?? []) : []
  return commands.flatMap(({ dialogue }, index) =>
    dialogue
      ? [
          {
            creates: dialogue.action === 'create',
            entity: dialogue.entity,
            path: ['commands', index, 'dialogue'],
          },
        ]
      : [],
  )
}

/** What a step does to the entity that it works on. */
function verbsOf({ step }: Step): readonly EntityVerb[] {
  switch (step) {
    case 'create':
      return ['created']
    case 'update':
      return ['updated']
    case 'delete':
      return ['deleted']
    case 'upsert':
      return ['created', 'updated']
    default:
      return []
  }
}
