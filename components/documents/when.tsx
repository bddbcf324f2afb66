'use client'
import { useView } from '@/lib/store/view'

/** A moment as people say it: the time of today, else the day with it. */
export function When({ time }: { readonly time: number }) {
  const locale = useView((view) => view.locale)
  const moment = new Date(time)
  const isToday = moment.toDateString() === new Date().toDateString()
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const)
  return (
    <time dateTime={moment.toISOString()}>
      {moment.toLocaleString(locale, { ...day, hour: '2-digit', minute: '2-digit' })}
    </time>
  )
}
