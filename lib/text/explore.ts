import { countEn, countRu } from './plural'
import { text } from './text'

const files = (count: number) => text(countEn(count, 'file'), countRu(count, 'файл', 'файла', 'файлов'))

export const exploreTexts = {
  title: text('Explore', 'Файлы'),
  about: text('Files of the download', 'Файлы проекта'),
  files,
  tree: text('Files', 'Файлы'),
  search: text('Search names and text', 'Поиск по именам и тексту'),
  clear: text('Clear the search', 'Очистить поиск'),
  found: (count: number) =>
    text(`Found in ${countEn(count, 'file')}`, `Найдено: ${countRu(count, 'файл', 'файла', 'файлов')}`),
  nothingFound: text('No file says that', 'Ни в одном файле этого нет'),
  working: text('Making the files…', 'Создаются файлы…'),
  close: text('Close the files', 'Закрыть файлы'),
  enlarge: text('Over the canvas', 'Во всю высоту'),
  reduce: text('Below the canvas', 'Под холстом'),
  height: text('Height of the files', 'Высота файлов'),
  back: text('Back to the list', 'К списку'),

  all: text('All', 'Все'),
  ofSelection: (name: string) => text(`From ${name}`, `Из ${name}`),
  changed: (count: number) => text(`Changed (${count})`, `Изменённые (${count})`),
  which: text('Which files', 'Какие файлы'),
  noneOfSelection: text('Nothing in the files comes from it', 'В файлах из этого ничего нет'),
  noneChanged: text('No file has changed', 'Файлы не изменились'),
  since: text('Compared with', 'По сравнению с'),
  sinceEdit: text('before the last edit', 'до последней правки'),
  sinceOpened: text('when it was opened', 'как было при открытии'),
  sinceCheckpoint: text('the last checkpoint', 'последней контрольной точкой'),

  added: text('new', 'новый'),
  changedOne: text('changed', 'изменён'),
  removed: text('removed', 'удалён'),
  folder: (count: number) => files(count),

  code: text('File', 'Файл'),
  changes: text('Changes', 'Изменения'),
  shown: text('What is shown', 'Что показано'),
  copy: text('Copy the text', 'Скопировать текст'),
  copied: text('Text copied', 'Текст скопирован'),
  copyPath: text('Copy the path', 'Скопировать путь'),
  pathCopied: text('Path copied', 'Путь скопирован'),
  save: text('Download this file', 'Скачать этот файл'),
  lines: (count: number) => text(countEn(count, 'line'), countRu(count, 'строка', 'строки', 'строк')),
  comesFrom: text('Comes from', 'Происходит из'),
  wholeProject: text('the project', 'проекта'),
  showPart: (name: string) => text(`Show ${name} on the canvas`, `Показать ${name} на холсте`),
  marked: (count: number) =>
    text(
      `${countEn(count, 'line')} from the selection`,
      `${countRu(count, 'строка', 'строки', 'строк')} из выделенного`,
    ),
  nextMarked: text('Next place', 'Следующее место'),
  codeOf: (path: string) =>
    text(
      `Code of ${path}. Enter shows what a line comes from.`,
      `Код ${path}. Enter показывает, откуда строка.`,
    ),
  unchangedLines: (count: number) =>
    text(
      `${countEn(count, 'line')} unchanged`,
      `${countRu(count, 'строка', 'строки', 'строк')} без изменений`,
    ),
  choose: text('Choose a file', 'Выберите файл'),
  removedFile: text('This file is not made any more.', 'Этот файл больше не создаётся.'),
  emptyFile: text('This file is empty, as it should be.', 'Этот файл пуст, так и должно быть.'),

  blocked: (count: number) =>
    text(
      `The design has ${countEn(count, 'error')}, so its files cannot be made now.`,
      `В дизайне ${countRu(count, 'ошибка', 'ошибки', 'ошибок')}, поэтому сейчас файлы не создать.`,
    ),
  ofLastGood: text('as they were before the problems', 'какими были до проблем'),
  lastGood: text('Below is the design as it was before.', 'Ниже дизайн, каким он был до этого.'),
  notYet: (count: number) =>
    text(
      `${countEn(count, 'part')} of this design cannot be built yet:`,
      `${countRu(count, 'часть', 'части', 'частей')} дизайна пока нельзя собрать:`,
    ),
  notYetEnd: text(
    'Nothing is wrong with them. The files appear here for designs without them.',
    'С ними всё в порядке. Файлы появятся здесь для дизайна без них.',
  ),
  more: (count: number) => text(`and ${count} more`, `и ещё ${count}`),
  empty: text('Draw something, and its files appear here.', 'Нарисуйте что-нибудь, и здесь появятся файлы.'),
  stopped: text(
    'The part of the page that makes files has stopped. Try again; if it stays, reload the page. Your design is kept.',
    'Часть страницы, которая создаёт файлы, остановилась. Попробуйте ещё раз; если не поможет, обновите страницу. Дизайн сохранён.',
  ),
  failed: text(
    'This is a fault of Topoforge, not of your design. Save the design as a file and report it with these words:',
    'Это ошибка Topoforge, а не вашего дизайна. Сохраните дизайн в файл и сообщите о ней с этими словами:',
  ),
  again: text('Try again', 'Попробовать ещё раз'),
} as const
