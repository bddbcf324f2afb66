import { type History, type Version, versionsOf } from '@/lib/store/history'
import { stepTexts } from '@/lib/text/history'
import type { Text } from '@/lib/topology/model/basics'
import { describeChange } from './describe-change'

/** A step of a history as a person reads it. */
export interface NamedStep {
  /** Its number in the history, the oldest version being 0. */
  readonly at: number
  readonly name: Text
  readonly time: number
}

/** All steps of a history with their names, the oldest first. */
export function nameSteps(history: History): readonly NamedStep[] {
  const versions = versionsOf(history)
  return versions.map((version, at) => ({ at, name: nameOf(versions[at - 1], version), time: version.time }))
}

/** The name of the step that led to the version with this number; undefined where none did. */
export function nameStep(history: History, at: number): Text | undefined {
  const versions = versionsOf(history)
  const [before, version] = [versions[at - 1], versions[at]]
  return before && version && nameOf(before, version)
}

// Versions never change, so a name is found once for each pair of neighbours.
const known = new WeakMap<Version, { readonly before: Version; readonly name: Text }>()

function nameOf(before: Version | undefined, version: Version): Text {
  if (!before) return stepTexts.beginning
  if (version.label) return version.label
  const made = known.get(version)
  if (made?.before === before) return made.name
  const name = describeChange(before.topology, version.topology)
  known.set(version, { before, name })
  return name
}
