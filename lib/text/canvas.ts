import { countEn, countRu } from './plural'
import { text } from './text'

export const canvasTexts = {
  label: text('Canvas with your design', 'Холст с вашим дизайном'),
  labelReadOnly: text(
    'Canvas with a design that cannot be changed here',
    'Холст с дизайном, который здесь нельзя менять',
  ),
  readOnly: text('Read only: another tab edits it', 'Только чтение: правит другая вкладка'),
  zoomIn: text('Zoom in', 'Приблизить'),
  zoomOut: text('Zoom out', 'Отдалить'),
  minimap: text('Overview', 'Обзор'),
  nodes: (count: number) => text(countEn(count, 'node'), countRu(count, 'узел', 'узла', 'узлов')),
  errors: (count: number) => text(countEn(count, 'error'), countRu(count, 'ошибка', 'ошибки', 'ошибок')),
  warnings: (count: number) =>
    text(countEn(count, 'warning'), countRu(count, 'предупреждение', 'предупреждения', 'предупреждений')),
  notes: (count: number) => text(countEn(count, 'note'), countRu(count, 'заметка', 'заметки', 'заметок')),
  connectFrom: text('Drag to connect', 'Потяните, чтобы соединить'),
  refused: text('Not allowed', 'Так нельзя'),
  ruleDetails: text('Why', 'Почему'),
  repaired: text('Repaired', 'Исправлено'),
  connected: (from: string, to: string) =>
    text(`${from} is connected to ${to}`, `${from} теперь связан с ${to}`),
  goOnWith: text('Go on with', 'Продолжить узлом'),
  nothingFits: text('No node can be connected here', 'Сюда нельзя подключить ни один узел'),
  mayConnect: text('may be connected', 'можно соединить'),
  chooseTarget: text(
    'arrows or letters choose, Enter connects, Esc leaves',
    'стрелки и буквы выбирают, Enter соединяет, Esc отменяет',
  ),
  otherWay: text('Connect the other way round', 'Соединить в обратную сторону'),
  repairOnDrop: text('offered when you let go', 'предложим, когда отпустите'),
  nodeHelp: text(
    'Press Enter to select, the arrow keys to move, Delete to remove.',
    'Enter выделяет, стрелки двигают, Delete удаляет.',
  ),
  linkHelp: text('Press Enter to select, Delete to remove.', 'Enter выделяет, Delete удаляет.'),
} as const

/** What a node counts of itself. */
export const factTexts = {
  entities: (count: number) =>
    text(countEn(count, 'entity', 'entities'), countRu(count, 'сущность', 'сущности', 'сущностей')),
  resources: (count: number) =>
    text(countEn(count, 'resource'), countRu(count, 'ресурс', 'ресурса', 'ресурсов')),
  useCases: (count: number) =>
    text(countEn(count, 'use case'), countRu(count, 'сценарий', 'сценария', 'сценариев')),
  events: (count: number) => text(countEn(count, 'event'), countRu(count, 'событие', 'события', 'событий')),
  messages: (count: number) =>
    text(countEn(count, 'message'), countRu(count, 'сообщение', 'сообщения', 'сообщений')),
  handlers: (count: number) =>
    text(countEn(count, 'handler'), countRu(count, 'обработчик', 'обработчика', 'обработчиков')),
  schedules: (count: number) =>
    text(countEn(count, 'schedule'), countRu(count, 'расписание', 'расписания', 'расписаний')),
  commands: (count: number) =>
    text(countEn(count, 'command'), countRu(count, 'команда', 'команды', 'команд')),
  operations: (count: number) =>
    text(countEn(count, 'operation'), countRu(count, 'операция', 'операции', 'операций')),
  smtp: text('SMTP', 'SMTP'),
} as const

/** What a link says of itself, as a verb. */
export const linkTexts = {
  calls: text('calls', 'вызывает'),
  publishes: text('publishes', 'публикует'),
  consumes: text('is consumed by', 'читает'),
  stores: text('stores in', 'хранит в'),
  caches: text('caches in', 'кэширует в'),
} as const

export const accessTexts = {
  read: text('read', 'чтение'),
  write: text('read and write', 'чтение и запись'),
} as const

export const noteTexts = {
  empty: text('Empty note', 'Пустая заметка'),
  text: text('Text of the note', 'Текст заметки'),
  resize: text('Drag to change the width', 'Потяните, чтобы изменить ширину'),
  width: (pixels: number) => text(`Width: ${pixels}`, `Ширина: ${pixels}`),
} as const

export const findTexts = {
  label: text('Find on the canvas', 'Поиск на холсте'),
  placeholder: text('Node, entity, message, field', 'Узел, сущность, сообщение, поле'),
  sorts: {
    node: text('node', 'узел'),
    entity: text('entity', 'сущность'),
    message: text('message', 'сообщение'),
    field: text('field', 'поле'),
    note: text('note', 'заметка'),
  },
} as const

export const flowTexts = {
  flow: text('Flow', 'Поток'),
  label: text('Path of the message', 'Путь сообщения'),
  previous: text('Previous stop', 'Предыдущая остановка'),
  next: text('Next stop', 'Следующая остановка'),
  follow: text('Follow', 'Пройти'),
  position: (at: number, of: number) => text(`${at} of ${of}`, `${at} из ${of}`),
} as const
