import { cutClassName } from '@/lib/topology/cut-name'
import type { Lookup } from '@/lib/topology/lookup'
import type { Field as DrawnField } from '@/lib/topology/model/field'
import { pascalCase } from '@/lib/topology/naming'
import type { Field, SystemOperation } from './project'
import { resolveFields } from './resolve-fields'

export type OperationNames = Pick<SystemOperation, 'name' | 'className' | 'home'>

/** With what its classes add it still fits into the lines that they stand in. */
const LONGEST_CLASS = 60

/** What an operation of a system is called in Python; its classes begin with that of the system. */
export function namesOperation(
  system: string,
  name: string,
  className: string = pascalCase(system),
): OperationNames {
  return {
    name,
    className: cutClassName(className + pascalCase(name), LONGEST_CLASS),
    home: `domain.externals.${system}`,
  }
}

/** What an operation is asked with, or answers. */
export function resolveOperationFields(
  { className, home }: OperationNames,
  what: 'asked' | 'answer',
  fields: readonly DrawnField[],
  look: Lookup,
): readonly Field[] {
  const { locale } = look.topology.project
  return resolveFields(
    { name: `${className}_${what}`, home, fields },
    { locale, entity: (id) => look.entity(id), isLater: () => false },
  )
}
