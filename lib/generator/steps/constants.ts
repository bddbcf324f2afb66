import type { Constant } from '@/lib/topology/model/value'
import type { FieldType } from '../project'
import { domainConstant } from '../python/domain-constant'
import { atom, type Expression } from './expression'
import type { Needs } from './needs'
import { plain } from './typed'

/** Types whose constants are made by the type itself, so that it has to be imported. */
const MADE: ReadonlySet<FieldType['type']> = new Set([
  'enum',
  'decimal',
  'date',
  'datetime',
  'uuid',
  'reference',
])

/** A constant of the design as a Python expression of the type wanted. */
export function constantAs(constant: Constant, type: FieldType, needs: Needs): Expression {
  if (constant !== null && MADE.has(type.type)) needs.domainType(type)
  return atom(domainConstant(constant, type), plain(type))
}
