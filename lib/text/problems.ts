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

export const groupTexts = {
  'data-access': text('HTTP-only data access', 'Данные только по HTTP'),
  processes: text('One service type per process', 'Один тип сервиса в процессе'),
  communication: text('Communication', 'Взаимодействие'),
  names: text('Names', 'Имена'),
  ports: text('Ports and processes', 'Порты и процессы'),
  documents: text('Documents and safety', 'Документы и безопасность'),
} as const
