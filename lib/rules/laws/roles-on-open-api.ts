import type { Place } from '@/lib/topology/at'
import { changeNode } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { BusinessApi } from '@/lib/topology/model/service'
import type { Finding, Fix, Rule, Text } from '../rule'
import { api, lending, scenario } from '../sketch'
import { listed, nodeName, plain, text } from '../words'

const CLERK = { roles: ['clerk'] }
const BEARER = { type: 'bearer', issuerVariable: 'OIDC_ISSUER', audienceVariable: 'OIDC_AUDIENCE' } as const

export const rolesOnOpenApi: Rule = {
  id: 'roles-on-open-api',
  group: 'communication',
  severity: 'error',
  title: text(
    'Only an API that asks for tokens asks for roles.',
    'Роли требует только API, который требует токены.',
  ),
  why: text(
    'A role stands in a token; without one nobody checks it, and everybody may do everything.',
    'Роль записана в токене; без него её никто не проверит, и всё дозволено каждому.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Tokens, and a role in them', 'Токены, а в них роль'),
        topology: lending({
          nodes: [api('lending', { access: BEARER, useCases: [scenario('close_loan', [], CLERK)] })],
        }),
      },
    ],
    invalid: [
      {
        name: text('A role for a use case that is open', 'Роль для открытого сценария'),
        topology: lending({ nodes: [api('lending', { useCases: [scenario('close_loan', [], CLERK)] })] }),
      },
      {
        name: text('A role for a resource that is open', 'Роль для открытого ресурса'),
        topology: lending({
          nodes: [
            api('lending', { access: { type: 'open' }, resources: [{ entity: 'loan', ...CLERK }] }),
            api('lending', { function: 'office', port: 8003, access: BEARER }),
          ],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'business_api' || service.access?.type === 'bearer') continue
    yield* findingsOf(look, service)
  }
}

function* findingsOf(look: Lookup, service: BusinessApi): Generator<Finding> {
  const at = (list: string, index: number): Place => ({
    part: 'node',
    id: service.id,
    path: [list, index, 'roles'],
  })
  for (const [index, { name, roles = [] }] of (service.useCases ?? []).entries())
    if (roles.length > 0) yield finding(look, service, text(plain(name)), roles, at('useCases', index))
  for (const [index, { entity, roles = [] }] of (service.resources ?? []).entries()) {
    const name = plain(look.entity(entity)?.name ?? entity)
    if (roles.length > 0)
      yield finding(
        look,
        service,
        text(`the resource ${name}`, `ресурс ${name}`),
        roles,
        at('resources', index),
      )
  }
}

function finding(
  look: Lookup,
  service: BusinessApi,
  what: Text,
  roles: readonly string[],
  at: Place,
): Finding {
  const name = nodeName(look, service.id)
  const wanted = listed(roles.map(plain))
  return {
    message: text(
      `In ${name} ${what.en} asks for ${wanted.en}, but anybody may call the API without a token.`,
      `В ${name} ${what.ru} требует роль ${wanted.ru}, но API открыт и токенов не проверяет.`,
    ),
    at: [at],
    fix: askForTokens(look, service.id),
  }
}

/** Tokens of the provider that other APIs of the design trust, if there is one. */
function askForTokens(look: Lookup, id: string): Fix {
  const known = look.services.flatMap((service) =>
    service.kind === 'business_api' && service.access?.type === 'bearer' ? [service.access] : [],
  )
  return {
    label: text('Ask for tokens', 'Требовать токены'),
    edit: changeNode(id, { access: known[0] ?? BEARER }),
    // Who calls it without a token today is refused from then on.
    safe: false,
  }
}
