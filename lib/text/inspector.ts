import { countEn, countRu } from './plural'
import { text } from './text'

export const inspectorTexts = {
  project: text('Project', 'Проект'),
  projectHint: text(
    'Nothing is selected, so these are the settings of the whole project.',
    'Ничего не выделено, поэтому здесь настройки всего проекта.',
  ),
  selected: (count: number) =>
    text(
      `${countEn(count, 'thing')} selected`,
      `Выделено: ${countRu(count, 'элемент', 'элемента', 'элементов')}`,
    ),
  arrange: text('Arrange', 'Расположить'),
  derivedName: text('Name', 'Имя'),
  address: text('Address', 'Адрес'),
  connections: text('Connections', 'Связи'),
  noConnections: text('Not connected yet', 'Пока ни с чем не связан'),
  connectTo: text('Connect to…', 'Соединить с…'),
  connectNone: text('There is nothing else to connect to yet', 'Соединять пока не с чем'),
  findTarget: text('Find a node', 'Найти узел'),
  link: text('Link', 'Связь'),
  reverse: text('Reverse', 'Развернуть'),
  remove: text('Delete', 'Удалить'),
  entities: text('Entities', 'Сущности'),
  noEntities: text('What this service stores', 'То, что хранит этот сервис'),
  addEntity: text('Add an entity', 'Добавить сущность'),
  entity: text('Entity', 'Сущность'),
  back: text('Back', 'Назад'),
  trail: text('Where this stands', 'Где это находится'),
  table: text('Table', 'Таблица'),
  path: text('Path', 'Путь'),
  labels: text('Words for people', 'Слова для людей'),
  fields: text('Fields', 'Поля'),
  implicit: text(
    'id, version, created_at and updated_at are always there.',
    'id, version, created_at и updated_at есть всегда.',
  ),
  addField: text('Add a field', 'Добавить поле'),
  firstField: text('name: string, or paste fields or JSON', 'name: string, или вставьте поля или JSON'),
  nextField: text('Add a field', 'Добавить поле'),
  moveOrMore: text(
    'Drag to move, press for more',
    'Потяните, чтобы переместить; нажмите, чтобы открыть меню',
  ),
  optional: text('May be missing', 'Может отсутствовать'),
  refersTo: text('Refers to', 'Ссылается на'),
  fieldName: text('Name of the field', 'Имя поля'),
  fieldType: text('Type', 'Тип'),
  details: text('Details', 'Подробности'),
  moveUp: text('Move up', 'Выше'),
  moveDown: text('Move down', 'Ниже'),
  required: text('Required', 'Обязательное'),
  values: text('Values', 'Значения'),
  addValue: text('Add a value', 'Добавить значение'),
  valueName: text('Value', 'Значение'),
  indexes: text('Indexes', 'Индексы'),
  indexesHint: text(
    'Over several fields. References and unique fields are indexed anyway.',
    'По нескольким полям. Ссылки и уникальные поля индексируются и так.',
  ),
  addIndex: text('Add an index', 'Добавить индекс'),
  addFieldToIndex: text('Add a field to the index', 'Добавить поле в индекс'),
  indexUnique: text('Unique together', 'Уникальны вместе'),
  noDefault: text('None', 'Нет'),
  listOf: text('A list', 'Список'),
  emptyList: text('An empty list', 'Пустой список'),
  yes: text('Yes', 'Да'),
  no: text('No', 'Нет'),
  offered: text('Offered', 'Предлагается'),
  resourcesAll: text('All entities of the data APIs it calls', 'Все сущности вызываемых API данных'),
  resourcesChosen: text('Only what is chosen here', 'Только выбранное здесь'),
  resourcesNone: text(
    'Connect it to a data API with entities first',
    'Сначала соедините с API данных, где есть сущности',
  ),
  languageShort: { en: text('English', 'Английский'), ru: text('Russian', 'Русский') },
  automatic: (value: string) => text(`${value} (automatic)`, `${value} (автоматически)`),
  unknownEntity: text('Gone', 'Удалена'),
  tableOf: (entity: string) => text(`refers to ${entity}`, `ссылка на ${entity}`),
  optionalShort: text('optional', 'необязательное'),
  uniqueShort: text('unique', 'уникальное'),
  indexedShort: text('indexed', 'с индексом'),
} as const

/** `3 fields` */
export function fieldCount(count: number) {
  return text(countEn(count, 'field'), countRu(count, 'поле', 'поля', 'полей'))
}

