import type { Phase, StepType } from '@/lib/topology/steps/phases'
import type { ValueType } from '@/lib/topology/steps/value-type'
import { typeTexts } from './inspector'
import { countEn, countRu } from './plural'
import { text } from './text'

type Text = ReturnType<typeof text>

/** What each step is called in the menu, one line of what it does, and why it may not be possible yet. */
export const stepTexts: Readonly<
  Record<StepType, { readonly name: Text; readonly does: Text; readonly not: Text }>
> = {
  load: {
    name: text('Load', 'Загрузить'),
    does: text('One row by its id or another unique field', 'Одну запись по id или другому уникальному полю'),
    not: text('There is no entity yet', 'Сущностей пока нет'),
  },
  find: {
    name: text('Find', 'Найти'),
    does: text('Rows that meet conditions', 'Записи по условиям'),
    not: text('There is no entity yet', 'Сущностей пока нет'),
  },
  for_each: {
    name: text('For each', 'Для каждого'),
    does: text('Repeat steps for each found row', 'Повторить шаги для каждой найденной записи'),
    not: text('Find a list first', 'Сначала найдите список'),
  },
  require: {
    name: text('Require', 'Проверить'),
    does: text('Refuse unless something holds', 'Отказать, если условие не выполнено'),
    not: text('Not possible here', 'Здесь невозможно'),
  },
  decide: {
    name: text('Decide', 'Решить'),
    does: text('A rule of your own, which starts as a table', 'Ваше правило; начинается с таблицы'),
    not: text('Not possible here', 'Здесь невозможно'),
  },
  call: {
    name: text('Call', 'Вызвать'),
    does: text('Ask an outside system or another API', 'Спросить внешнюю систему или другой API'),
    not: text('Nothing else has operations to call', 'Вызывать пока нечего'),
  },
  create: {
    name: text('Create', 'Создать'),
    does: text('Store a new row', 'Сохранить новую запись'),
    not: text('There is no entity yet', 'Сущностей пока нет'),
  },
  update: {
    name: text('Update', 'Изменить'),
    does: text('Change a row that was loaded', 'Изменить загруженную запись'),
    not: text('Load a row first', 'Сначала загрузите запись'),
  },
  delete: {
    name: text('Delete', 'Удалить'),
    does: text('Remove a row that was loaded', 'Удалить загруженную запись'),
    not: text('Load a row first', 'Сначала загрузите запись'),
  },
  upsert: {
    name: text('Create or update', 'Создать или изменить'),
    does: text('A row by a unique field', 'Запись по уникальному полю'),
    not: text('No entity has a unique field', 'Нет сущности с уникальным полем'),
  },
  publish: {
    name: text('Publish', 'Опубликовать'),
    does: text('Send a message to its queues', 'Отправить сообщение в его очереди'),
    not: text('There is no message yet', 'Сообщений пока нет'),
  },
  email: {
    name: text('Email', 'Письмо'),
    does: text('Send an email over SMTP', 'Отправить письмо через SMTP'),
    not: text('There is no mail server yet', 'Почтового сервера пока нет'),
  },
  notify: {
    name: text('Notify', 'Написать'),
    does: text('Write to a chat of the bot', 'Написать в чат бота'),
    not: text('Not possible here', 'Здесь невозможно'),
  },
  answer: {
    name: text('Answer', 'Ответить'),
    does: text('Say what comes back', 'Что вернуть в ответ'),
    not: text('Not possible here', 'Здесь невозможно'),
  },
}

/** The phases as headings of the menu. */
export const phaseHeadings: Readonly<Record<Phase, Text>> = {
  0: text('Read and check', 'Прочитать и проверить'),
  1: text('Write and publish', 'Записать и опубликовать'),
  2: text('Tell people', 'Сообщить людям'),
  3: text('Answer', 'Ответить'),
}

/** What the steps of each phase do, read out before the sentence. */
export const phaseTexts: Readonly<Record<Phase, Text>> = {
  0: text('reads', 'чтение'),
  1: text('writes', 'запись'),
  2: text('tells', 'уведомление'),
  3: text('answers', 'ответ'),
}

