import { hostOf, urlOf } from '../compose'
import type { Setting, Variable } from '../contributions'
import type { Service } from '../project'

const HEADING =
  'Addresses of systems outside, with credentials if they need any (https://user:password@host/path); uncomment to set'

/** An address that is well-formed and leads nowhere, so that everything starts before it is known. */
const NOWHERE = 'https://nowhere.invalid'

/** What a service has to be told of the systems that it asks, and what has to be there first. */
export function systemNeeds({ systems }: Pick<Service, 'systems'>): {
  readonly variables: readonly Variable[]
  readonly settings: readonly Setting[]
  readonly environment: Readonly<Record<string, string>>
  readonly dependsOn: Readonly<Record<string, 'healthy'>>
} {
  const apis = systems.flatMap(({ api }) => api ?? [])
  return {
    variables: systems.flatMap(({ variable, api }) =>
      api ? [] : { name: variable, heading: HEADING, default: NOWHERE },
    ),
    settings: systems.map(({ variable, api }) => ({
      name: variable,
      example: api ? 'http://localhost' : NOWHERE,
    })),
    environment: Object.fromEntries(
      systems.map(({ variable, api }) => [variable, api ? urlOf(api) : `\${${variable}:-${NOWHERE}}`]),
    ),
    dependsOn: Object.fromEntries(apis.map(({ service }) => [hostOf(service), 'healthy'])),
  }
}
