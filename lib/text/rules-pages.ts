import { text } from './text'

export const rulesPageTexts = {
  title: text('The rules', 'Правила'),
  lead: text(
    'Every design is checked against these laws while it is drawn. An error blocks the download; a warning never does.',
    'Каждый дизайн проверяется по этим законам, пока его рисуют. Ошибка не даёт скачать проект, предупреждение — никогда.',
  ),
  back: text('All rules', 'Все правила'),
  designer: text('Designer', 'Редактор'),
  why: text('Why', 'Почему'),
  breaks: text('Breaks the rule', 'Нарушает правило'),
  keeps: text('Keeps the rule', 'Соблюдает правило'),
  open: text('Open in the designer', 'Открыть в редакторе'),
  says: text('What it says there', 'Что будет сказано'),
  language: text('По-русски', 'In English'),
  dark: text('Use the dark theme', 'Включить тёмную тему'),
  light: text('Use the light theme', 'Включить светлую тему'),
  groups: text('Groups of rules', 'Группы правил'),
  count: (count: number) => text(`${count} rules`, `Правил: ${count}`),
  repair: text('Repair', 'Исправление'),
} as const
