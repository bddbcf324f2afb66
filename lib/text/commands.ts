import type { Text } from '@/lib/topology/model/basics'
import { text } from './text'

/** What can be done, as verbs: on buttons, in menus, in the list of keys. */
export const commandTexts = {
  undo: text('Undo', 'Отменить'),
  redo: text('Redo', 'Повторить'),
  undoStep: (step: Text) => text(`Undo: ${step.en}`, `Отменить: ${step.ru}`),
  redoStep: (step: Text) => text(`Redo: ${step.en}`, `Повторить: ${step.ru}`),
  cut: text('Cut', 'Вырезать'),
  copy: text('Copy', 'Копировать'),
  paste: text('Paste', 'Вставить'),
  delete: text('Delete', 'Удалить'),
  duplicate: text('Duplicate', 'Дублировать'),
  selectAll: text('Select all', 'Выделить всё'),
  fit: text('Fit to view', 'Показать всё'),
  zoomToSelection: text('Zoom to the selection', 'Показать выделенное'),
  find: text('Find on the canvas', 'Найти на холсте'),
  follow: text('Walk along the flow', 'Пройти по потоку'),
  addNote: text('Note', 'Заметка'),
  drawLink: text('Connect by choosing on the canvas', 'Соединить, выбрав на холсте'),
  add: text('Add a node', 'Добавить узел'),
  download: text('Download project', 'Скачать проект'),
  explore: text('Explore the files', 'Просмотреть файлы'),
  openFile: text('Open a file', 'Открыть файл'),
  documents: text('Designs', 'Дизайны'),
  history: text('History', 'История'),
  saveFile: text('Save as a file', 'Сохранить в файл'),
  newDesign: text('New design', 'Новый дизайн'),
  copyLink: text('Copy link', 'Скопировать ссылку'),
  examples: text('Examples', 'Примеры'),
  problems: text('Problems', 'Проблемы'),
  help: text('Keys and help', 'Клавиши и справка'),
  close: text('Deselect', 'Снять выделение'),
  commands: text('All commands', 'Все команды'),
  connect: text('Connect to…', 'Соединить с…'),
  connectFrom: (name: string) => text(`Connect ${name} to`, `Соединить ${name} с`),
  rename: text('Rename', 'Переименовать'),
  outline: text('Outline', 'Структура'),
  menu: text('What can be done here', 'Что здесь можно сделать'),
  reverse: text('Turn round', 'Развернуть'),
  fixAll: text('Fix all that is safe', 'Исправить всё безопасное'),
  theme: text('Light or dark', 'Светлая или тёмная'),
  language: text('Русский интерфейс', 'English interface'),
  rulesPage: text('All rules', 'Все правила'),
} as const

export const commandGroupTexts = {
  design: text('Design', 'Дизайн'),
  edit: text('Editing', 'Правка'),
  arrange: text('Arranging', 'Расположение'),
  view: text('View', 'Вид'),
  add: text('Add, while the canvas has focus', 'Добавить, когда холст в фокусе'),
} as const

export const refusalTexts = {
  nothingToUndo: text('Nothing to undo', 'Нечего отменять'),
  nothingToRedo: text('Nothing to redo', 'Нечего повторять'),
  nothingFlows: text(
    'Select a queue, a message or its link first',
    'Сначала выделите очередь, сообщение или его связь',
  ),
  nothingSelected: text('Nothing is selected', 'Ничего не выделено'),
  noNodeSelected: text('No node is selected', 'Ни один узел не выделен'),
  selectOneNode: text('Select one node', 'Выделите один узел'),
  noLinkSelected: text('No link is selected', 'Ни одна связь не выделена'),
  nothingToFix: text('Nothing can be fixed without you', 'Без вас исправлять нечего'),
  onlyOnce: text(
    'A project has only one of what is selected',
    'Из выделенного в проекте может быть только по одному',
  ),
  oneDataApi: (engine: string) =>
    text(
      `There is a data API for ${engine}; one holds all its data`,
      `API данных для ${engine} уже есть; все данные у него`,
    ),
  oneDatabase: (engine: string) => text(`There is one ${engine} already`, `${engine} уже есть`),
  noPort: text('All 98 ports of Business APIs are taken', 'Все 98 портов бизнес-API заняты'),
  full: text('A design has at most 500 nodes', 'В проекте не больше 500 узлов'),
  oneRedis: text('One Redis serves the whole project', 'Один Redis служит всему проекту'),
} as const
