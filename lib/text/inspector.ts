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
  back: text('Back to the service', 'Назад к сервису'),
  table: text('Table', 'Таблица'),
  path: text('Path', 'Путь'),
  labels: text('Words for people', 'Слова для людей'),
  fields: text('Fields', 'Поля'),
  implicit: text(
    'id, version, created_at and updated_at are always there.',
    'id, version, created_at и updated_at есть всегда.',
  ),
  addField: text('Add a field', 'Добавить поле'),
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
  yes: text('Yes', 'Да'),
  no: text('No', 'Нет'),
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
  access: text('Access', 'Доступ'),
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

/** Placeholders of text fields. */
export const propertyExamples: Readonly<Record<string, string>> = {
  domain: 'lending',
  function: 'scoring',
  pattern: '^[A-Z]{2}\\d+$',
  maxLength: '255',
}

/** The words of each choice, by property and value. */
export const choiceTexts: Readonly<Record<string, Readonly<Record<string, ReturnType<typeof text>>>>> = {
  locale: { en: text('English', 'Английский'), ru: text('Russian', 'Русский') },
  access: { read: text('Read', 'Чтение'), write: text('Read and write', 'Чтение и запись') },
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
