import type { Locale } from '@/lib/topology/model/basics'

/** What a problem is called, in the language of the project. */
type Title = Readonly<Record<Locale, string>>

/** The problems that generated services answer with, by their slugs: stable, whatever the language. */
export const PROBLEM_TITLES = {
  'bad-request': { ru: 'Неверный запрос', en: 'Bad request' },
  'body-too-large': { ru: 'Слишком большой запрос', en: 'Request too large' },
  forbidden: { ru: 'Доступ запрещён', en: 'Access denied' },
  'idempotency-key-in-use': { ru: 'Запрос уже выполняется', en: 'Request still running' },
  'idempotency-key-reused': { ru: 'Ключ идемпотентности уже использован', en: 'Idempotency key used before' },
  'internal-error': { ru: 'Внутренняя ошибка', en: 'Internal error' },
  'invalid-cursor': { ru: 'Неверный курсор', en: 'Invalid cursor' },
  'invalid-input': { ru: 'Неверные данные', en: 'Invalid data' },
  'method-not-allowed': { ru: 'Метод не поддерживается', en: 'Method not supported' },
  'not-found': { ru: 'Не найдено', en: 'Not found' },
  'reference-not-found': { ru: 'Связанная запись не найдена', en: 'Referenced record not found' },
  referenced: { ru: 'На запись ссылаются другие записи', en: 'Other records refer to this one' },
  'stale-version': { ru: 'Запись изменилась', en: 'The record has changed' },
  'too-many-requests': { ru: 'Слишком много запросов', en: 'Too many requests' },
  unauthenticated: { ru: 'Нужен токен доступа', en: 'Access token needed' },
  unavailable: { ru: 'Сервис временно недоступен', en: 'Service temporarily unavailable' },
  'unique-violation': { ru: 'Значение уже занято', en: 'Value already taken' },
  'version-required': { ru: 'Нужна версия записи', en: 'Version of the record needed' },
} as const satisfies Readonly<Record<string, Title>>

/** The title of every problem, for a table of texts. */
export function problemTitles(locale: Locale, limitsRequests: boolean) {
  return Object.entries(PROBLEM_TITLES)
    .filter(([slug]) => limitsRequests || slug !== 'too-many-requests')
    .map(([slug, title]) => ({ slug, title: title[locale] }))
}

/** What a status of an answer means where an API is described; several problems may share one. */
export const STATUS_TITLES = {
  401: PROBLEM_TITLES.unauthenticated,
  403: PROBLEM_TITLES.forbidden,
  404: PROBLEM_TITLES['not-found'],
  409: { ru: 'Конфликт с другими данными', en: 'Conflict with other data' },
  412: PROBLEM_TITLES['stale-version'],
  413: PROBLEM_TITLES['body-too-large'],
  422: PROBLEM_TITLES['invalid-input'],
  428: PROBLEM_TITLES['version-required'],
  429: PROBLEM_TITLES['too-many-requests'],
  503: PROBLEM_TITLES.unavailable,
} as const satisfies Readonly<Record<number, Title>>

/** The status of what is refused because somebody asks too often. */
export const LIMITED = 429

/** A status of the problems that an API tells of. */
export type ProblemStatus = keyof typeof STATUS_TITLES

/** The same for a table of texts. */
export function statusTitles(locale: Locale, limitsRequests: boolean) {
  return Object.entries(STATUS_TITLES)
    .map(([status, title]) => ({ status: Number(status), title: title[locale] }))
    .filter(({ status }) => limitsRequests || status !== LIMITED)
}
