import { newLink } from '@/lib/catalog/links'
import { lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import type { Node } from '@/lib/topology/model/node'
import type { BusinessApi, Service } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import type { NamedValue, Value } from '@/lib/topology/model/value'
import type { Chance } from '@/lib/topology/random/chance'
import { constant, input, result } from '@/lib/topology/steps/written-values'

/** The example of lending with a portal before its API, and a worker that asks it by the clock. */
export function calling(topology: Topology): Topology {
  const entityOf = (name: string) => topology.entities.find((entity) => entity.name === name)
  const [user, api] = [entityOf('user'), lookup(topology).services.find(isApi)]
  if (!user || !api) throw new Error('There is nothing to call')
  return {
    ...topology,
    nodes: [...topology.nodes, portal(api.id, user), reminder(api.id)],
    links: [
      ...topology.links,
      newLink('calling-portal', 'calls', PORTAL, api.id),
      newLink('calling-reminder', 'calls', REMINDER, api.id),
      newLink('calling-both', 'calls', REMINDER, PORTAL),
    ],
  }
}

const PORTAL = 'calling-portal'
const REMINDER = 'calling-reminder'

function isApi(service: Service): service is BusinessApi {
  return service.kind === 'business_api'
}

const given = (name: string, value: Value): NamedValue => ({ name, value })

function portal(target: string, user: Entity): Service {
  const userId: Field = { name: 'user_id', type: 'reference', entity: user.id }
  const version: Field = { name: 'version', type: 'integer' }
  const phone: Field = { name: 'phone', type: 'string', optional: true }
  const call = (operation: string, values: readonly NamedValue[]): Step => ({
    step: 'call',
    target,
    operation,
    values,
  })
  const asked = (...names: readonly string[]) => names.map((name) => given(name, input(name)))
  return {
    id: PORTAL,
    type: 'service',
    kind: 'business_api',
    domain: 'portal',
    useCases: [
      {
        id: 'calling-borrow',
        name: 'borrow',
        method: 'POST',
        path: '/loans',
        input: [userId, { name: 'amount', type: 'decimal', precision: 12, scale: 2 }],
        steps: [
          { ...call('read_user', asked('user_id')), as: 'borrower' } as Step,
          {
            step: 'require',
            condition: {
              test: 'compare',
              operator: '=',
              left: result('borrower', 'is_active'),
              right: constant(true),
            },
            error: 'passive_user',
            text: { en: 'Only active users borrow.', ru: 'Занимают только активные.' },
          },
          {
            ...call('apply_for_loan', [...asked('user_id', 'amount'), given('term_months', constant(12))]),
            as: 'loan',
          } as Step,
          {
            step: 'answer',
            status: 201,
            content: {
              body: 'object',
              fields: [
                given('loan_id', result('loan', 'id')),
                given('status', result('loan', 'status')),
                given('name', result('borrower', 'name')),
              ],
            },
          },
        ],
      },
      {
        id: 'calling-name',
        name: 'know',
        method: 'GET',
        path: '/users/{user_id}/name',
        input: [userId],
        steps: [
          { ...call('read_user', asked('user_id')), as: 'known', otherwise: 'continue' } as Step,
          {
            step: 'answer',
            status: 200,
            when: { test: 'is_set', value: result('known') },
            content: { body: 'object', fields: [given('name', result('known', 'name'))] },
          },
        ],
      },
      {
        id: 'calling-phone',
        name: 'change_phone',
        method: 'PUT',
        path: '/users/{user_id}/phone',
        input: [userId, version, phone],
        steps: [
          call('update_user', asked('user_id', 'version', 'phone')),
          { ...call('list_loans', [...asked('user_id'), given('limit', constant(5))]), as: 'loans' } as Step,
          { step: 'answer', status: 202 },
        ],
      },
      {
        id: 'calling-leave',
        name: 'leave',
        method: 'DELETE',
        path: '/users/{user_id}',
        input: [userId, version],
        steps: [
          { ...call('delete_user', asked('user_id', 'version')), otherwise: 'continue' } as Step,
          { step: 'answer', status: 204 },
        ],
      },
    ],
  }
}

function reminder(target: string): Service {
  return {
    id: REMINDER,
    type: 'service',
    kind: 'worker',
    domain: 'reminder',
    schedules: [
      {
        id: 'calling-schedule',
        name: 'invite',
        cron: '0 9 * * *',
        steps: [
          {
            step: 'call',
            target: PORTAL,
            operation: 'know',
            values: [given('user_id', { value: 'new_id' })],
            as: 'known',
          },
          {
            step: 'call',
            target,
            operation: 'create_user',
            when: { test: 'is_set', value: result('known') },
            values: [
              given('email', constant('guest@example.org')),
              given('name', constant('Guest')),
              given('birth_date', { value: 'today' }),
            ],
          },
        ],
      },
    ],
  }
}

/** The design in which some services ask Business APIs by chance; nobody asks who asks others. */
export function withRandomCalls(chance: Chance, topology: Topology): Topology {
  if (!chance.flag(0.7)) return topology
  const services = topology.nodes.filter((node): node is Service => node.type === 'service')
  const [asked, ...others] = chance.shuffled(services.filter(isApi))
  if (!asked) return topology
  const callers: readonly Node[] = [...others, ...services.filter(({ kind }) => kind === 'worker')]
  const links = callers
    .filter(() => chance.flag(0.6))
    .slice(0, MOST_CALLERS)
    .map(({ id }) => newLink(`calls-${id}`, 'calls', id, asked.id))
  return { ...topology, links: [...topology.links, ...links] }
}

const MOST_CALLERS = 3
