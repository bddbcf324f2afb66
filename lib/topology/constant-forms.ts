/** A day of the calendar: `2026-03-31`. */
export function isDate(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  if (!year || year === '0000') return false
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.toISOString().startsWith(value)
}

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** A moment with its time zone: `2026-03-31T12:00:00Z`. */
export function isDatetime(value: string): boolean {
  const [, day = ''] = MOMENT.exec(value) ?? []
  // The first and the last day could leave the calendar on their way to UTC.
  return isDate(day) && day > '0001-01-01' && day < '9999-12-31'
}

const EMAIL = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/
/** Domains that never receive mail, which validators refuse. */
const NO_MAIL = /(?:^|[.@])(?:arpa|example|invalid|local|localhost|onion|test)$/

/** An address that can receive mail. */
export function isEmail(value: string): boolean {
  const [local = '', domain = ''] = value.split('@')
  const isShort =
    value.length <= 254 && local.length <= 64 && domain.split('.').every((label) => label.length <= 63)
  return (
    isShort &&
    EMAIL.test(value) &&
    !NO_MAIL.test(domain) &&
    !domain.split('.').some((label) => /^..--/.test(label))
  )
}

/** A UUID in lower case. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
}
