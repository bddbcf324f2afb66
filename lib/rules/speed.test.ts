import { expect, it } from 'vitest'
import { largestDesign } from '@/lib/testing/largest-design'
import { changeNode } from '@/lib/topology/edits'
import { judge } from './judge'
import { judgeTargets } from './judge-link'

it('judges the largest design before a person notices, after an edit and for every target of a drag', () => {
  let topology = largestDesign()
  expect(topology.nodes).toHaveLength(500)
  judge(topology)
  const edits = Array.from({ length: 12 }, (_, index) => {
    topology = changeNode('branch1', { label: { en: `Branch ${index}` } })(topology)
    return timed(() => judge(topology))
  })
  const drags = Array.from({ length: 6 }, (_, index) => timed(() => judgeTargets(topology, `branch${index}`)))
  if (process.env.SHOW_SPEED) {
    process.stdout.write(
      `edits ${edits.map(Math.round).join(' ')}, drags ${drags.map(Math.round).join(' ')} ms\n`,
    )
  }
  // Ten milliseconds are the aim, seen on a machine at rest; a rule that is not linear takes seconds.
  expect(Math.min(...edits)).toBeLessThan(150)
  expect(Math.min(...drags)).toBeLessThan(150)
})

/** Milliseconds by the clock, or of the processor where the clock ran while others worked. */
function timed(act: () => unknown): number {
  const start = performance.now()
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return Math.min(performance.now() - start, (user + system) / 1000)
}
