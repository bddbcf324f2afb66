import type { Setting, Variable } from '../contributions'
import type { Service } from '../project'

const HEADING =
  'Addresses of systems outside, with credentials if they need any (https://user:password@host/path); uncomment to set'

/** An address that is well-formed and leads nowhere, so that everything starts before it is known. */
const NOWHERE = 'https://nowhere.invalid'

/** What a service has to be told of the systems outside that it asks. */
export function systemNeeds({ systems }: Pick<Service, 'systems'>): {
  readonly variables: readonly Variable[]
  readonly settings: readonly Setting[]
  readonly environment: Readonly<Record<string, string>>
} {
  return {
    variables: systems.map(({ variable }) => ({ name: variable, heading: HEADING, default: NOWHERE })),
    settings: systems.map(({ variable }) => ({ name: variable, example: NOWHERE })),
    environment: Object.fromEntries(systems.map(({ variable }) => [variable, `\${${variable}:-${NOWHERE}}`])),
  }
}
