import { cards } from './cards'
import { both, type Example, entity, field, places, value } from './parts'

const member = entity(
  'data',
  'member',
  { one: both('Member', 'Участник'), many: both('Members', 'Участники'), of: 'участника' },
  [
    field('email', both('Email', 'Электронная почта'), { type: 'email', unique: true }),
    field('name', both('Name', 'Имя'), { type: 'string', minLength: 1, maxLength: 200 }),
    field('manager_id', both('Manager', 'Руководитель'), {
      type: 'reference',
      entity: 'member',
      onDelete: 'set_null',
      optional: true,
    }),
    field('team_id', both('Team', 'Команда'), {
      type: 'reference',
      entity: 'team',
      onDelete: 'set_null',
      optional: true,
    }),
  ],
)

const team = entity(
  'data',
  'team',
  { one: both('Team', 'Команда'), many: both('Teams', 'Команды'), of: 'команды' },
  [
    field('name', both('Name', 'Название'), { type: 'string', minLength: 1, maxLength: 100, unique: true }),
    field('lead_id', both('Lead', 'Лидер'), {
      type: 'reference',
      entity: 'member',
      onDelete: 'set_null',
      optional: true,
    }),
  ],
)

const task = entity(
  'data',
  'task',
  { one: both('Task', 'Задача'), many: both('Tasks', 'Задачи'), of: 'задачи' },
  [
    field('number', both('Number', 'Номер'), { type: 'integer', min: 1, unique: true }),
    field('title', both('Title', 'Название'), { type: 'string', minLength: 1, maxLength: 300 }),
    field('description', both('Description', 'Описание'), {
      type: 'text',
      maxLength: 20_000,
      optional: true,
    }),
    field('parent_id', both('Part of', 'Часть задачи'), {
      type: 'reference',
      entity: 'task',
      onDelete: 'cascade',
      optional: true,
    }),
    field('team_id', both('Team', 'Команда'), { type: 'reference', entity: 'team', onDelete: 'restrict' }),
    field('assignee_id', both('Assignee', 'Исполнитель'), {
      type: 'reference',
      entity: 'member',
      onDelete: 'set_null',
      optional: true,
    }),
    field('status', both('Status', 'Статус'), {
      type: 'enum',
      values: [
        value('todo', 'To do', 'К выполнению'),
        value('in_progress', 'In progress', 'В работе'),
        value('review', 'In review', 'На проверке'),
        value('done', 'Done', 'Готово'),
      ],
      indexed: true,
      default: 'todo',
    }),
    field('priority', both('Priority', 'Приоритет'), {
      type: 'enum',
      values: [
        value('low', 'Low', 'Низкий'),
        value('normal', 'Normal', 'Обычный'),
        value('high', 'High', 'Высокий'),
      ],
      indexed: true,
      default: 'normal',
    }),
    field('due_date', both('Due', 'Срок'), { type: 'date', optional: true, indexed: true }),
    field('checklist', both('Checklist', 'Чек-лист'), {
      type: 'list',
      maxItems: 100,
      of: {
        type: 'object',
        fields: [
          field('text', both('What', 'Что'), { type: 'string', minLength: 1, maxLength: 300 }),
          field('is_done', both('Done', 'Сделано'), { type: 'boolean' }),
        ],
      },
    }),
  ],
  { indexes: [{ fields: ['team_id', 'status'] }] },
)

const comment = entity(
  'data',
  'comment',
  { one: both('Comment', 'Комментарий'), many: both('Comments', 'Комментарии'), of: 'комментария' },
  [
    field('task_id', both('Task', 'Задача'), { type: 'reference', entity: 'task', onDelete: 'cascade' }),
    field('author_id', both('Author', 'Автор'), {
      type: 'reference',
      entity: 'member',
      onDelete: 'restrict',
    }),
    field('reply_to_id', both('Answers', 'Ответ на'), {
      type: 'reference',
      entity: 'comment',
      onDelete: 'set_null',
      optional: true,
    }),
    field('text', both('Text', 'Текст'), { type: 'text', minLength: 1, maxLength: 10_000 }),
  ],
)

export const taskTracker: Example = {
  ...cards.taskTracker,
  topology: {
    topoforge: 1,
    project: {
      name: 'tracker',
      context: 'tracker',
      title: both('Task tracker', 'Трекер задач'),
      locale: 'en',
    },
    nodes: [
      {
        id: 'planning',
        type: 'service',
        kind: 'business_api',
        domain: 'planning',
        label: both('Planning', 'Планирование'),
        description: both('Teams and their tasks.', 'Команды и их задачи.'),
      },
      {
        id: 'reporting',
        type: 'service',
        kind: 'business_api',
        domain: 'reporting',
        label: both('Reporting', 'Отчёты'),
        description: both('Reads only.', 'Только читает.'),
        resources: [
          { entity: 'task', operations: ['read', 'list'] },
          { entity: 'team', operations: ['read', 'list'] },
        ],
      },
      { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'work' },
      { id: 'database', type: 'database', engine: 'postgres' },
    ],
    links: [
      { id: 'link', type: 'calls', from: 'planning', to: 'data' },
      { id: 'link-2', type: 'calls', from: 'reporting', to: 'data', access: 'read' },
      { id: 'link-3', type: 'stores', from: 'data', to: 'database' },
    ],
    entities: [member, team, task, comment],
    messages: [],
    layout: places({ planning: [0, 0], reporting: [0, 1], data: [1, 0.5], database: [2, 0.5] }),
  },
}
