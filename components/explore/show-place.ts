import { closeExplore } from '@/lib/commands/explore'
import { focusTarget } from '@/lib/commands/focus'
import type { Origin } from '@/lib/generator/project'

/** Selects a part of the design on the canvas, which has to be seen for that. */
export function showPlace(place: Origin, wide: boolean): void {
  if (!wide) closeExplore()
  focusTarget(place)
}
