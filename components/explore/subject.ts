import { isBuildable } from '@/lib/commands/is-buildable'
import type { OpenDocument } from '@/lib/store/document'
import type { Topology } from '@/lib/topology/model/topology'

/** What the files are compared with. */
export type Since = 'edit' | 'opened' | 'checkpoint'

/** The design whose files are shown: the present one, or the last one before it that can be built. */
export interface Subject {
  readonly topology: Topology
  readonly isPresent: boolean
}

/** So many steps back are looked at; a design that was wrong for longer has no good state that anyone remembers. */
const MOST_STEPS_BACK = 40

/** The design whose files can be shown; undefined where there is none. */
export function subjectOf({ history }: Pick<OpenDocument, 'history'>): Subject | undefined {
  const { present, past } = history
  if (present.nodes.length > 0 && isBuildable(present)) return { topology: present, isPresent: true }
  const good = lastBuildable(past.map(({ topology }) => topology))
  return good && { topology: good, isPresent: false }
}

/** The design that it is compared with; undefined where there is none that can be built. */
export function baseOf(
  { history, checkpoints }: Pick<OpenDocument, 'history' | 'checkpoints'>,
  { topology, isPresent }: Subject,
  since: Since,
): Topology | undefined {
  const past = history.past.map((version) => version.topology)
  if (since === 'edit') {
    return lastBuildable(isPresent ? past : past.slice(0, past.lastIndexOf(topology)))
  }
  const candidates =
    since === 'opened' ? past.slice(0, MOST_STEPS_BACK) : checkpoints.map((one) => one.topology)
  return candidates.find((candidate) => candidate.nodes.length > 0 && isBuildable(candidate))
}

function lastBuildable(versions: readonly Topology[]): Topology | undefined {
  return versions
    .slice(-MOST_STEPS_BACK)
    .findLast((candidate) => candidate.nodes.length > 0 && isBuildable(candidate))
}
