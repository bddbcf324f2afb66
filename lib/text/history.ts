import type { Text } from '@/lib/topology/model/basics'
import { countEn, countRu } from './plural'
import { text } from './text'

/** The names of steps: what was done, as one would say it to a colleague. */
export const stepTexts = {
  beginning: text('Beginning', 'Начало'),
  nothing: text('No change', 'Без изменений'),
  change: text('Change the design', 'Изменение дизайна'),
  changeParts: (count: number) =>
    text(`Change ${countEn(count, 'part')}`, `Изменение: ${countRu(count, 'часть', 'части', 'частей')}`),
  add: (what: Text) => text(`Add ${what.en}`, `Добавление: ${what.ru}`),
  remove: (what: Text) => text(`Delete ${what.en}`, `Удаление: ${what.ru}`),
  changeOne: (what: Text) => text(`Change ${what.en}`, `Изменение: ${what.ru}`),
  replace: (gone: Text, come: Text) =>
    text(`Replace ${gone.en} with ${come.en}`, `Замена: ${gone.ru} на ${come.ru}`),
  rename: (before: string, after: string) =>
    text(`Rename ${before} to ${after}`, `Переименование: ${before} в ${after}`),
  renameEmpty: (before: string) => text(`Clear the name of ${before}`, `Имя убрано: ${before}`),
  move: (what: Text) => text(`Move ${what.en}`, `Перемещение: ${what.ru}`),
  pin: (what: Text) => text(`Pin ${what.en}`, `Закрепление: ${what.ru}`),
  unpin: (what: Text) => text(`Unpin ${what.en}`, `Открепление: ${what.ru}`),
  connect: (from: string, to: string) => text(`Connect ${from} to ${to}`, `Связь: ${from} → ${to}`),
  disconnect: (from: string, to: string) =>
    text(`Delete link ${from} → ${to}`, `Удаление связи: ${from} → ${to}`),
  fix: (what: Text) => text(`Fix: ${what.en}`, `Исправление: ${what.ru}`),
  fixAll: text('Fix all safe problems', 'Исправление всего безопасного'),
  of: (part: Text, whole: string) => text(`${part.en} of ${whole}`, `${part.ru} (${whole})`),
} as const

/** What steps are about. */
export const partTexts = {
  named: (name: string) => text(name, name),
  nodes: (count: number) => text(countEn(count, 'node'), countRu(count, 'узел', 'узла', 'узлов')),
  links: (count: number) => text(countEn(count, 'link'), countRu(count, 'связь', 'связи', 'связей')),
  link: (from: string, to: string) => text(`link ${from} → ${to}`, `связь ${from} → ${to}`),
  entity: (name: string) => text(`entity ${name}`, `сущность ${name}`),
  entities: (count: number) =>
    text(countEn(count, 'entity', 'entities'), countRu(count, 'сущность', 'сущности', 'сущностей')),
  message: (name: string) => text(`message ${name}`, `сообщение ${name}`),
  messages: (count: number) =>
    text(countEn(count, 'message'), countRu(count, 'сообщение', 'сообщения', 'сообщений')),
  note: text('a note', 'заметка'),
  notes: (count: number) => text(countEn(count, 'note'), countRu(count, 'заметка', 'заметки', 'заметок')),
  project: text('project settings', 'настройки проекта'),
  layout: text('the layout', 'расположение'),
  item: (kind: Text, name: string) => text(`${kind.en} ${name}`.trim(), `${kind.ru} ${name}`.trim()),
} as const

/** The lists inside parts whose items have names, and what one of them is called. */
export const itemTexts: Readonly<Record<string, Text>> = {
  fields: text('field', 'поле'),
  indexes: text('index', 'индекс'),
  resources: text('resource', 'ресурс'),
  useCases: text('use case', 'сценарий'),
  handlers: text('handler', 'обработчик'),
  schedules: text('schedule', 'расписание'),
  commands: text('command', 'команда'),
  operations: text('operation', 'операция'),
  steps: text('step', 'шаг'),
  payload: text('field', 'поле'),
  values: text('value', 'значение'),
}
