import { changeAt, type Place } from '@/lib/topology/at'
import { type CronFault, faultOfCron, toCron } from '@/lib/topology/cron'
import type { Lookup } from '@/lib/topology/lookup'
import { isTimeZone, toTimeZone } from '@/lib/topology/time-zone'
import type { DrawnRule, Finding, Text } from '../rule'
import { calls, lending, schedule, worker } from '../sketch'
import { plain, shown, text } from '../words'

export const invalidSchedule: DrawnRule = {
  id: 'invalid-schedule',
  group: 'communication',
  severity: 'error',
  title: text(
    'A schedule has a cron expression of five fields that comes at some time, and a time zone that exists.',
    'У расписания пять полей cron, которые когда-нибудь наступают, и существующий часовой пояс.',
  ),
  why: text(
    'A worker that cannot read its schedule does not start.',
    'Воркер, который не может прочесть расписание, не запустится.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Every weekday at nine, Moscow time', 'По будням в девять по Москве'),
        topology: at('0 9 * * 1-5', 'Europe/Moscow'),
      },
      { name: text('Every quarter of an hour', 'Каждые четверть часа'), topology: at('*/15 * * * *') },
    ],
    invalid: [
      { name: text('Seconds before it', 'С секундами впереди'), topology: at('0 0 3 * * *') },
      { name: text('A minute that no hour has', 'Минута, которой нет'), topology: at('61 * * * *') },
      { name: text('The 31st of February', '31 февраля'), topology: at('0 0 31 2 *') },
      {
        name: text('A time zone in lower case', 'Часовой пояс строчными'),
        topology: at('0 3 * * *', 'europe/moscow'),
      },
      {
        name: text('A time zone that does not exist', 'Несуществующий пояс'),
        topology: at('0 3 * * *', 'Mars/Base'),
      },
    ],
  },
}

function at(cron: string, timeZone?: string) {
  const one = {
    ...schedule('nightly', [{ step: 'find', entity: 'loan', where: [], as: 'loans' }], cron),
    ...(timeZone && { timeZone }),
  }
  return lending({ nodes: [worker('night', { schedules: [one] })], links: [calls('night', 'records')] })
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'worker') continue
    for (const [index, { name, cron, timeZone }] of (service.schedules ?? []).entries()) {
      const place = (key: string): Place => ({
        part: 'node',
        id: service.id,
        path: ['schedules', index, key],
      })
      const fault = faultOfCron(cron)
      if (fault) yield cronFinding(plain(name), cron, fault, place('cron'))
      if (timeZone !== undefined && !isTimeZone(timeZone))
        yield zoneFinding(plain(name), timeZone, place('timeZone'))
    }
  }
}

const FIELDS: readonly Text[] = [
  text('minute', 'минута'),
  text('hour', 'час'),
  text('day of the month', 'день месяца'),
  text('month', 'месяц'),
  text('day of the week', 'день недели'),
]

function cronFinding(name: string, cron: string, fault: CronFault, place: Place): Finding {
  const said = cronWords(fault)
  const good = toCron(cron)
  return {
    message: text(`The schedule ${name}: ${said.en}.`, `Расписание ${name}: ${said.ru}.`),
    at: [place],
    ...(good && {
      fix: { label: text(`Use ${good}`, `Взять ${good}`), edit: changeAt(place, () => good), safe: true },
    }),
  }
}

function cronWords(fault: CronFault): Text {
  if (fault === 'fields')
    return text(
      'write minute, hour, day, month and day of the week with a blank between, such as 0 3 * * *',
      'нужны минута, час, день, месяц и день недели через пробел, например 0 3 * * *',
    )
  if (fault === 'never')
    return text(
      'no month has such a day, so it never comes',
      'такого дня нет ни в одном месяце, оно не наступит никогда',
    )
  const { en, ru } = FIELDS[fault.field] ?? text('')
  return text(`its ${en} cannot be read`, `${ru} не читается`)
}

function zoneFinding(name: string, zone: string, place: Place): Finding {
  const good = toTimeZone(zone)
  return {
    message: text(
      `The schedule ${name} has the time zone ${shown(zone)}, which does not exist; use one such as Europe/Moscow.`,
      `У расписания ${name} часовой пояс ${shown(zone)}, а такого нет; нужен пояс вида Europe/Moscow.`,
    ),
    at: [place],
    fix: good
      ? { label: text(`Use ${good}`, `Взять ${good}`), edit: changeAt(place, () => good), safe: true }
      : { label: text('Use UTC', 'Взять UTC'), edit: changeAt(place, () => undefined), safe: false },
  }
}
