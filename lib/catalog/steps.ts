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

/** Types whose values go from one place to another only as a whole: what has parts is not taken apart yet. */
const WITH_PARTS: ReadonlySet<FieldType['type']> = new Set(['list', 'object', 'json'])

/** Whether values of this type can be handed on by steps. */
export function isHandedOn(type: FieldType): boolean {
  return !WITH_PARTS.has(type.type)
}