/** What a person reads beside each property of the format; what has no words here is not offered. */
export const propertyTexts: Readonly<Record<string, ReturnType<typeof text>>> = {
  name: text('Name', 'Имя'),
  context: text('Context', 'Контекст'),
  title: text('Title', 'Название'),
  description: text('Description', 'Описание'),
  locale: text('Language of the system', 'Язык системы'),
  ci: text('CI workflow for GitHub', 'CI для GitHub'),
  domain: text('Domain', 'Предметная область'),
  function: text('Function', 'Функция'),
  label: text('Label', 'Подпись'),
  port: text('Port', 'Порт'),
  concurrency: text('At the same time', 'Одновременно'),
  tokenVariable: text('Token variable', 'Переменная с токеном'),
  prefetch: text('Prefetch', 'Брать вперёд'),
  retries: text('Retries', 'Повторы'),
  deadLetter: text('Dead-letter queue', 'Очередь недоставленных'),
  baseUrlVariable: text('Base URL variable', 'Переменная с базовым URL'),
  urlVariable: text('Address variable', 'Переменная с адресом'),
  access: text('Access', 'Доступ'),
  issuerVariable: text('Issuer variable', 'Переменная издателя'),
  audienceVariable: text('Audience variable', 'Переменная аудитории'),
  roles: text('Roles', 'Роли'),
  uses: text('Used for', 'Для чего'),
  messages: text('Messages', 'Сообщения'),
  message: text('Message', 'Сообщение'),
  useCases: text('Use cases', 'Сценарии'),
  handlers: text('Handlers', 'Обработчики'),
  schedules: text('Schedules', 'Расписания'),
  commands: text('Commands', 'Команды'),
  operations: text('Operations', 'Операции'),
  method: text('Method', 'Метод'),
  path: text('Path', 'Путь'),
  cron: text('When (cron)', 'Когда (cron)'),
  timeZone: text('Time zone', 'Часовой пояс'),
  input: text('Input', 'Вход'),
  output: text('Output', 'Ответ'),
  steps: text('Steps', 'Шаги'),
  dialogue: text('What it does', 'Что делает'),
  kubernetes: text('Kubernetes manifests', 'Манифесты Kubernetes'),
  observability: text('Observability stack', 'Наблюдаемость'),
  'Message.type': text('Kind', 'Вид'),
  resources: text('Resources', 'Ресурсы'),
  plural: text('Plural', 'Множественное число'),
  one: text('One', 'Один'),
  many: text('Many', 'Много'),
  genitive: text('Genitive', 'Родительный падеж'),
  minLength: text('Min. length', 'Мин. длина'),
  maxLength: text('Max. length', 'Макс. длина'),
  pattern: text('Pattern', 'Шаблон'),
  min: text('Minimum', 'Минимум'),
  max: text('Maximum', 'Максимум'),
  precision: text('Digits', 'Всего цифр'),
  scale: text('After the point', 'После запятой'),
  minItems: text('Min. items', 'Мин. элементов'),
  maxItems: text('Max. items', 'Макс. элементов'),
  values: text('Values', 'Значения'),
  of: text('List of', 'Список из'),
  fields: text('Fields', 'Поля'),
  entity: text('Refers to', 'Ссылается на'),
  onDelete: text('When that is deleted', 'Когда её удаляют'),
  unique: text('Unique', 'Уникальное'),
  indexed: text('Indexed', 'С индексом'),
  default: text('Default', 'По умолчанию'),
}

export const propertyHints: Readonly<Record<string, ReturnType<typeof text>>> = {
  'Topology.project.name': text('Folder and file of the download', 'Папка и файл скачивания'),
  'Topology.project.context': text('First part of every service name', 'Первая часть имени каждого сервиса'),
}

/** What stands in an empty field: what is taken then, or an example of what may be written. */
export const propertyExamples: Readonly<Record<string, ReturnType<typeof text>>> = {
  domain: text('lending', 'lending'),
  function: text('none', 'нет'),
  pattern: text('^[A-Z]{2}\\d+$', '^[A-Z]{2}\\d+$'),
  minLength: text('0', '0'),
  maxLength: text('255', '255'),
  minItems: text('0', '0'),
  maxItems: text('no limit', 'без предела'),
  min: text('no limit', 'без предела'),
  max: text('no limit', 'без предела'),
  roles: text('any caller with a token', 'любой с токеном'),
  cron: text('0 3 * * *', '0 3 * * *'),
  path: text('/loans/{id}', '/loans/{id}'),
  'Message.name': text('loan.approved', 'loan.approved'),
}

