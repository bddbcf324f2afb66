/** As the files of the IANA database are called, which a container knows by their very letters. */
const ZONE = /^(?:UTC|GMT|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z0-9_+-]*)+)$/

const known = new Map<string, boolean>()

/** Whether a time zone of this name exists. */
export function isTimeZone(zone: string): boolean {
  const answer = known.get(zone) ?? (ZONE.test(zone) && isKnown(zone))
  known.set(zone, answer)
  if (known.size > 1000) known.clear()
  return answer
}

/** The time zone that a name in other letters means; undefined where there is none. */
export function toTimeZone(zone: string): string | undefined {
  const wanted = zone.trim().replaceAll(' ', '_').toLowerCase()
  return Intl.supportedValuesOf('timeZone').find((one) => one.toLowerCase() === wanted && isTimeZone(one))
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
