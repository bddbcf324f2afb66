/** The lists of steps of a service: where each stands, what starts it, what it is called. */
import type { Service } from '../model/service'
import type { Step } from '../model/step'

export type Path = readonly (string | number)[]

type BusinessApi = Extract<Service, { kind: 'business_api' }>
type Worker = Extract<Service, { kind: 'worker' }>
type Bot = Extract<Service, { kind: 'bot' }>
export type UseCase = NonNullable<BusinessApi['useCases']>[number]
export type Handler = NonNullable<Worker['handlers']>[number]
export type Schedule = NonNullable<Worker['schedules']>[number]
export type Command = NonNullable<Bot['commands']>[number]

/** What starts a list of steps. */
export type StepContext =
  | { readonly in: 'use_case'; readonly of: UseCase }
  | { readonly in: 'handler'; readonly of: Handler }
  | { readonly in: 'schedule'; readonly of: Schedule }
  | { readonly in: 'command'; readonly of: Command }

export interface StepList {
  readonly service: Service
  readonly context: StepContext
  readonly steps: readonly Step[]
  /** From the service to the list itself: `['useCases', 0, 'steps']`. */
  readonly path: Path
}

const known = new WeakMap<Service, readonly StepList[]>()

/** Every list of steps of a service: of use cases, handlers, schedules and commands without a dialogue. */
export function stepListsOf(service: Service): readonly StepList[] {
  const lists = known.get(service) ?? read(service)
  known.set(service, lists)
  return lists
}

function read(service: Service): readonly StepList[] {
  switch (service.kind) {
    case 'business_api':
      return list(service, 'useCases', service.useCases, (of) => ({ in: 'use_case', of }))
    case 'worker':
      return [
        ...list(service, 'handlers', service.handlers, (of) => ({ in: 'handler', of })),
        ...list(service, 'schedules', service.schedules, (of) => ({ in: 'schedule', of })),
      ]
    case 'bot':
      return [
        ...list(service, 'handlers', service.handlers, (of) => ({ in: 'handler', of })),
        ...list(service, 'commands', service.commands, (of) => ({ in: 'command', of })),
      ]
    default:
      return []
  }
}

function list<T extends { readonly steps?: readonly Step[] | undefined }>(
  service: Service,
  key: string,
  items: readonly T[] = [],
  toContext: (item: T) => StepContext,
): readonly StepList[] {
  return items.map((item, index) => ({
    service,
    context: toContext(item),
    steps: item.steps ?? [],
    path: [key, index, 'steps'],
  }))
}

/** The list that a path leads into, and the step there with the one around it, if any. */
export function stepListAt(service: Service, path: Path): StepList | undefined {
  return stepListsOf(service).find((list) => list.path.every((key, index) => key === path[index]))
}
