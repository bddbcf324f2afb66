import { pythonLiteral } from '../encode/python'
import type { FieldType } from '../project'

type Constant = string | number | boolean | null | readonly string[]

/** A constant of the design as a Python expression of the domain's type. */
export function domainConstant(constant: Constant, type: FieldType): string {
  if (constant === null) return 'None'
  if (type.type === 'list' && Array.isArray(constant)) {
    const items = constant.map((item: string) => domainConstant(item, type.of))
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
  }
  switch (type.type) {
    case 'enum':
      return `${type.className}.${type.values.find(({ name }) => name === constant)?.member}`
    case 'decimal':
      return `Number(${pythonLiteral(String(constant))})`
    case 'date':
      return `Day.fromisoformat(${pythonLiteral(String(constant))})`
    case 'datetime':
      return `Moment.fromisoformat(${pythonLiteral(String(constant))})`
    case 'uuid':
    case 'reference':
      return `UUID(${pythonLiteral(String(constant))})`
    default:
      return pythonLiteral(constant, { ascii: true })
  }
}
