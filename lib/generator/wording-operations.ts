import type { Locale } from '@/lib/topology/model/basics'
import type { CrudOperation } from '@/lib/topology/model/service'
import type { Entity } from './project'
import { words } from './wording'

/** What an operation is called in the description of an API; `{label}` stands for the entity. */
export const OPERATION_SUMMARIES: Readonly<Record<CrudOperation, Readonly<Record<Locale, string>>>> = {
  create: { ru: 'Создание: {label}', en: 'Create: {label}' },
  read: { ru: 'Чтение: {label}', en: 'Read: {label}' },
  list: { ru: 'Список: {label}', en: 'List: {label}' },
  update: { ru: 'Изменение: {label}', en: 'Update: {label}' },
  delete: { ru: 'Удаление: {label}', en: 'Delete: {label}' },
}

/** What following the changes of an entity is called. */
export const CHANGES_SUMMARY: Readonly<Record<Locale, string>> = {
  ru: 'Изменения: {label}',
  en: 'Changes: {label}',
}

/** The same for one entity. */
export function changesSummary(entity: Pick<Entity, 'labels' | 'name'>, locale: Locale): string {
  return CHANGES_SUMMARY[locale].replace('{label}', () => entityLabel(entity))
}

/** What people call an entity: its label, else the words of its name. */
export function entityLabel({ labels, name }: Pick<Entity, 'labels' | 'name'>): string {
  return labels.one ?? words(name)
}

/** What an operation on an entity is called: `Создание: заявка`. */
export function operationSummary(
  operation: CrudOperation,
  entity: Pick<Entity, 'labels' | 'name'>,
  locale: Locale,
): string {
  // A replacement text would read `$&` in the label as a mark of its own.
  return OPERATION_SUMMARIES[operation][locale].replace('{label}', () => entityLabel(entity))
}
