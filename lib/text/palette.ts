import type { Text } from '@/lib/topology/model/basics'
import { text } from './text'

/** The command palette, and what it lists beside commands. */
export const paletteTexts = {
  title: text('Commands', 'Команды'),
  placeholder: text('What do you want to do, or where to go?', 'Что сделать или куда перейти?'),
  nothing: text('Nothing is called that', 'Ничего такого нет'),
  goTo: text('Go to', 'Перейти'),
  rules: text('Rules', 'Правила'),
  add: (what: Text) => text(`Add: ${what.en}`, `Добавить: ${what.ru}`),
  entity: text('Entity', 'Сущность'),
  event: text('Event', 'Событие'),
  task: text('Task', 'Задача'),
  caseOf: (of: string) => text(`Use case of ${of}`, `Сценарий ${of}`),
} as const
