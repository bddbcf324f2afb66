import type { Entity } from './model/entity'
import type { Field } from './model/field'
import type { Service, ServiceKind } from './model/service'
import type { Project } from './model/topology'

/** The last part of a service's name says what kind of process it is. */
export const SERVICE_SUFFIX: Readonly<Record<ServiceKind, string>> = {
  business_api: 'api',
  postgres_data_api: 'data_api',
  mongo_data_api: 'data_api',
  worker: 'worker',
  bot: 'bot',
}

/** `{context}_{domain}[_{function}]_{suffix}`; also folder, import and host name. */
export function serviceName(project: Pick<Project, 'context'>, service: Service): string {
  return [project.context, service.domain, service.function, SERVICE_SUFFIX[service.kind]]
    .filter(Boolean)
    .join('_')
}

/** Last words of names whose English plural follows no rule. */
const IRREGULAR: Readonly<Record<string, string>> = {
  child: 'children',
  criterion: 'criteria',
  foot: 'feet',
  goose: 'geese',
  half: 'halves',
  knife: 'knives',
  leaf: 'leaves',
  life: 'lives',
  man: 'men',
  medium: 'media',
  mouse: 'mice',
  person: 'people',
  phenomenon: 'phenomena',
  shelf: 'shelves',
  tooth: 'teeth',
  woman: 'women',
}

/** The plural as given, or the English one of the last word. */
export function pluralName(entity: Pick<Entity, 'name' | 'plural'>): string {
  if (entity.plural) return entity.plural
  const { name } = entity
  const last = name.slice(name.lastIndexOf('_') + 1)
  if (Object.hasOwn(IRREGULAR, last)) return name.slice(0, -last.length) + IRREGULAR[last]
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`
  if (/sis$/.test(name)) return `${name.slice(0, -2)}es`
  if (/(s|x|z|ch|sh)$/.test(name)) return `${name}es`
  return `${name}s`
}

/** snake_case → PascalCase: `loan_application` → `LoanApplication`. */
export function pascalCase(snake: string): string {
  return snake
    .split('_')
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** snake_case → kebab-case, for paths and hosts. */
export function kebabCase(snake: string): string {
  return snake.replaceAll('_', '-')
}

/** snake_case → SCREAMING_SNAKE_CASE, for environment variables. */
export function screamingCase(snake: string): string {
  return snake.toUpperCase()
}

/** The path under which an API offers an entity: `/loan-applications`. */
export function entityPath(entity: Pick<Entity, 'name' | 'plural'>): string {
  return `/${kebabCase(pluralName(entity))}`
}

/** References and unique fields are always indexed, so lists can be filtered by them. */
export function isIndexed(field: Field): boolean {
  return Boolean(field.indexed || field.unique || field.type === 'reference')
}

/** The environment variable with a bot's Telegram token: as drawn, or named after the bot. */
export function telegramTokenVariable(
  project: Pick<Project, 'context'>,
  bot: Extract<Service, { kind: 'bot' }>,
): string {
  return bot.tokenVariable ?? screamingCase(`${serviceName(project, bot)}_telegram_token`)
}
