import { changeAt } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { Message } from '@/lib/topology/model/message'
import type { Service } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import type { Fix } from '../rule'
import { nodeName, plain, text } from '../words'

type Path = readonly (string | number)[]

interface StepList {
  readonly service: Service
  readonly path: Path
  readonly steps: readonly Step[]
}

/** Steps that go out together; a message that follows a write stands right after the last of them. */
const WRITES: ReadonlySet<Step['step']> = new Set(['create', 'update', 'delete', 'upsert', 'publish'])

/**
 * Publishes a message after the write of the one list of steps of its publishers that writes anything. Where there
 * are several, or the message wants values, a person has to say what is meant.
 */
export function publishAfterWrite(
  look: Lookup,
  message: Message,
  publishers: readonly string[],
): Fix | undefined {
  if (message.fields.some((field) => !field.optional && field.default === undefined)) return undefined
  const lists = publishers
    .map((id) => look.service(id))
    .flatMap((service) => (service ? stepListsOf(service) : []))
    .filter(({ steps }) => steps.some(({ step }) => WRITES.has(step) && step !== 'publish'))
  const [only, ...more] = lists
  if (!only || more.length > 0) return undefined
  const step: Step = { step: 'publish', message: message.id, values: [] }
  const after = only.steps.findLastIndex((one) => WRITES.has(one.step)) + 1
  const name = nodeName(look, only.service.id)
  return {
    label: text(`Publish ${plain(message.name)} in ${name}`, `Публиковать ${plain(message.name)} в ${name}`),
    edit: changeAt({ part: 'node', id: only.service.id, path: only.path }, (value) =>
      (value as readonly Step[]).toSpliced(after, 0, step),
    ),
    safe: true,
  }
}

function stepListsOf(service: Service): readonly StepList[] {
  const of = (key: string, items: readonly { readonly steps?: readonly Step[] | undefined }[] = []) =>
    items.flatMap(({ steps }, index) => (steps ? [{ service, steps, path: [key, index, 'steps'] }] : []))
  switch (service.kind) {
    case 'business_api':
      return of('useCases', service.useCases)
    case 'worker':
      return [...of('handlers', service.handlers), ...of('schedules', service.schedules)]
    case 'bot':
      return [...of('handlers', service.handlers), ...of('commands', service.commands)]
    default:
      return []
  }
}