/** The words of each choice, by property and value. */
export const choiceTexts: Readonly<Record<string, Readonly<Record<string, ReturnType<typeof text>>>>> = {
  locale: { en: text('English', 'Английский'), ru: text('Russian', 'Русский') },
  access: {
    read: text('Read', 'Чтение'),
    write: text('Read and write', 'Чтение и запись'),
    open: text('Open to anyone', 'Открыт для всех'),
    bearer: text('Tokens of an OpenID provider', 'Токены провайдера OpenID'),
  },
  uses: {
    cache: text('cache', 'кэш'),
    rate_limit: text('rate limit', 'лимит запросов'),
    sessions: text('sessions', 'сеансы'),
    pub_sub: text('live changes', 'живые изменения'),
    idempotency: text('idempotency', 'идемпотентность'),
  },
  'Message.type': {
    event: text('Event: it happened', 'Событие: произошло'),
    task: text('Task: do it', 'Задача: сделать'),
  },
  onDelete: {
    restrict: text('Refuse to delete it', 'Не давать удалить'),
    cascade: text('Delete this too', 'Удалить и это'),
    set_null: text('Empty the reference', 'Очистить ссылку'),
  },
}

export const operationTexts = {
  create: text('create', 'создание'),
  read: text('read', 'чтение'),
  list: text('list', 'список'),
  update: text('update', 'изменение'),
  delete: text('delete', 'удаление'),
} as const

export const typeTexts = {
  string: text('text, one line', 'строка'),
  text: text('text, long', 'текст'),
  integer: text('integer', 'целое'),
  decimal: text('decimal', 'десятичное'),
  boolean: text('yes or no', 'да или нет'),
  date: text('date', 'дата'),
  datetime: text('date and time', 'дата и время'),
  uuid: text('UUID', 'UUID'),
  email: text('email', 'почта'),
  secret: text('secret', 'секрет'),
  enum: text('one of', 'одно из'),
  json: text('JSON', 'JSON'),
  list: text('list', 'список'),
  object: text('object', 'объект'),
  reference: text('reference', 'ссылка'),
} as const

/** What a list says on the button that adds to it, by its key in the format. */
export const addTexts: Readonly<Record<string, ReturnType<typeof text>>> = {
  useCases: text('Add a use case', 'Добавить сценарий'),
  handlers: text('Add a handler', 'Добавить обработчик'),
  schedules: text('Add a schedule', 'Добавить расписание'),
  commands: text('Add a command', 'Добавить команду'),
  operations: text('Add an operation', 'Добавить операцию'),
}

/** What an empty list says of itself. */
export const emptyTexts: Readonly<Record<string, ReturnType<typeof text>>> = {
  useCases: text('Operations that are more than CRUD', 'Операции сложнее CRUD'),
  handlers: text('What is done with each message', 'Что делать с каждым сообщением'),
  schedules: text('What is done at set times', 'Что делать по расписанию'),
  commands: text('What people can ask of the bot', 'О чём можно попросить бота'),
  operations: text('Requests that the system answers', 'Запросы, на которые отвечает система'),
}

/** Why a list does not grow now, where that is so. */
export const fullTexts: Readonly<Record<string, ReturnType<typeof text>>> = {
  handlers: text(
    'A handler is for a message of a queue that it consumes; each of them has one.',
    'Обработчик нужен для сообщения из очереди, которую сервис читает; у каждого он уже есть.',
  ),
}

export const listTexts = {
  full: (max: number) => text(`At most ${max} are kept`, `Хранится не больше ${max}`),
  duplicate: text('Duplicate', 'Дублировать'),
  removed: (name: string) => text(`Deleted: ${name}`, `Удалено: ${name}`),
  changedSince: text(
    'The design was changed since; undo goes back step by step.',
    'С тех пор дизайн изменился; отменяйте шаг за шагом.',
  ),
  undo: text('Undo', 'Отменить'),
  added: (count: number) =>
    text(`Added: ${countEn(count, 'field')}`, `Добавлено: ${countRu(count, 'поле', 'поля', 'полей')}`),
  addedOf: (added: number, all: number) =>
    text(`Read ${added} of ${all} fields`, `Прочитано полей: ${added} из ${all}`),
  copyFields: text('Copy the fields as text', 'Скопировать поля как текст'),
  fieldsCopied: text('Fields copied', 'Поля скопированы'),
  copyRefused: text('The browser did not allow copying', 'Браузер не разрешил копирование'),
  fromEntity: text('From an entity', 'Из сущности'),
  takeFields: text('Take fields from an entity', 'Взять поля из сущности'),
  take: (count: number) =>
    text(count === 0 ? 'Take' : `Take ${count}`, count === 0 ? 'Взять' : `Взять ${count}`),
  chooseAll: text('Choose all', 'Выбрать все'),
  chooseNone: text('Choose none', 'Снять выбор'),
  there: text('there already', 'уже есть'),
} as const

