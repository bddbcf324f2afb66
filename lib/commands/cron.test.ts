import { expect, it } from 'vitest'
import { nextRuns, offsetOf, timeZones } from './cron'

const after = new Date('2026-03-27T12:00:00Z')
const iso = (dates: readonly Date[] | undefined) => dates?.map((date) => date.toISOString())

it('tells the next runs in the time zone, over the change of the clocks', () => {
  expect(iso(nextRuns('0 3 * * *', 'Europe/Berlin', after, 3))).toEqual([
    '2026-03-28T02:00:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-30T01:00:00.000Z',
  ])
  expect(iso(nextRuns('*/30 * * * *', undefined, after, 1))).toEqual(['2026-03-27T12:30:00.000Z'])
})

it('has no runs for what is not understood', () => {
  for (const cron of ['', '99 * * * *', '* * * *', '* * * * * *', 'soon', '@daily'])
    expect(nextRuns(cron, 'UTC', after, 1)).toBeUndefined()
  expect(nextRuns('0 3 * * *', 'Europe/Nowhere', after, 1)).toBeUndefined()
})

it('knows the time zones and how far they are from UTC', () => {
  expect(timeZones()).toContain('Europe/Berlin')
  expect(timeZones()).toContain('UTC')
  expect(['Europe/Berlin', 'UTC', 'Europe/Nowhere'].map((zone) => offsetOf(zone, after))).toEqual([
    '+01:00',
    '+00:00',
    '',
  ])
})
