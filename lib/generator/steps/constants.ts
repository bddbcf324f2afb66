import type { Constant } from '@/lib/topology/model/value'
import { pythonLiteral } from '../encode/python'
import type { FieldType } from '../project'
import { atom, type Expression } from './expression'
import type { Needs } from './needs'
import { plain } from './typed'

/** A constant of the design as a Python expression of the type wanted. */
export function constantAs(constant: Constant, type: FieldType, needs: Needs): Expression {
  return atom(code(constant, type, needs), plain(type))
}

function code(constant: Constant, type: FieldType, needs: Needs): string {
  if (constant === null) return 'None'
  switch (type.type) {
    case 'enum': {
      const member = type.values.find(({ name }) => name === constant)?.member
      return `${needs.valueObject(type)}.${member}`
    }
    case 'decimal':
      needs.own('domain.kinds', 'Number')
      return `Number(${pythonLiteral(String(constant))})`
    case 'date':
      needs.own('domain.kinds', 'Day')
      return `Day.fromisoformat(${pythonLiteral(String(constant))})`
    case 'datetime':
      needs.own('domain.kinds', 'Moment')
      return `Moment.fromisoformat(${pythonLiteral(String(constant))})`
    case 'uuid':
    case 'reference':
      needs.import('uuid', 'UUID')
      return `UUID(${pythonLiteral(String(constant).toLowerCase())})`
    default:
      return pythonLiteral(constant, { ascii: true })
  }
}
