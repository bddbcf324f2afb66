import { pythonName } from '../encode/python'
import { BUILTINS } from '../python/builtins'

/** What the Python of a list of steps names itself, so that no result may be called so. */
const OWN: ReadonlySet<string> = new Set(
  (
    'self asked occasion unit outcome envelope message item caller sender texts worded rounded timedelta one first ' +
    'UUID present dataclasses each occasion_of_item or_none'
  ).split(' '),
)
const OWN_FORM = /^(new|begin|call|created|change|changed|changes|given|value|search|page|to)_/

/** The variable of a result: its own name, unless the code around it needs that. */
export function variableOf(result: string): string {
  return OWN.has(result) || BUILTINS.has(result) || OWN_FORM.test(result) ? `${result}_` : pythonName(result)
}
