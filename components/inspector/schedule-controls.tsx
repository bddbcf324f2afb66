'use client'
import { ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { EditButton } from '@/components/ui/lock'
import { nextRuns, offsetOf, timeZones } from '@/lib/commands/cron'
import { valueAt } from '@/lib/commands/set-at'
import { useTopology } from '@/lib/store/document'
import { useView } from '@/lib/store/view'
import { propertyTexts, scheduleTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { TextControl } from './controls'
import type { EditorProps } from './field-context'
import { Row } from './row'
import { SearchPicker } from './search-picker'
import { usePut, useStep } from './use-place'

const RUNS = 3

/** When something happens, as cron, with the next times in words. */
export function CronEditor({ place, value, shape }: EditorProps) {
  const say = useSay()
  const put = usePut(place)
  const locale = useView((view) => view.locale)
  const [now] = useState(() => new Date())
  const around = { ...place, path: place.path?.slice(0, -1) ?? [] }
  const timeZone = useTopology((topology) => {
    const zone = (valueAt(topology, around) as { readonly timeZone?: string } | undefined)?.timeZone
    return zone
  })
  const runs = nextRuns(String(value ?? ''), timeZone, now, RUNS)
  const inWords = (times: readonly Date[]) =>
    times.length === 0
      ? say(scheduleTexts.never)
      : `${say(scheduleTexts.next)} ${times.map((time) => moment(time, locale, timeZone)).join(' · ')}`
  const words = propertyTexts.cron
  if (!words) return null
  return (
    <Row place={place} label={say(words)}>
      {(control) => (
        <>
          <TextControl
            {...control}
            shape={shape}
            value={value as string}
            onChange={put}
            placeholder="0 3 * * *"
            code
          />
          <p className="mt-1 text-faint text-xs empty:hidden" aria-live="polite">
            {runs ? inWords(runs) : !control.invalid && say(scheduleTexts.notUnderstood)}
          </p>
        </>
      )}
    </Row>
  )
}

function moment(run: Date, locale: string, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(run)
}

/** The time zone of a schedule, found by typing a part of its name. */
export function TimeZoneEditor({ place, value }: EditorProps) {
  const say = useSay()
  const step = useStep(place)
  const [now] = useState(() => new Date())
  const zones = useMemo(
    () =>
      timeZones().map((zone) => ({
        value: zone,
        label: zone.replaceAll('_', ' '),
        hint: offsetOf(zone, now),
        keywords: [zone],
      })),
    [now],
  )
  const words = propertyTexts.timeZone
  if (!words) return null
  const current = String(value ?? 'UTC')
  return (
    <Row place={place} label={say(words)}>
      {({ id, invalid, describedBy }) => (
        <SearchPicker
          title={say(words)}
          value={current}
          groups={[{ options: zones }]}
          onPick={(zone) => step(zone === 'UTC' ? undefined : zone)}
          trigger={
            <EditButton
              type="button"
              id={id}
              aria-label={`${say(words)}: ${current}`}
              aria-invalid={invalid || undefined}
              aria-describedby={describedBy}
              className="flex h-8 w-full min-w-0 items-center justify-between gap-2 rounded-md border border-input bg-surface px-2 text-left text-ink text-sm hover:bg-hover aria-invalid:border-error"
            >
              <span className="truncate">{current.replaceAll('_', ' ')}</span>
              <span className="flex shrink-0 items-center gap-1.5 text-faint text-xs tabular-nums">
                {offsetOf(current, now)}
                <ChevronDown className="size-3.5" aria-hidden />
              </span>
            </EditButton>
          }
        />
      )}
    </Row>
  )
}
