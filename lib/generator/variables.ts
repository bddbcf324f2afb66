import { portVariable, tokenVariable } from './compose'
import type { Variable } from './contributions'

/** The tokens of these services, which a person never chooses. */
export function tokenLines(services: readonly string[]): readonly Variable[] {
  return services.map((service) => ({
    name: tokenVariable(service),
    heading: 'Tokens that services show when they call one another',
    default: null,
  }))
}

/** The port on this machine of a service, or of anything else that has one. */
export function portLine(
  owner:
    | { readonly name: string; readonly port: number | null }
    | { readonly name: string; readonly default: string },
): readonly Variable[] {
  const heading = 'Ports on this machine; uncomment to change'
  if ('default' in owner) return [{ ...owner, heading }]
  return owner.port === null ? [] : [{ name: portVariable(owner.name), heading, default: String(owner.port) }]
}
