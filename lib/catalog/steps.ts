import type { FieldType } from '@/lib/topology/model/field'
import type { Step } from '@/lib/topology/model/step'

/** Types of steps that the download has code for. */
const GENERATED: ReadonlySet<Step['step']> = new Set<Step['step']>([
  'load',
  'find',
  'for_each',
  'require',
  'decide',
  'create',
  'update',
  'delete',
  'upsert',
  'call',
  'publish',
  'email',
  'answer',
])

/** Whether the download has code for steps of this type. */
export function isGeneratedStep(type: Step['step']): boolean {
  return GENERATED.has(type)
}

const TAKEN_APART: ReadonlySet<FieldType['type']> = new Set(['list', 'object'])

/** Whether steps can hand on values of a type: to something of another type, or, without one, as they are. */
export function isHandedOn(type: FieldType, to?: FieldType): boolean {
  if (to?.type === 'json') return !TAKEN_APART.has(type.type)
  if (type.type === 'list') return to ? to.type === 'list' && isHandedOn(type.of, to.of) : isHandedOn(type.of)
  if (type.type !== 'object') return true
  if (to?.type !== 'object') return false
  return to.fields.every((field) => {
    const source = type.fields.find(({ name }) => name === field.name)
    return !source || isHandedOn(source, field)
  })
}
