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

/** What stands beside operations on entities in the description of an API. */
export const GROUPS = {
  useCases: { ru: 'Сценарии', en: 'Use cases' },
  health: { ru: 'Состояние', en: 'Health' },
  units: { ru: 'Запись целиком', en: 'Units' },
  outbox: { ru: 'Исходящие сообщения', en: 'Outbox' },
} satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>

/** What single operations are called that belong to no entity, or to no CRUD. */
export const OTHER_SUMMARIES = {
  live: { ru: 'Процесс работает', en: 'The process runs' },
  ready: { ru: 'Сервис готов', en: 'The service is ready' },
  search: { ru: 'Поиск: {label}', en: 'Search: {label}' },
  commitUnit: { ru: 'Записать всё вместе', en: 'Write all together' },
  leaseMessages: { ru: 'Взять сообщения для отправки', en: 'Lease messages' },
  acknowledgeMessages: { ru: 'Подтвердить отправку', en: 'Acknowledge messages' },
} satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>

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

/** How the probes of every service are called in its description, by their names in Python. */
export function probeTexts(locale: Locale): readonly { readonly name: string; readonly text: string }[] {
  const { live, ready } = OTHER_SUMMARIES
  const texts = { HEALTH: GROUPS.health, LIVE: live, READY: ready }
  return Object.entries(texts).map(([name, text]) => ({ name, text: text[locale] }))
}

/** Under which name the operations on an entity stand together: `Заявки`. */
export function entityGroup({ labels, plural }: Pick<Entity, 'labels' | 'plural'>): string {
  return labels.many ?? words(plural)
}

/** What searching an entity is called. */
export function searchSummary(entity: Pick<Entity, 'labels' | 'name'>, locale: Locale): string {
  return OTHER_SUMMARIES.search[locale].replace('{label}', () => entityLabel(entity))
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
