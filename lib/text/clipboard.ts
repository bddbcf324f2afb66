import { countEn, countRu } from './plural'
import { text } from './text'

/** `2 nodes, 1 note`: what there is none of is not said, unless there is nothing. */
const thingsEn = (nodes: number, notes: number) =>
  [
    ...(nodes > 0 || notes === 0 ? [countEn(nodes, 'node')] : []),
    ...(notes > 0 ? [countEn(notes, 'note')] : []),
  ].join(', ')
const thingsRu = (nodes: number, notes: number) =>
  [
    ...(nodes > 0 || notes === 0 ? [countRu(nodes, 'узел', 'узла', 'узлов')] : []),
    ...(notes > 0 ? [countRu(notes, 'заметка', 'заметки', 'заметок')] : []),
  ].join(', ')

/** What copying and pasting say of themselves. */
export const clipboardTexts = {
  copied: (nodes: number, notes: number) =>
    text(`Copied: ${thingsEn(nodes, notes)}`, `Скопировано: ${thingsRu(nodes, notes)}`),
  pasted: (nodes: number, notes: number) =>
    text(`Pasted: ${thingsEn(nodes, notes)}`, `Вставлено: ${thingsRu(nodes, notes)}`),
  duplicated: (nodes: number, notes: number) =>
    text(`Duplicated: ${thingsEn(nodes, notes)}`, `Продублировано: ${thingsRu(nodes, notes)}`),
  pasting: text('Paste', 'Вставка'),
  duplicating: text('Duplicate', 'Дублирование'),
  empty: text('The clipboard is empty', 'Буфер обмена пуст'),
  foreign: text(
    'What the clipboard holds is no part of a design. Nothing was changed.',
    'В буфере обмена не часть дизайна. Ничего не изменено.',
  ),
  nothingNew: text('Everything of it is here already', 'Всё это здесь уже есть'),
  there: (names: readonly string[]) =>
    names.length === 1
      ? text(
          `A project has only one of this, and this project has it already: ${names[0]}.`,
          `Такой узел в проекте бывает только один, и здесь он уже есть: ${names[0]}.`,
        )
      : text(
          `A project has only one of each of these, and this project has them already: ${names.join(', ')}.`,
          `Такие узлы бывают в проекте только по одному, и здесь они уже есть: ${names.join(', ')}.`,
        ),
  entitiesAdded: (count: number) =>
    text(
      `${countEn(count, 'entity', 'entities')} came with it.`,
      `С ним пришли: ${countRu(count, 'сущность', 'сущности', 'сущностей')}.`,
    ),
  lost: (count: number) =>
    text(
      `${countEn(count, 'part')} left out: what they refer to is not in this design.`,
      `Не вставлено: ${countRu(count, 'часть', 'части', 'частей')}. Того, на что они ссылаются, в этом дизайне нет.`,
    ),
} as const
