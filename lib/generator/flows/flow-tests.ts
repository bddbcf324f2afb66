import type { Step } from '@/lib/topology/model/step'
import { phaseOf } from '@/lib/topology/steps/phases'
import type { Code } from '../code'
import type { Arrival, Flows, Service } from '../project'
import type { scenarioViews } from '../steps/scenarios/scenario-view'
import { withInner } from '../steps/with-inner'

/** What a test asks with, and the rows that are there before. */
type Asked = Pick<ReturnType<typeof scenarioViews>[number], 'about' | 'rows' | 'body' | 'query' | 'path'>

/** Whether tests can place the rows that a service works with. */
export function canPlaceRows({ resources, uses }: Service, { keeper }: Flows): boolean {
  return resources.length + uses.length === 0 || Boolean(keeper?.writer)
}

/** Where these messages come to, of those that anybody works off. */
export function arrivalsAmong(messages: Iterable<string>, { arrivals }: Flows): readonly Arrival[] {
  const wanted = new Set(messages)
  return arrivals.filter(({ message }) => wanted.has(message))
}

/** The scenario in which all goes well, for a test over running services; null where there is none. */
export function flowScenario<Scenario extends Asked>(scenarios: readonly Scenario[]): Scenario | null {
  const ending = (is: Asked['about']['is']) => scenarios.find(({ about }) => about.is === is)
  // Where no test shows that anything is found, it is still handled.
  const scenario = ending('success') ?? ending('nothing')
  return scenario ? { ...scenario, rows: placedRows(scenario) } : null
}

/** The rows of a scenario, named only where what is asked or another row names them. */
function placedRows({ rows, body, query, path }: Asked): Asked['rows'] {
  const texts = [body, query, ...path.map(({ value }) => value), ...rows.map(({ changes }) => changes)]
  const isNamed = (variable: string) => texts.some((code) => names(code, variable))
  const placed = rows.map((row) => (row.variable && isNamed(row.variable) ? row : { ...row, variable: null }))
  return placed.filter(({ isTarget, variable }) => !isTarget || variable !== null)
}

function names(code: Code | null, variable: string): boolean {
  return code !== null && new RegExp(`\\b${variable}\\b(?!")`).test(code.text)
}

/** Whether steps depend on what no test of running services can give: systems outside. */
export function asksOutside(steps: readonly Step[]): boolean {
  return withInner(steps).some(({ step }) => step === 'call')
}

/**
 * Whether steps act on every row that they find: over running services those of other tests are found, too, and rows
 * that a test never asked for, because the ones it made refer to them.
 */
export function actsOnFound(steps: readonly Step[]): boolean {
  return steps.some((step) => step.step === 'for_each' && phaseOf(step) > 0)
}

/** Whether steps end in another way when a rule is decided otherwise than the test supposes. */
export function isJudged(steps: readonly Step[]): boolean {
  return withInner(steps).some(({ step }) => step === 'call' || step === 'decide')
}

/** Ids of the messages that steps publish only after a while. */
export function delayedBy(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    withInner(steps).flatMap((step) =>
      step.step === 'publish' && (step.delaySeconds ?? 0) > 0 ? [step.message] : [],
    ),
  )
}