/** Why a part of a written list became no field. */
export const unreadTexts = {
  name: text('no name that letters can write', 'нет имени, которое можно записать буквами'),
  type: text('no such type', 'нет такого типа'),
  mark: text('not understood to its end', 'понято не до конца'),
  entity: text('no such entity', 'нет такой сущности'),
  there: text('this name is there already', 'такое имя уже есть'),
  implicit: text('every entity has it by itself', 'и так есть у каждой сущности'),
  many: text('the list is full', 'список полон'),
  unfit: text('cannot be kept', 'нельзя сохранить'),
} as const

/** What was read otherwise than it was written. */
export const changedTexts = {
  name: (from: string, to: string) => text(`${from} became ${to}`, `${from} → ${to}`),
  required: (from: string, to: string) =>
    text(
      `${from} is ${to}, required like every field without ?`,
      `${from} — это ${to}: без ? поле обязательное`,
    ),
} as const

/** Why a control does not take what is typed. */
export const refusedTexts = {
  tooLong: (max: number) =>
    text(`At most ${max.toLocaleString('en')} characters`, `Не больше ${max.toLocaleString('ru')} символов`),
  tooMany: (max: number) => text(`At most ${max}`, `Не больше ${max}`),
  tooSmall: (min: number) =>
    text(`Not less than ${min.toLocaleString('en')}`, `Не меньше ${min.toLocaleString('ru')}`),
  tooLarge: (max: number) =>
    text(`Not more than ${max.toLocaleString('en')}`, `Не больше ${max.toLocaleString('ru')}`),
  notWhole: text('A whole number is needed', 'Нужно целое число'),
  noNumber: text('This is not a number', 'Это не число'),
  notTaken: text('This cannot be kept here', 'Такое здесь не хранится'),
} as const

export const messageTexts = {
  event: text('event', 'событие'),
  task: text('task', 'задача'),
  gone: text('deleted', 'удалено'),
  add: text('Add a message', 'Добавить сообщение'),
  create: text('New message:', 'Новое сообщение:'),
  existing: text('Messages of the project', 'Сообщения проекта'),
  ofEntities: text('When an entity changes', 'Когда меняется сущность'),
  none: text('What this queue carries', 'Что несёт эта очередь'),
  noneInProject: text('Events and tasks that queues carry', 'События и задачи, которые несут очереди'),
  takeOut: text('Take out of the queue', 'Убрать из очереди'),
  allOfQueue: text('All messages of the queue', 'Все сообщения очереди'),
  onlyChosen: text('Only what is chosen here', 'Только выбранное здесь'),
  exchange: text('Exchange', 'Обменник'),
  routingKey: text('Routing key', 'Ключ маршрута'),
  routingKeys: text('Routing keys', 'Ключи маршрута'),
  way: text('Its way', 'Путь'),
  publishedBy: text('published by', 'публикует'),
  carriedBy: text('carried by', 'несёт'),
  handledBy: text('handled by', 'обрабатывает'),
  noHandler: text('no handler yet', 'обработчика пока нет'),
  neverPublished: text('Nobody publishes it yet', 'Пока никто не публикует'),
  neverConsumed: text('Nobody consumes it yet', 'Пока никто не читает'),
} as const

/** What follows from the design, as the project will have it. */
export const derivedTexts = {
  address: text('Address', 'Адрес'),
  folder: text('Folder', 'Папка'),
  portVariable: text('Port variable', 'Переменная порта'),
  token: text('Token variable', 'Переменная токена'),
  variable: text('Variable', 'Переменная'),
  exchange: text('Exchange', 'Обменник'),
  deadLetter: text('Dead-letter queue', 'Очередь недоставленных'),
  client: text('Data API', 'API данных'),
  users: text('Used by', 'Кто использует'),
  noUsers: text('Nobody uses it yet', 'Пока никто не использует'),
  anyUse: text('what it needs', 'по необходимости'),
  function: text('Function', 'Функция'),
} as const

export const scheduleTexts = {
  next: text('Next:', 'Дальше:'),
  never: text('It never runs', 'Не сработает никогда'),
  notUnderstood: text(
    'Five parts are needed: minute, hour, day, month, weekday',
    'Нужно пять частей: минута, час, день, месяц, день недели',
  ),
} as const

export const dialogueTexts = {
  steps: text('Steps', 'Шаги'),
  create: text('Creates, question by question', 'Создаёт, вопрос за вопросом'),
  list: text('Lists', 'Показывает список'),
  short: {
    create: (entity: string) => text(`creates ${entity}`, `создаёт ${entity}`),
    list: (entity: string) => text(`lists ${entity}`, `список ${entity}`),
  },
} as const
