import { engineOf, type Lookup } from '@/lib/topology/lookup'
import { onlyCaller } from '../repairs/only-candidate'
import type { Finding, Rule } from '../rule'
import { api, dataApi, database, entity, integer, lending, sketch, stores } from '../sketch'
import { nodeName, text } from '../words'

export const unusedDataApi: Rule = {
  id: 'unused-data-api',
  group: 'data-access',
  severity: 'warning',
  title: text('Somebody calls every data API.', 'К каждому API данных кто-нибудь обращается.'),
  why: text(
    'Data that nobody reads or writes costs a process and a database.',
    'Данные, которые никто не читает и не пишет, зря занимают процесс и базу.',
  ),
  check,
  examples: {
    valid: [{ name: text('The data API is called', 'К API данных обращаются'), topology: lending() }],
    invalid: [
      {
        name: text('A data API without callers', 'API данных, к которому никто не обращается'),
        topology: sketch({
          nodes: [dataApi('records'), database('postgres')],
          links: [stores('records', 'postgres')],
          entities: [entity('loan', [integer('amount')])],
        }),
      },
      {
        name: text('The only API does not call it', 'Единственный API к нему не обращается'),
        topology: sketch({
          nodes: [api('lending'), dataApi('records'), database('postgres')],
          links: [stores('records', 'postgres')],
          entities: [entity('loan', [integer('amount')])],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (!engineOf(service) || look.linksTo(service.id, 'calls').length > 0) continue
    const name = nodeName(look, service.id)
    yield {
      message: text(
        `Nobody calls ${name}; connect a business service to it.`,
        `К ${name} никто не обращается; соедините с ним бизнес-сервис.`,
      ),
      at: [{ part: 'node', id: service.id }],
      ...onlyCaller(look, service),
    }
  }
}
