import type { Step } from '@/lib/topology/model/step'
import { eachValue } from '@/lib/topology/steps/map-step'
import { namesUsed } from '@/lib/topology/steps/names-used'
import { isWrite } from '@/lib/topology/steps/phases'
import type { Entity } from '../project'
import type { Body } from './body'
import { type Asked, everything, type Find } from './find'
import { type Scope, withValue } from './scope'

export type Loop = Extract<Step, { readonly step: 'for_each' }>

/** What a loop goes through. */
export interface Through {
  readonly entity: Entity
  /** The list, or the search whose pages are read while the loop runs. */
  readonly of: string | Asked
}

/**
 * Writes a loop. Where its steps write or mail, each item is a unit of its own, whose ids are made from the occasion and
 * the id of the item: `occasion_of_item` takes the place of the occasion inside.
 */
export function writeLoop(
  body: Body,
  scope: Scope,
  { entity, of }: Through,
  steps: readonly Step[],
  writeSteps: (inside: Scope) => void,
): void {
  const inside = withValue(scope, 'item', { code: 'item', type: { is: 'entity', entity, optional: false } })
  const before = body.occasion
  const lines = body.writer.collect(() => {
    // A loop does not give another value to its own variable.
    if (isReplaced(steps)) body.writer.statement('item = each')
    if (steps.some((step) => isWrite(step) || step.step === 'email')) {
      body.loops += 1
      // Another loop may come to the same item: what it does is a unit of its own, too.
      const number = body.loops > 1 ? `, ${body.loops}` : ''
      body.writer.statement(`occasion_of_item = ${before}.part(item.id${number})`)
      body.occasion = 'occasion_of_item'
    }
    writeSteps(inside)
  })
  body.occasion = before
  // Steps that change nothing and whose results nobody names leave nothing to do.
  if (lines.length === 0) return
  const isNamed = lines.some((line) => /\bitem\b/.test(line))
  const variable = isReplaced(steps) ? 'each' : isNamed ? 'item' : '_item'
  if (typeof of === 'string') body.writer.line(`for ${variable} in ${of}:`)
  else body.writer.line(`async for ${variable} in ${pagesOf(body, of, variable)}:`)
  body.writer.lines.push(...lines)
}

/** What gives everything that is found; by a name of its own where the line of the loop would be too long. */
function pagesOf(body: Body, of: Asked, variable: string): string {
  const pages = everything(body, of)
  if (body.writer.fits(`async for ${variable} in ${pages}:`)) return pages
  const name = body.freshName(of.search.replace(/^search_/, 'page_'))
  body.writer.statement(`${name} = ${pages}`)
  return name
}

/** Whether the item is changed, and looked at afterwards. */
function isReplaced(steps: readonly Step[]): boolean {
  const changed = steps.findIndex((step) => step.step === 'update' && step.target === 'item')
  return changed >= 0 && steps.slice(changed + 1).some(namesItem)
}

/** Whether a step looks at the item of its loop. */
export function namesItem(step: Step): boolean {
  if (namesUsed(step).has('item')) return true
  let isNamed = false
  eachValue(step, (value) => {
    isNamed ||= value.value === 'item'
  })
  return isNamed
}

/** The loops of a list that read their items while they run: what they find is named nowhere else, and has no limit. */
export function pagedFinds(steps: readonly Step[]): ReadonlySet<Find> {
  return new Set(
    steps.flatMap((step, index) => {
      if (step.step !== 'find' || step.limit !== undefined || step.when) return []
      const uses = steps.slice(index + 1).filter((one) => namesUsed(one).has(step.as))
      const [only, ...others] = uses
      const isFed =
        only?.step === 'for_each' &&
        only.of === step.as &&
        !only.steps.some((one) => namesUsed(one).has(step.as))
      return isFed && others.length === 0 ? [step] : []
    }),
  )
}
