import type { Lookup } from '@/lib/topology/lookup'
import { onlyDataApi } from '../repairs/only-candidate'
import { removal } from '../repairs/removal'
import type { Finding, Rule } from '../rule'
import { api, lending } from '../sketch'
import { nodeName, text } from '../words'

export const unconnectedService: Rule = {
  id: 'unconnected-service',
  group: 'documents',
  severity: 'warning',
  title: text('Every service is connected to something.', 'Каждый сервис с чем-нибудь соединён.'),
  why: text(
    'A service alone is mostly one whose link was forgotten.',
    'Одинокий сервис — обычно тот, который забыли соединить.',
  ),
  check,
  examples: {
    valid: [{ name: text('All connected', 'Все соединены'), topology: lending() }],
    invalid: [
      {
        name: text('A forgotten API', 'Забытый API'),
        topology: lending({ nodes: [api('portal')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    const { id } = service
    if (look.linksFrom(id).length > 0 || look.linksTo(id).length > 0) continue
    const name = nodeName(look, id)
    yield {
      message: text(
        `${name} is connected to nothing; draw a link or remove it.`,
        `Сервис ${name} ни с чем не соединён; проведите связь или уберите его.`,
      ),
      at: [{ part: 'node', id }],
      // The last service goes only by hand: a design without any says nothing.
      ...(look.services.length > 1 && removal(look, id, text(`Remove ${name}`, `Убрать ${name}`))),
      ...onlyDataApi(look, service),
    }
  }
}