export const stepsTexts = {
  title: text('Steps', 'Шаги'),
  empty: text(
    'What happens, one step after another. Begin with what has to be read.',
    'Что происходит, шаг за шагом. Начните с того, что нужно прочитать.',
  ),
  emptyLoop: text('Nothing is done with each yet', 'С каждым пока ничего не делается'),
  add: text('Add a step', 'Добавить шаг'),
  addInside: text('Add a step inside', 'Добавить шаг внутрь'),
  findStep: text('What should happen?', 'Что должно произойти?'),
  step: (number: string) => text(`Step ${number}`, `Шаг ${number}`),
  actions: (number: string) => text(`Actions of step ${number}`, `Действия с шагом ${number}`),
  drag: (number: string) => text(`Move step ${number}`, `Переместить шаг ${number}`),
  moved: (number: string) => text(`Moved to ${number}`, `Теперь на месте ${number}`),
  duplicate: text('Duplicate', 'Дублировать'),
  copy: text('Copy', 'Копировать'),
  paste: text('Paste after', 'Вставить после'),
  copied: text('Step copied', 'Шаг скопирован'),
  inputAdded: (name: string) =>
    text(`Input ${name} added to load by`, `Добавлен вход ${name}, по нему и загружается запись`),
  wrap: text('Wrap in for each', 'Обернуть в «для каждого»'),
  wrapAnswer: text('An answer is given once', 'Ответ бывает один'),
  wrapTwice: text('Loops have one level only', 'Циклы бывают только в один уровень'),
  isFirst: text('It is the first', 'Он первый'),
  isLast: text('It is the last', 'Он последний'),
  noneCopied: text('No step was copied yet', 'Шаг пока не скопирован'),
  wrapNot: text('There is no list before it', 'Перед ним нет списка'),
  keys: text(
    'Enter opens, Alt and arrows move, Del deletes',
    'Enter открывает, Alt со стрелками переносит, Del удаляет',
  ),
  addWhen: text('Only when…', 'Только если…'),
  when: text('Only when', 'Только если'),
  removeWhen: text('Always', 'Всегда'),
  removeCondition: text('Remove the condition', 'Убрать условие'),
  addAnd: text('And…', 'И…'),
  and: text('and', 'и'),
  operator: text('Comparison', 'Сравнение'),
  left: text('What is compared', 'Что сравнить'),
  right: text('With what', 'С чем'),
  isSet: text('is set', 'задано'),
  isOneOf: text('is one of', 'одно из'),
  among: text('Allowed values', 'Допустимые значения'),
  addConstant: text('Add a value', 'Добавить значение'),
  choose: text('Choose…', 'Выбрать…'),
  chooseValue: text('Choose a value…', 'Выбрать значение…'),
  find: text('Find', 'Найти'),
  gone: text('Gone', 'Удалено'),
  clear: (name: string) => text(`Clear ${name}`, `Очистить ${name}`),
  remove: (name: string) => text(`Remove ${name}`, `Убрать ${name}`),
  required: text('required', 'обязательно'),
  fill: text('Fill by name', 'Заполнить по именам'),
  filled: (count: number) =>
    text(
      `${countEn(count, 'value')} filled in`,
      `Заполнено: ${countRu(count, 'значение', 'значения', 'значений')}`,
    ),
  addField: text('Set another field…', 'Задать ещё поле…'),
  addValue: text('Add a value', 'Добавить значение'),
  noFields: text('It takes no values', 'Значения не нужны'),
  noSuchField: (name: string) => text(`There is no field ${name}`, `Поля ${name} нет`),
  nameOfValue: text('Name', 'Имя'),
  resultName: text('Result', 'Результат'),
  resultHint: text('What later steps call it', 'Как его назовут следующие шаги'),
  noResult: text('not kept', 'не нужен'),
  nameTaken: text('Another result has this name', 'Так уже назван другой результат'),
  entity: text('Entity', 'Сущность'),
  by: text('By', 'По полю'),
  equals: text('Equal to', 'Равно'),
  where: text('Where', 'Где'),
  addWhere: text('Add a condition', 'Добавить условие'),
  allRows: text('All rows', 'Все записи'),
  fieldOf: text('Field', 'Поле'),
  orderBy: text('Order', 'Порядок'),
  noOrder: text('no order', 'без порядка'),
  descending: text('Falling', 'По убыванию'),
  limit: text('At most', 'Не больше'),
  limitHint: text('100 at most', 'Не больше 100'),
  list: text('List', 'Список'),
  condition: text('Condition', 'Условие'),
  error: text('Error', 'Ошибка'),
  status: text('Status', 'Статус'),
  message: text('Text for people', 'Текст для людей'),
  otherwise: text('Otherwise', 'Иначе'),
  fail: text('Fail: the message goes to the dead-letter queue', 'Ошибка: сообщение уходит в недоставленные'),
  stop: text('Stop: the message is done', 'Остановиться: сообщение обработано'),
  rule: text('Rule', 'Правило'),
  ruleNote: (name: string) =>
    text(
      `This rule is yours: domain/rules/${name}.py is written once from the table and then left alone.`,
      `Это ваше правило: domain/rules/${name}.py создаётся один раз по таблице и больше не трогается.`,
    ),
  inputs: text('From', 'Из чего'),
  resultType: text('Decides a', 'Решение — это'),
  rows: text('Table', 'Таблица'),
  addRow: text('Add a row', 'Добавить строку'),
  rowWhen: text('If', 'Если'),
  rowResult: text('then', 'то'),
  otherwiseResult: text('Otherwise', 'Иначе'),
  target: text('Row', 'Запись'),
  values: text('Values', 'Значения'),
  publishMessage: text('Message', 'Сообщение'),
  payload: text('Payload', 'Содержимое'),
  delay: text('Delay', 'Задержка'),
  noDelay: text('at once', 'сразу'),
  callTarget: text('System', 'Система'),
  operation: text('Operation', 'Операция'),
  tolerate: text('Go on if it fails', 'Продолжить при отказе'),
  via: text('Mail server', 'Почтовый сервер'),
  to: text('To', 'Кому'),
  subject: text('Subject', 'Тема'),
  body: text('Text', 'Текст'),
  chat: text('Chat', 'Чат'),
  chatText: text('Text', 'Текст'),
  content: text('Content', 'Содержимое'),
  nothing: text('Nothing', 'Ничего'),
  one: text('One result', 'Один результат'),
  many: text('A list', 'Список'),
  object: text('An object of values', 'Объект из значений'),
  result: text('Result', 'Результат'),
  loopNote: text('One level only; the steps stand below it', 'Только один уровень; шаги стоят под ним'),
} as const

