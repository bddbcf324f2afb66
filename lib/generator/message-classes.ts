import { ENTITY_CLASSES, INNER_CLASSES } from '@/lib/topology/reserved'
import type { Entity, FieldType } from './project'

/** The classes that stand beside those of messages in one module: all that are made of entities. */
export function classesBeside(entities: readonly Entity[]): ReadonlySet<string> {
  const formed = (forms: readonly string[], name: string) => forms.map((form) => form.replace('*', name))
  return new Set(
    entities.flatMap(({ className, fields }) => [
      className,
      ...formed(ENTITY_CLASSES, className),
      ...fields
        .flatMap(({ type }) => classesIn(type))
        .flatMap((name) => [name, ...formed(INNER_CLASSES, name)]),
    ]),
  )
}

function classesIn(type: FieldType): readonly string[] {
  if (type.type === 'list') return classesIn(type.of)
  if (type.type === 'enum') return [type.className]
  return type.type === 'object'
    ? [type.className, ...type.fields.flatMap((field) => classesIn(field.type))]
    : []
}
