import { changeNode, type Edit } from '@/lib/topology/edits'
import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { BusinessApi } from '@/lib/topology/model/service'
import { connect } from '../repairs/stores'
import type { Finding, Fix, Rule } from '../rule'
import { api, lending } from '../sketch'
import { nodeName, text } from '../words'

export const idleService: Rule = {
  id: 'idle-service',
  group: 'communication',
  severity: 'warning',
  title: text('A Business API has an operation.', 'У бизнес-API есть хотя бы одна операция.'),
  why: text('Without one it starts and has nothing to do.', 'Без неё он запускается и ничего не делает.'),
  check,
  examples: {
    valid: [{ name: text('Loans over HTTP', 'Кредиты по HTTP'), topology: lending() }],
    invalid: [
      {
        name: text('No resource is offered', 'Ни один ресурс не открыт'),
        topology: lending({ nodes: [api('lending', { resources: [] })] }),
      },
      {
        name: text('An API that reaches no data', 'API без доступа к данным'),
        topology: lending({ nodes: [api('portal')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'business_api' || (service.useCases ?? []).length > 0) continue
    if (look.offersResources(service)) continue
    const name = nodeName(look, service.id)
    const fix = fixOf(look, service)
    yield {
      message: text(
        `${name} offers no operation; give it a resource.`,
        `${name} не предлагает ни одной операции; дайте ему ресурс.`,
      ),
      at: [{ part: 'node', id: service.id }],
      ...(fix && { fix }),
    }
  }
}

/** Opens every entity within reach, or calls the one data API that has entities. */
function fixOf(look: Lookup, service: BusinessApi): Fix | undefined {
  const called = look.dataApisCalledBy(service.id)
  if (called.some(({ id }) => look.entitiesOf(id).length > 0)) {
    return {
      label: text('Offer the entities within reach', 'Открыть доступные сущности'),
      edit: offerAll(service.id),
      safe: true,
    }
  }
  const [only, ...more] = look.services.filter((one) => engineOf(one) && look.entitiesOf(one.id).length > 0)
  if (!only || more.length > 0) return undefined
  const name = nodeName(look, only.id)
  return {
    label: text(`Call ${name}`, `Соединить с ${name}`),
    edit: (topology) => offerAll(service.id)(connect('calls', service.id, only.id)(topology)),
    safe: true,
  }
}

/** Without a list of its own an API offers every entity of the data APIs that it calls. */
function offerAll(id: string): Edit {
  return changeNode(id, { resources: undefined })
}
