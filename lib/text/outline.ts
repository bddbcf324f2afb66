import { text } from './text'

/** The design as a tree: the same as the canvas, for who does not use it. */
export const outlineTexts = {
  title: text('Outline', 'Структура'),
  services: text('Services', 'Сервисы'),
  queues: text('Queues', 'Очереди'),
  stores: text('Databases and Redis', 'Базы и Redis'),
  externals: text('External systems', 'Внешние системы'),
  messages: text('Messages of no queue', 'Сообщения без очереди'),
  empty: text(
    'Nothing is drawn yet. Add a node, and it stands here.',
    'Пока ничего не нарисовано. Добавьте узел — он появится здесь.',
  ),
  hint: text(
    'Arrow keys move, Enter opens, F2 renames, Delete removes, the menu key shows the rest.',
    'Стрелки ходят, Enter открывает, F2 переименовывает, Delete удаляет, остальное в контекстном меню.',
  ),
  open: text('Open', 'Открыть'),
  operations: text('operations', 'операции'),
  tabs: text('What is at the left', 'Что слева'),
  several: (count: number) => text(`${count} selected`, `Выделено: ${count}`),
} as const

/** What a part inside a node is. */
export const partTexts = {
  resources: text('resource', 'ресурс'),
  useCases: text('use case', 'сценарий'),
  handlers: text('handler', 'обработчик'),
  schedules: text('schedule', 'расписание'),
  commands: text('command', 'команда'),
  operations: text('operation', 'операция'),
  entity: text('entity', 'сущность'),
  event: text('event', 'событие'),
  task: text('task', 'задача'),
} as const
