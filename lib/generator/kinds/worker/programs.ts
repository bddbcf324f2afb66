import type { Step } from '@/lib/topology/model/step'
import type { Field, FieldType, Handler, Project, Schedule, Service } from '../../project'
import { type Compiled, compileSteps } from '../../steps/compile'
import type { Dictionary } from '../../steps/dictionary'
import type { Scope } from '../../steps/scope'
import { dictionaryOf } from '../../steps-view/dictionary'

/** The Python of everything that a worker does. */
export interface Programs {
  readonly dictionary: Dictionary
  readonly handlers: readonly { readonly of: Handler; readonly compiled: Compiled }[]
  readonly schedules: readonly { readonly of: Schedule; readonly compiled: Compiled }[]
  /** Whether any of it needs a domain: entities, refusals, decisions, or numbers as the domain has them. */
  readonly hasDomain: boolean
}

interface Known {
  readonly entities: Project['entities']
  readonly messages: Project['messages']
  readonly programs: Programs
}

const known = new WeakMap<Service, Known>()

/** Writes the steps of a worker once for all who ask. */
export function programsOf(service: Service, project: Project): Programs {
  const before = known.get(service)
  if (before?.entities === project.entities && before.messages === project.messages) return before.programs
  const programs = write(service, project)
  known.set(service, { entities: project.entities, messages: project.messages, programs })
  return programs
}

function write(service: Service, project: Project): Programs {
  const { name, handlers, schedules, uses } = service
  const dictionary = dictionaryOf(project, service)
  const compile = (program: string, steps: readonly Step[], start: Scope, readsPages = false) =>
    compileSteps({ name: program, answerClass: '', service: name, steps, start, readsPages }, dictionary)
  const written = {
    handlers: handlers.map((of) => ({
      of,
      compiled: compile(`on_${of.message.module}`, of.steps, messageScope(of.message.fields)),
    })),
    schedules: schedules.map((of) => ({ of, compiled: compile(`at_${of.name}`, of.steps, NOTHING, true) })),
  }
  const all = [...written.handlers, ...written.schedules]
  const isOfDomain = (line: string) => line.startsWith(`from ${name}.domain.`)
  const hasDomain =
    uses.length > 0 || all.some(({ compiled: { needs } }) => [...needs.imports].some(isOfDomain))
  return { dictionary, ...written, hasDomain }
}

const NOTHING: Scope = { values: new Map(), known: new Set() }

/** What every message carries besides its own fields. */
export const ENVELOPE: readonly Field[] = [
  envelopeField('event_id', { type: 'uuid' }),
  envelopeField('occurred_at', { type: 'datetime' }),
]

function envelopeField(name: string, type: FieldType): Field {
  return { name, type, required: true, label: null, unique: false, indexed: false, default: null }
}

function messageScope(fields: readonly Field[]): Scope {
  const type = { type: 'object', className: '', home: '', fields: [...fields, ...ENVELOPE] } as const
  const message = { code: 'message', type: { is: 'plain', type, optional: false } } as const
  return { values: new Map([['message', message]]), known: new Set() }
}
