/** The five fields of a cron expression, and the least and the most of each. */
const FIELDS = [
  { min: 0, max: 59, names: '' },
  { min: 0, max: 23, names: '' },
  { min: 1, max: 31, names: '' },
  { min: 1, max: 12, names: 'jan feb mar apr may jun jul aug sep oct nov dec' },
  // Sunday is 0 and 7.
  { min: 0, max: 7, names: 'sun mon tue wed thu fri sat' },
] as const

export type CronFault = 'fields' | 'never' | { readonly field: number }

const NICKNAMES: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
}

/** What is wrong with a cron expression of five fields; undefined for a good one. */
export function faultOfCron(cron: string): CronFault | undefined {
  const fields = cron.split(' ')
  if (fields.length !== FIELDS.length) return 'fields'
  const values = fields.map((field, index) => valuesOf(field, index))
  const wrong = values.indexOf(undefined)
  if (wrong >= 0) return { field: wrong }
  const [, , days = [], months = []] = values
  // A day of the week comes in every month; days of the month may not.
  const isDated = fields[2] !== '*' && fields[4] === '*'
  return isDated && !comes(days, months) ? 'never' : undefined
}

/** The expression in five fields, where it surely means one: `@daily`, seconds before it, blanks around. */
export function toCron(cron: string): string | undefined {
  const words = cron.trim().toLowerCase().split(/\s+/)
  const named = NICKNAMES[words.join(' ')]
  const isSeconds = words.length === FIELDS.length + 1 && words[0] === '0'
  const good = named ?? (isSeconds ? words.slice(1) : words).join(' ')
  return faultOfCron(good) === undefined ? good : undefined
}

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function comes(days: readonly number[], months: readonly number[]): boolean {
  return months.some((month) => days.some((day) => day <= (LONGEST[month - 1] ?? 0)))
}

function valuesOf(field: string, index: number): readonly number[] | undefined {
  const parts = field.split(',').map((part) => rangeOf(part, index))
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? [])
}

const RANGE = /^(?:\*|([0-9]{1,2}|[a-z]{3})(?:-([0-9]{1,2}|[a-z]{3}))?)(?:\/([0-9]{1,2}))?$/i

/** `*`, `5`, `1-5`, `*\/15`, `8-18/2`; a step goes through a range. */
function rangeOf(part: string, index: number): readonly number[] | undefined {
  const match = RANGE.exec(part)
  const facts = FIELDS[index]
  if (!match || !facts) return undefined
  const [, first, last, step] = match
  const from = first === undefined ? facts.min : numberOf(first, facts)
  const to = first === undefined ? facts.max : last === undefined ? from : numberOf(last, facts)
  const every = step === undefined ? 1 : Number(step)
  const isWhole = first === undefined || last !== undefined
  if (from === undefined || to === undefined || from > to || every < 1 || (step !== undefined && !isWhole))
    return undefined
  return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, at) => from + at * every)
}

function numberOf(word: string, { min, max, names }: (typeof FIELDS)[number]): number | undefined {
  const named = names.split(' ').indexOf(word.toLowerCase())
  const number =
    named >= 0 && word.length === 3
      ? named + (max === 12 ? 1 : 0)
      : /^\d+$/.test(word)
        ? Number(word)
        : Number.NaN
  return number >= min && number <= max ? number : undefined
}
