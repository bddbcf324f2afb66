import type { Text } from '@/lib/topology/model/basics'
import { text } from './text'

export const frameTexts = {
  close: text('Close', 'Закрыть'),
  more: text('More', 'Ещё'),
  palette: text('Nodes', 'Узлы'),
  paletteHint: text('Drag onto the canvas, or click', 'Перетащите на холст или нажмите'),
  inspector: text('Properties', 'Свойства'),
  collapsePalette: text('Show icons only', 'Только значки'),
  expandPalette: text('Show names', 'С названиями'),
  projectName: text('Project name', 'Название проекта'),
  designs: text('Designs in this browser', 'Дизайны в этом браузере'),
  noOtherDesigns: text('No other designs yet', 'Других дизайнов пока нет'),
  theme: text('Theme', 'Тема'),
  themeSystem: text('As the system', 'Как в системе'),
  themeLight: text('Light', 'Светлая'),
  themeDark: text('Dark', 'Тёмная'),
  language: text('Language', 'Язык'),
  appearance: text('Language and theme', 'Язык и тема'),
  settings: text('Settings', 'Настройки'),
  skip: text('Skip to the canvas', 'Перейти к холсту'),
  rulesPage: text('All rules', 'Все правила'),
  search: text('Type to search', 'Начните вводить'),
  nothingFound: text('Nothing of that name', 'Ничего не нашлось'),
  dismiss: text('Dismiss', 'Скрыть'),
  resize: text('Width of the properties', 'Ширина свойств'),
} as const

export const saveTexts = {
  saved: text('Saved in this browser', 'Сохранено в этом браузере'),
  saving: text('Saving…', 'Сохраняется…'),
  failed: text(
    'Not saved: storage is full or forbidden',
    'Не сохранено: хранилище переполнено или запрещено',
  ),
  empty: text('Nothing to save yet', 'Сохранять пока нечего'),
} as const

export const shareTexts = {
  share: text('Share', 'Поделиться'),
  title: text('A link that holds the design', 'Ссылка, в которой весь дизайн'),
  explain: text(
    'The whole design is in the link itself, after the #. No account, and no server sees it.',
    'Весь дизайн находится в самой ссылке, после знака #. Без учётной записи, и сервер его не видит.',
  ),
  length: (characters: number) =>
    text(`${characters.toLocaleString('en')} characters`, `${characters.toLocaleString('ru')} символов`),
  copy: text('Copy link', 'Скопировать ссылку'),
  copied: text('Link copied', 'Ссылка скопирована'),
  copyFailed: text('The browser did not allow copying', 'Браузер не разрешил копирование'),
} as const

/** What stands at an address that has no page. */
export const notFoundTexts = {
  title: text('There is no page at this address', 'По этому адресу ничего нет'),
  hint: text(
    'Your designs are in the designer, as you left them.',
    'Ваши дизайны в редакторе, какими вы их оставили.',
  ),
  designer: text('To the designer', 'В редактор'),
  rules: text('To the rules', 'К правилам'),
} as const

export const welcomeTexts = {
  title: text('Draw services, download a project that runs', 'Нарисуйте сервисы, скачайте работающий проект'),
  lead: text(
    'The design is checked as you draw. One click makes a Python monorepo with tests, types and containers.',
    'Дизайн проверяется, пока вы рисуете. Один клик — и готов монорепозиторий на Python с тестами, типами и контейнерами.',
  ),
  example: text('Start from an example', 'Начать с примера'),
  exampleHint: text('Lending: an API and its data', 'Займы: API и его данные'),
  oneService: text('Start with one service', 'Начать с одного сервиса'),
  oneServiceHint: text('An API, its data API and a database', 'API, его API данных и база'),
  file: text('Open a file', 'Открыть файл'),
  fileHint: text('A design that you saved as .json', 'Дизайн, сохранённый как .json'),
} as const

export const helpTexts = {
  title: text('Keys and help', 'Клавиши и справка'),
  intro: text(
    'Tab moves between nodes and links, arrow keys move a selected node. No key fires while you type.',
    'Tab переходит между узлами и связями, стрелки двигают выделенный узел. Во время ввода клавиши не срабатывают.',
  ),
  connect: text(
    'To connect, drag from a dot at the edge of a node onto another node, or choose “Connect to…” in its menu: the right button, a long press, or Shift+F10.',
    'Чтобы соединить узлы, потяните от точки на краю узла к другому узлу или выберите «Соединить с…» в его меню: правая кнопка, долгое нажатие или Shift+F10.',
  ),
  drag: text(
    'With Alt held, dragging leaves the original where it is and puts a copy. With Space held, or by the middle button, it moves the view.',
    'С зажатой Alt перетаскивание оставляет оригинал на месте и кладёт копию. С пробелом или средней кнопкой оно двигает холст.',
  ),
  outline: text(
    'The outline at the left is the same design as a tree. Everything can be done there, too.',
    'Структура слева — тот же дизайн в виде дерева. Там можно сделать всё то же самое.',
  ),
} as const

export const openTexts = {
  opened: (name: Text) => text(`Opened: ${name.en}`, `Открыто: ${name.ru}`),
  keptBefore: text('Your previous design is kept.', 'Прежний дизайн сохранён.'),
  goBack: text('Go back to it', 'Вернуться к нему'),
  damagedTitle: text('Not opened', 'Не открыто'),
  tooNewTitle: text('This design needs a newer version', 'Этому дизайну нужна более новая версия'),
  tooLargeTitle: text('This design is too large to open', 'Этот дизайн слишком велик, чтобы его открыть'),
  invalidTitle: text('This is not a design', 'Это не дизайн'),
  exampleFailed: text('The example could not be loaded.', 'Пример не загрузился.'),
  keptYours: text(
    'Nothing was changed: you see what you had before.',
    'Ничего не изменено: вы видите то, что было.',
  ),
  dismiss: text('Dismiss', 'Скрыть'),
  warnings: text('Opened with repairs', 'Открыто с исправлениями'),
  more: (count: number) => text(`And ${count} more.`, `И ещё ${count}.`),
} as const
