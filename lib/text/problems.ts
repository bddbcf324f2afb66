import { countEn, countRu } from './plural'
import { text } from './text'

export const problemTexts = {
  title: text('Problems', 'Проблемы'),
  none: text('No problems', 'Проблем нет'),
  ready: text('Ready to download', 'Можно скачивать'),
  fix: text('Fix', 'Исправить'),
  fixAll: (count: number) => text(`Fix all safe (${count})`, `Исправить безопасное (${count})`),
  rule: text('About the rule', 'О правиле'),
  show: text('Show', 'Показать'),
  open: text('Show problems', 'Показать проблемы'),
  groupBy: text('Group by', 'Группировать'),
  bySeverity: text('by severity', 'по важности'),
  byPlace: text('by place', 'по месту'),
  byLaw: text('by law', 'по законам'),
  filter: text('Which are shown', 'Какие показаны'),
  project: text('Project', 'Проект'),
  messages: text('Messages', 'Сообщения'),
  noneShown: text('None of the chosen severity', 'Таких нет'),
  notYet: (count: number) =>
    text(
      `${countEn(count, 'part')} of the design cannot be generated yet: the drawing is right, the download has to wait.`,
      `${countRu(count, 'часть дизайна', 'части дизайна', 'частей дизайна')} пока не генерируется: рисунок верен, со скачиванием придётся подождать.`,
    ),
  waits: text('some of it is not generated yet', 'часть пока не генерируется'),
  height: text('Height of the problems', 'Высота списка проблем'),
  hide: text('Hide problems', 'Скрыть проблемы'),
} as const

export const severityTexts = {
  error: text('Error', 'Ошибка'),
  warning: text('Warning', 'Предупреждение'),
  info: text('Note', 'Заметка'),
} as const

export const severityGroupTexts = {
  error: text('Errors block the download', 'Ошибки не дают скачать'),
  warning: text('Warnings', 'Предупреждения'),
  info: text('Notes', 'Заметки'),
} as const

/** Where a problem stands that reads like another one. */
export const whereTexts = {
  step: (number: number) => text(`step ${number}`, `шаг ${number}`),
} as const
