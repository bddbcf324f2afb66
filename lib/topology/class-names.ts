import { cutClassName } from './cut-name'
import type { Entity } from './model/entity'
import type { FieldType, ObjectField } from './model/field'
import { pascalCase } from './naming'
import { ENTITY_CLASSES, INNER_CLASSES } from './reserved'

/** A class that an enum or an object inside an entity becomes. */
export interface InnerClass {
  readonly name: string
  readonly type: Extract<FieldType, { type: 'enum' | 'object' }>
  /** The path of the field inside the entity, for showing what a class comes from. */
  readonly path: readonly (string | number)[]
}

/** The class of an entity: `LoanApplication`. */
export function entityClass(entity: Pick<Entity, 'name'>): string {
  return pascalCase(entity.name)
}

/**
 * The classes of the enums and objects of an entity, outer ones before the
 * ones inside them: `LoanStatus`, `LoanAddress`, `LoanAddressKind`. What a
 * list holds is named like the list's field.
 */
export function innerClasses(entity: Pick<Entity, 'name' | 'fields'>): readonly InnerClass[] {
  return [...classesOf(entity.fields, entityClass(entity), ['fields'])]
}

function* classesOf(
  fields: readonly ObjectField[],
  prefix: string,
  path: readonly (string | number)[],
): Generator<InnerClass> {
  for (const [index, field] of fields.entries()) {
    yield* classesIn(field, prefix + pascalCase(field.name), [...path, index])
  }
}

function* classesIn(
  type: FieldType,
  name: string,
  path: readonly (string | number)[],
): Generator<InnerClass> {
  if (type.type === 'list') yield* classesIn(type.of, name, [...path, 'of'])
  if (type.type === 'enum') yield { name: innerClass(name), type, path }
  if (type.type === 'object') {
    yield { name: innerClass(name), type, path }
    yield* classesOf(type.fields, name, [...path, 'fields'])
  }
}

/** Inner classes of long names are cut, so that a line with one always fits. */
export function innerClass(path: string): string {
  return cutClassName(path, 40)
}

/** What a class of the design is the class of. */
export type ClassRole = 'entity' | 'field'

const FORMS = [
  ...ENTITY_CLASSES.map((form) => ({ role: 'entity', form }) as const),
  ...INNER_CLASSES.map((form) => ({ role: 'field', form }) as const),
].map(({ role, form }) => {
  const [start = '', end = ''] = form.split('*')
  return { role, start, end }
})

/** The classes for which a class of this name would be generated: `LoanPage` for the entity class `Loan`. */
export function basesOf(name: string): readonly { readonly role: ClassRole; readonly base: string }[] {
  return FORMS.filter(
    ({ start, end }) =>
      name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end),
  ).map(({ role, start, end }) => ({ role, base: name.slice(start.length, name.length - end.length) }))
}

/** The name of an enum's member in Python: `in-progress` → `IN_PROGRESS`. */
export function enumMember(value: string): string {
  return value.replaceAll('-', '_').toUpperCase()
}
