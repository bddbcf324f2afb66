/** Changes steps all over a design, each with what is known where it stands. */
import { changeAt } from '../at'
import { combine, type Edit } from '../edits'
import { lookup } from '../lookup'
import type { Step } from '../model/step'
import { analysisOf, type StepPoint } from './analysis'

/** Gives every step to a change; what is inside a loop is changed by itself, not with the loop. */
export function changeSteps(change: (point: StepPoint) => Step): Edit {
  return (topology) => {
    const look = lookup(topology)
    const edits = look.services.flatMap((service) =>
      analysisOf(look, service).lists.flatMap(({ points }) =>
        points.flatMap((point) => {
          const next = change(point)
          const isSame = JSON.stringify(next) === JSON.stringify(point.step)
          const place = { part: 'node', id: service.id, path: point.path } as const
          return isSame ? [] : [changeAt(place, (now) => withOwnSteps(next, now as Step))]
        }),
      ),
    )
    return edits.length > 0 ? combine(...edits)(topology) : topology
  }
}

/** The steps inside a loop may have been changed already. */
function withOwnSteps(next: Step, now: Step): Step {
  return next.step === 'for_each' && now.step === 'for_each' ? { ...next, steps: now.steps } : next
}
