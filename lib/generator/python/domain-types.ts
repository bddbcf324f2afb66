import { Code } from '../code'
import { ident, py } from '../encode/python'
import type { FieldType } from '../project'

/** Names of plain types in the domain: all capitalised, so that no field can hide one. */
const KINDS: Readonly<Partial<Record<FieldType['type'], string>>> = {
  string: 'Text',
  text: 'Text',
  email: 'Text',
  secret: 'Text',
  integer: 'Integer',
  decimal: 'Number',
  boolean: 'Flag',
  date: 'Day',
  datetime: 'Moment',
  json: 'Json',
}

/** The type of a value in the domain. */
export function domainType(type: FieldType): Code {
  switch (type.type) {
    case 'list':
      return py`Items[${domainType(type.of)}]`
    case 'enum':
    case 'object':
      return ident(type.className)
    default:
      return Code.of(KINDS[type.type] ?? 'UUID')
  }
}

/** The module of a class: below the service's package, or among what all services share. */
function moduleOf(home: string, service: string): string {
  return home.startsWith('shared.') ? home : `${service}.${home}`
}

/** The import statements that the domain types of these values need. */
export function domainImports(types: readonly FieldType[], service: string): readonly string[] {
  return types.flatMap((type): readonly string[] => {
    switch (type.type) {
      case 'list':
        return [`from ${service}.domain.kinds import Items`, ...domainImports([type.of], service)]
      case 'enum':
      case 'object':
        return [`from ${moduleOf(type.home, service)} import ${type.className}`]
      case 'uuid':
      case 'reference':
        return ['from uuid import UUID']
      default:
        return [`from ${service}.domain.kinds import ${KINDS[type.type]}`]
    }
  })
}
