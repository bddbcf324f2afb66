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

/** Types that have parts, which are not taken apart yet. */
const WITH_PARTS: ReadonlySet<FieldType['type']> = new Set(['list', 'object', 'json'])

/** Kinds of values that are the same in Python, whatever their limits. */
const ALIKE: Readonly<Partial<Record<FieldType['type'], string>>> = {
  string: 'text',
  text: 'text',
  email: 'text',
  uuid: 'id',
  reference: 'id',
}

/** Whether steps can hand on values of a type: to something of another type, or as they are. */
export function isHandedOn(type: FieldType, to: FieldType = type): boolean {
  if (to.type === 'json') return type.type === 'json' || !WITH_PARTS.has(type.type)
  return WITH_PARTS.has(type.type) ? isSame(type, to) : true
}

/** Whether values need no change to be of another type. */
function isSame(type: FieldType, to: FieldType): boolean {
  if (type.type === 'list') return to.type === 'list' && isSame(type.of, to.of)
  // Enums and objects are classes of their own wherever they stand.
  if (type.type === 'enum' || type.type === 'object') return false
  if (type.type === 'decimal') return to.type === 'decimal' && type.scale <= to.scale
  return (ALIKE[type.type] ?? type.type) === (ALIKE[to.type] ?? to.type)
}
