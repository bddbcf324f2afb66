import { kindOf } from '@/lib/catalog/catalog'
import { isGeneratedLink } from '@/lib/catalog/links'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import type { StepContext } from '@/lib/topology/steps/step-lists'
import { byShape, whileSame } from '@/lib/topology/while-same'
import { ungeneratedLists } from '../checks/steps/generated'
import { endsOf, isGoodLink } from '../link-fault'
import type { Finding, Rule, Target, Text } from '../rule'
import { sameFindings } from '../same-finding'
import { api, bot, calls, lending } from '../sketch'
import { nodeName, plain, text } from '../words'

/** The one rule that blocks only the download: a design may say more than can be built today. */
export const notGeneratedYet: Rule = {
  id: 'not-generated-yet',
  group: 'documents',
  severity: 'error',
  title: text('What is drawn can be generated.', 'Всё нарисованное можно сгенерировать.'),
  why: text(
    'A download leaves nothing out silently: what cannot be built yet is named.',
    'Из загрузки ничего не выпадает молча: чего пока нет, то названо.',
  ),
  check,
  examples: {
    valid: [
      { name: text('An API, a data API, PostgreSQL', 'API, API данных, PostgreSQL'), topology: lending() },
      {
        name: text('An API that calls an API', 'API вызывает API'),
        topology: lending({ nodes: [api('portal')], links: [calls('portal', 'lending')] }),
      },
    ],
    invalid: [
      { name: text('A bot', 'Бот'), topology: lending({ nodes: [bot('support')] }) },
      {
        name: text('Access by tokens', 'Доступ по токенам'),
        topology: lending({
          nodes: [
            api('lending', {
              access: { type: 'bearer', issuerVariable: 'ISSUER', audienceVariable: 'AUDIENCE' },
              useCases: [
                { id: 'apply', name: 'apply', method: 'POST', path: '/apply', input: [], steps: [] },
              ],
            }),
          ],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  yield* nodes(look)
  yield* links(look)
  for (const service of look.services) yield* parts(look, service)
}

const ofNode = sameFindings()
const ofLink = sameFindings()

function* nodes(look: Lookup): Generator<Finding> {
  for (const node of look.topology.nodes) {
    const kind = kindOf(node)
    if (kind.generated) continue
    const name = nodeName(look, node.id)
    yield ofNode(node, [name], () => {
      const what =
        kind.label.en === name ? text(name) : text(`${name} (${kind.label.en})`, `${name} (${kind.label.ru})`)
      return finding(what, { part: 'node', id: node.id })
    })
  }
}

/** A wrong link is told by its own rule, one to a node that is not built by the node. */
function* links(look: Lookup): Generator<Finding> {
  for (const link of ungeneratedLinks(look)) {
    const names = [nodeName(look, link.from), nodeName(look, link.to)]
    yield ofLink(link, names, () =>
      finding(text(`The link ${names.join(' → ')}`, `Связь ${names.join(' → ')}`), {
        part: 'link',
        id: link.id,
      }),
    )
  }
}

const ungeneratedLinks = whileSame(byShape, (look) =>
  look.topology.links.filter((link) => {
    const [from, to] = (endsOf(look, link) ?? []).map(kindOf)
    if (!from?.generated || !to?.generated || !isGoodLink(look, link)) return false
    return !isGeneratedLink(link, from, to)
  }),
)

function* parts(look: Lookup, service: Service): Generator<Finding> {
  const name = nodeName(look, service.id)
  const at = (...path: (string | number)[]): Target => ({ part: 'node', id: service.id, path })
  if (kindOf(service).generated) {
    for (const { context, path } of ungeneratedLists(look, service))
      yield finding(listWords(look, context, name), at(...path.slice(0, -1)))
  }
  if (service.kind !== 'business_api') return
  if (service.access?.type === 'bearer') {
    yield finding(text(`Access by bearer tokens (${name})`, `Доступ по токенам (${name})`), at('access'))
  }
  for (const [index, { roles = [] }] of (service.resources ?? []).entries()) {
    if (roles.length > 0)
      yield finding(text(`Roles (${name})`, `Роли (${name})`), at('resources', index, 'roles'))
  }
}

function listWords(look: Lookup, context: StepContext, name: string): Text {
  switch (context.in) {
    case 'use_case': {
      const what = plain(context.of.name)
      return text(`The use case ${what} (${name})`, `Сценарий ${what} (${name})`)
    }
    case 'handler': {
      const what = plain(look.message(context.of.message)?.name ?? '')
      return text(`The handler of ${what} (${name})`, `Обработчик ${what} (${name})`)
    }
    default: {
      const what = plain(context.of.name)
      return text(`The schedule ${what} (${name})`, `Расписание ${what} (${name})`)
    }
  }
}

function finding(what: Text, at: Target): Finding {
  return {
    message: text(`${what.en} cannot be generated yet.`, `${what.ru}: пока не генерируется.`),
    at: [at],
  }
}
