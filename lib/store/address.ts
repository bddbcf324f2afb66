import { encodeLink } from '@/lib/share/link'
import type { Topology } from '@/lib/topology/model/topology'
import { useDocument } from './document'

/** The link of a design: the address of this page with the design after the `#`. */
export function addressOf(topology: Topology): string {
  return `${location.origin}${location.pathname}#${encodeLink(topology)}`
}

/** What stands after the `#` now. */
export function currentFragment(): string {
  return location.hash.slice(1)
}

/** The link of the open design; one that holds nothing yet has none. */
export function currentLink(): string {
  return isUntouched() ? '' : encodeLink(useDocument.getState().history.present)
}

/** Brings the address in step with the open design. */
export function writeAddress(): void {
  const link = currentLink()
  if (link === currentFragment()) return
  const address = `${location.pathname}${location.search}${link ? `#${link}` : ''}`
  // With the router's own state, so that it takes the new address for its own and draws nothing.
  history.replaceState(history.state, '', address)
}

/** Whether nothing was done to the open design since it was made empty. */
export function isUntouched(): boolean {
  const { history, checkpoints } = useDocument.getState()
  const { past, present, future } = history
  return present.nodes.length + past.length + future.length + checkpoints.length === 0
}
