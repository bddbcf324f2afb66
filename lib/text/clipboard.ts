import { countEn, countRu } from './plural'
import { text } from './text'

const nodesEn = (count: number) => countEn(count, 'node')
const nodesRu = (count: number) => countRu(count, 'узел', 'узла', 'узлов')

/** What copying and pasting say of themselves. */
export const clipboardTexts = {
  copied: (count: number) => text(`Copied: ${nodesEn(count)}`, `Скопировано: ${nodesRu(count)}`),
  pasted: (count: number) => text(`Pasted: ${nodesEn(count)}`, `Вставлено: ${nodesRu(count)}`),
  duplicated: (count: number) => text(`Duplicated: ${nodesEn(count)}`, `Продублировано: ${nodesRu(count)}`),
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
