import { countEn, countRu } from './plural'
import { text } from './text'

/** The list of designs. */
export const designsTexts = {
  title: text('Designs', 'Дизайны'),
  openFile: text('Open file…', 'Открыть файл…'),
  newDesign: text('New design', 'Новый дизайн'),
  search: text('Search by name', 'Поиск по имени'),
  list: text('Designs in this browser', 'Дизайны в этом браузере'),
  nothing: text('Nothing is kept here yet', 'Здесь пока ничего нет'),
  nothingHint: text(
    'Whatever you draw appears here by itself, a moment after you drew it.',
    'Всё, что вы рисуете, появляется здесь само, сразу же.',
  ),
  notFound: (words: string) => text(`No design is called “${words}”`, `Нет дизайна с именем «${words}»`),
  noDatabase: text(
    'This browser keeps no designs for Topoforge: private mode, or storage is blocked. Save a file instead.',
    'Этот браузер не хранит дизайны Topoforge: приватный режим или хранилище запрещено. Сохраните файл.',
  ),
  open: (name: string) => text(`Open ${name}`, `Открыть ${name}`),
  isOpen: text('Open now', 'Открыт сейчас'),
  rename: text('Rename', 'Переименовать'),
  name: text('Name of the design', 'Имя дизайна'),
  duplicate: text('Duplicate', 'Дублировать'),
  delete: text('Delete', 'Удалить'),
  deleted: (name: string) => text(`Deleted: ${name}`, `Удалён: ${name}`),
  undoDelete: text('Bring back', 'Вернуть'),
  lately: (count: number) =>
    text(`Deleted in the last day (${count})`, `Удалено за последние сутки (${count})`),
  nodes: (count: number) => text(countEn(count, 'node'), countRu(count, 'узел', 'узла', 'узлов')),
  problems: (count: number) =>
    text(countEn(count, 'problem'), countRu(count, 'проблема', 'проблемы', 'проблем')),
  keys: text(
    'Arrow keys move between designs, F2 renames, Del deletes.',
    'Стрелки переходят между дизайнами, F2 переименовывает, Del удаляет.',
  ),
  onlyHere: text(
    'Kept only in this browser, which may delete it when space is short. A file or a link keeps it for good.',
    'Хранится только в этом браузере, и при нехватке места он может это удалить. Файл или ссылка надёжнее.',
  ),
  onlyHerePersisted: text(
    'Kept only in this browser, also when space is short. To have a design elsewhere, save a file or copy its link.',
    'Хранится только в этом браузере, даже при нехватке места. Чтобы взять дизайн с собой, сохраните файл или ссылку.',
  ),
} as const

/** What happened to the open design, and the way back. */
export const historyTexts = {
  title: text('History', 'История'),
  steps: text('Steps', 'Шаги'),
  goTo: (name: string) => text(`Go to: ${name}`, `Перейти: ${name}`),
  now: text('Now', 'Сейчас'),
  undone: text('undone', 'отменён'),
  checkpoints: text('Checkpoints', 'Контрольные точки'),
  checkpointsHint: text(
    'Versions that stay, whatever you do next. Some are made by themselves before big changes.',
    'Версии, которые останутся, что бы вы ни делали дальше. Перед большими изменениями они делаются сами.',
  ),
  name: text('Name of the checkpoint', 'Имя контрольной точки'),
  make: text('Make a checkpoint', 'Сделать точку'),
  byItself: text('made by itself', 'сделана сама'),
  restore: text('Restore', 'Восстановить'),
  restoreOne: (name: string) => text(`Restore: ${name}`, `Восстановить: ${name}`),
  remove: (name: string) => text(`Delete checkpoint: ${name}`, `Удалить точку: ${name}`),
  keeps: text(
    'The last 100 steps stay with the design, also after you close it.',
    'Последние 100 шагов остаются с дизайном и после закрытия.',
  ),
} as const

/** What stands over the canvas when something has to be decided. */
export const bannerTexts = {
  otherTab: text('This design is open in another tab', 'Этот дизайн открыт в другой вкладке'),
  otherTabHint: text(
    'You see here what is drawn there, and cannot change it.',
    'Здесь видно всё, что рисуют там, но менять нельзя.',
  ),
  takeOver: text('Edit here', 'Править здесь'),
  copy: text('Go on with a copy', 'Продолжить с копией'),
  full: text('Not saved: the browser has no room left', 'Не сохранено: в браузере нет места'),
  fullHint: text(
    'What you draw stays on the page only. Save a file, or delete designs you no longer need.',
    'То, что вы рисуете, есть только на этой странице. Сохраните файл или удалите ненужные дизайны.',
  ),
  forbidden: text('Not saved: the browser allows no storage', 'Не сохранено: браузер не даёт хранить'),
  forbiddenHint: text(
    'Private mode, or storage is blocked. What you draw may be gone when you close the page: save a file.',
    'Приватный режим, или хранилище запрещено. После закрытия страницы всё может пропасть: сохраните файл.',
  ),
  saveFile: text('Save a file', 'Сохранить файл'),
  manage: text('Show designs', 'Показать дизайны'),
} as const

/** When the page itself fails. */
export const brokenTexts = {
  title: text('The page has to be loaded anew', 'Страницу нужно загрузить заново'),
  hint: text(
    'A part of it could not be loaded. Your design is saved in this browser.',
    'Часть страницы не загрузилась. Ваш дизайн сохранён в этом браузере.',
  ),
  reload: text('Reload', 'Загрузить заново'),
} as const
