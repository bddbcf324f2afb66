import type { Text } from '@/lib/topology/model/basics'

/** What the store itself tells a person; it stands below the texts of the interface. */
export const storeWords = {
  notChanged: words('Not changed', 'Не изменено'),
  readOnly: words(
    'This design is open in another tab, which writes it. Take over there, or go on with a copy.',
    'Этот дизайн открыт в другой вкладке, и пишет она. Возьмите правку на себя или продолжите с копией.',
  ),
  openElsewhere: words('It is open in another tab.', 'Он открыт в другой вкладке.'),
  copied: words(
    'This design was changed in another tab. Here you go on with a copy.',
    'Этот дизайн изменён в другой вкладке. Здесь вы продолжаете с копией.',
  ),
  recovered: words('Your last edits were recovered', 'Последние правки восстановлены'),
  recoveredCopy: words(
    'Edits that were not saved are kept as a copy',
    'Несохранённые правки сохранены как копия',
  ),
  yourTurn: words('You can edit this design here now', 'Теперь этот дизайн можно менять здесь'),
  updated: words('Topoforge was updated', 'Topoforge обновился'),
  updatedDetail: words(
    'The page was loaded anew with the new version. Your design is as it was.',
    'Страница загружена заново, уже новой версии. Ваш дизайн остался как был.',
  ),
  away: words(
    'No connection: a part of Topoforge could not be loaded',
    'Нет соединения: часть Topoforge не загрузилась',
  ),
  awayDetail: words(
    'Go on drawing, everything is kept in this browser. The page loads that part when the connection is back.',
    'Рисуйте дальше, всё хранится в этом браузере. Страница загрузит эту часть, когда соединение вернётся.',
  ),
  connected: words('The connection is back', 'Соединение вернулось'),
  connectedDetail: words(
    'The page was loaded anew. Your design is as it was.',
    'Страница загружена заново. Ваш дизайн остался как был.',
  ),
  openIt: words('Open it', 'Открыть'),
  beforeDeleting: words('deleting nodes', 'удаление узлов'),
  goOnAsCopy: words('Go on as a copy', 'Продолжение с копией'),
} as const

function words(en: string, ru: string): Text {
  return { en, ru }
}