export const statusTexts: Readonly<Record<string, Text>> = {
  200: text('200 OK', '200 OK'),
  201: text('201 Created', '201 Создано'),
  202: text('202 Accepted', '202 Принято'),
  204: text('204 No content', '204 Пусто'),
  403: text('403 Forbidden', '403 Запрещено'),
  409: text('409 Conflict', '409 Конфликт'),
  422: text('422 Not valid', '422 Неверно'),
}

/** Words of the picker of values. */
export const valueTexts = {
  find: text('Find a value, or type one', 'Найдите или введите значение'),
  input: text('Input', 'Вход'),
  message: text('Message', 'Сообщение'),
  item: text('Each row', 'Каждая запись'),
  sender: text('Who writes to the bot', 'Кто пишет боту'),
  caller: text('Who calls', 'Кто вызывает'),
  result: (name: string) => text(`Result ${name}`, `Результат ${name}`),
  other: text('Time and ids', 'Время и id'),
  constants: text('Constants', 'Постоянные'),
  use: (typed: string) => text(`Use “${typed}”`, `Взять «${typed}»`),
  nothing: text('nothing', 'ничего'),
  make: text('Put together', 'Составить'),
  makeText: text('Text with places', 'Текст с подстановками'),
  makeArithmetic: text('Calculation', 'Вычисление'),
  makeShift: text('Date moved by a time', 'Дата со сдвигом'),
  unfit: text('Do not fit here', 'Не подходят'),
  isType: (is: Text, wanted: Text) =>
    text(`is ${is.en}, wanted: ${wanted.en}`, `это ${is.ru}, нужно: ${wanted.ru}`),
  mayBeMissing: text(
    'may be missing: require first that it is set',
    'может отсутствовать: сначала проверьте, что задано',
  ),
  secret: text('secrets are never read', 'секреты не читаются'),
  replace: text('Another value', 'Другое значение'),
  textHint: text('Type { to put a value in', 'Введите {, чтобы подставить значение'),
  place: (name: string) => text(`Value of {${name}}`, `Значение {${name}}`),
  amount: text('Amount', 'Сколько'),
  unit: text('Unit', 'Единица'),
  direction: text('Before or after', 'До или после'),
  sign: text('Sign', 'Знак'),
  before: text('before', 'до'),
  after: text('after', 'после'),
  units: {
    seconds: text('seconds', 'секунд'),
    minutes: text('minutes', 'минут'),
    hours: text('hours', 'часов'),
    days: text('days', 'дней'),
  },
  from: text('Date', 'Дата'),
  first: text('First number', 'Первое число'),
  second: text('Second number', 'Второе число'),
} as const

/** The type of a value as a person calls it. */
export function typeWords(type: ValueType, entityName: (id: string) => string | undefined): Text {
  switch (type.is) {
    case 'entity': {
      const name = entityName(type.entity) ?? '?'
      return text(`one ${name}`, `одна ${name}`)
    }
    case 'entities': {
      const name = entityName(type.entity) ?? '?'
      return text(`list of ${name}`, `список ${name}`)
    }
    case 'constant':
      return text('constant', 'постоянная')
    case 'unknown':
      return text('unknown', 'неизвестно')
    case 'plain': {
      const { type: field } = type
      if (field.type === 'reference') {
        const name = entityName(field.entity) ?? '?'
        return text(`id of ${name}`, `id ${name}`)
      }
      if (field.type !== 'list') return typeTexts[field.type]
      const of = typeWords({ is: 'plain', type: field.of }, entityName)
      return text(`list of ${of.en}`, `список: ${of.ru}`)
    }
  }
}
