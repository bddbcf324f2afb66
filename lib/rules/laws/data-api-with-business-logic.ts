import { removeLinks } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { faultOfLink, linksWith } from '../link-fault'
import type { Finding, Rule } from '../rule'
import { caches, calls, consumes, event, external, lending, publishes, queue } from '../sketch'
import { nodeName, text } from '../words'

export const dataApiWithBusinessLogic: Rule = {
  id: 'data-api-with-business-logic',
  group: 'data-access',
  severity: 'error',
  title: text(
    'A data API calls no service, publishes nothing and consumes nothing.',
    'API данных никого не вызывает, ничего не публикует и не потребляет.',
  ),
  why: text(
    'It keeps data; what should happen when data changes is decided by business services.',
    'Он хранит данные; что делать при их изменении, решают бизнес-сервисы.',
  ),
  check: (look) =>
    linksWith(look, 'data-api-with-business-logic').flatMap((link) => [...checkLink(look, link)]),
  checkLink,
  examples: {
    valid: [
      {
        name: text('A data API may keep a cache', 'API данных может держать кэш'),
        topology: lending({ nodes: [{ id: 'redis', type: 'redis' }], links: [caches('records', 'redis')] }),
      },
    ],
    invalid: [
      {
        name: text('A data API calls back', 'API данных вызывает бизнес-API'),
        topology: lending({ links: [calls('records', 'lending')] }),
      },
      {
        name: text('A data API calls a system outside', 'API данных вызывает чужую систему'),
        topology: lending({ nodes: [external('bureau')], links: [calls('records', 'bureau')] }),
      },
      {
        name: text('A data API publishes and consumes', 'API данных публикует и потребляет'),
        topology: lending({
          nodes: [queue('changes', ['loan-applied'])],
          messages: [event('loan.applied')],
          links: [publishes('records', 'changes'), consumes('changes', 'records')],
        }),
      },
    ],
  },
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (faultOfLink(look, link) !== 'data-api-with-business-logic') return
  const dataApi = nodeName(look, link.type === 'consumes' ? link.to : link.from)
  const other = nodeName(look, link.type === 'consumes' ? link.from : link.to)
  const [en, ru] = WORDS[link.type] ?? ['reaches', 'обращается к']
  yield {
    message: text(
      `${dataApi} only keeps data, but here it ${en} ${other}; let a business service do that.`,
      `${dataApi} только хранит данные, а здесь он ${ru} ${other}; поручите это бизнес-сервису.`,
    ),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.from },
      { part: 'node', id: link.to },
    ],
    fix: { label: text('Remove the link', 'Убрать связь'), edit: removeLinks([link.id]), safe: false },
  }
}

const WORDS: Partial<Record<Link['type'], readonly [string, string]>> = {
  calls: ['calls', 'вызывает'],
  publishes: ['publishes to', 'публикует в'],
  consumes: ['consumes', 'потребляет'],
}
