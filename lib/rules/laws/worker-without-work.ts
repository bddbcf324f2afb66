import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import { addQueueFor } from '../repairs/queues'
import type { Finding, Rule } from '../rule'
import { lending, worker } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, text } from '../words'

export const workerWithoutWork: Rule = {
  id: 'worker-without-work',
  group: 'communication',
  severity: 'error',
  title: text(
    'A worker consumes a queue or has a schedule.',
    'Воркер потребляет очередь или работает по расписанию.',
  ),
  why: text(
    'Nothing else ever wakes it: the process would start and wait for ever.',
    'Больше ничто его не разбудит: процесс запустится и будет ждать вечно.',
  ),
  check,
  examples: {
    valid: [
      { name: text('It consumes a queue', 'Он потребляет очередь'), topology: flowing() },
      {
        name: text('It works at midnight', 'Он работает в полночь'),
        topology: lending({
          nodes: [
            worker('cleanup', { schedules: [{ id: 's', name: 'nightly', cron: '0 0 * * *', steps: [] }] }),
          ],
        }),
      },
    ],
    invalid: [
      {
        name: text('A worker alone', 'Воркер сам по себе'),
        topology: lending({ nodes: [worker('scoring')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'worker' || (service.schedules ?? []).length > 0) continue
    // What it handles says which queue it lacks, and another rule says so: any queue would be the wrong one.
    if (service.handlers?.some(({ message }) => look.message(message))) continue
    const consumed = look.linksTo(service.id, 'consumes')
    if (
      consumed.some(({ from }) =>
        flowsOf(look)
          .consumersOf(from)
          .some(({ to }) => to === service.id),
      )
    )
      continue
    const name = nodeName(look, service.id)
    yield {
      message: text(
        `${name} consumes nothing and has no schedule; give it a queue.`,
        `${name} ничего не потребляет и не имеет расписания; дайте ему очередь.`,
      ),
      at: [{ part: 'node', id: service.id }],
      fix: {
        label: text('Add a queue', 'Добавить очередь'),
        edit: addQueueFor(service.id),
        safe: true,
        completes: true,
      },
    }
  }
}
