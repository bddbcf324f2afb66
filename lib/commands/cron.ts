import { Cron } from 'croner'
import { faultOfCron } from '@/lib/topology/cron'

/**
 * The next times at which a schedule runs, after a moment; undefined where the text is no cron expression of five
 * parts, or the time zone is not known.
 */
export function nextRuns(
  cron: string,
  timeZone: string | undefined,
  after: Date,
  count: number,
): readonly Date[] | undefined {
  const fault = faultOfCron(cron)
  if (fault !== undefined) return fault === 'never' ? [] : undefined
  try {
    return new Cron(cron, { paused: true, timezone: timeZone ?? 'UTC' }).nextRuns(count, after)
  } catch {
    return undefined
  }
}

/** Every time zone that this browser knows, with UTC. */
export function timeZones(): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes('UTC') ? known : ['UTC', ...known]
}

/** How far a time zone is from UTC at a moment: `+02:00`; empty for one that is not known. */
export function offsetOf(timeZone: string, at: Date): string {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
    return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00'
  } catch {
    return ''
  }
}
