import { changeAt } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { Finding, Rule } from '../rule'
import { worker } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

export const duplicateHandler: Rule = {
  id: 'duplicate-handler',
  group: 'communication',
  severity: 'error',
  title: text('A service handles each message once.', 'Сервис обрабатывает каждое сообщение один раз.'),
  why: text(
    'A message is one unit of work: two handlers could succeed and fail apart from each other.',
    'Сообщение — одна единица работы: из двух обработчиков один мог бы удаться, а другой нет.',
  ),
  check,
  examples: {
    valid: [{ name: text('One handler', 'Один обработчик'), topology: flowing() }],
    invalid: [
      {
        name: text('Two handlers of loan.created', 'Два обработчика loan.created'),
        topology: flowing({
          nodes: [
            worker('scoring', {
              handlers: [
                { id: 'one', message: 'loan-created', steps: [] },
                { id: 'two', message: 'loan-created', steps: [] },
              ],
            }),
          ],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'worker' && service.kind !== 'bot') continue
    const seen = new Set<string>()
    for (const [index, { message, steps }] of (service.handlers ?? []).entries()) {
      if (!seen.has(message)) {
        seen.add(message)
        continue
      }
      const place = { part: 'node', id: service.id, path: ['handlers', index] } as const
      const what = plain(look.message(message)?.name ?? message)
      yield {
        message: text(
          `${nodeName(look, service.id)} handles ${what} twice; put the steps into one handler.`,
          `${nodeName(look, service.id)} обрабатывает ${what} дважды; соберите шаги в одном обработчике.`,
        ),
        at: [place],
        fix: {
          label: text('Remove the second handler', 'Убрать второй обработчик'),
          edit: changeAt(place, () => undefined),
          safe: steps.length === 0,
        },
      }
    }
  }
}
