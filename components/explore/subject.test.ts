import { expect, test } from 'vitest'
import { notes } from '@/lib/examples/notes'
import type { Checkpoint } from '@/lib/store/checkpoint'
import { beginHistory, commit, type History } from '@/lib/store/history'
import { changeProject, removeNodes } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { baseOf, subjectOf } from './subject'

const good = notes.topology
const named = (name: string) => changeProject({ name })(good)
// Without its database the data API is an error.
const bad = removeNodes(good.nodes.filter(({ type }) => type === 'database').map(({ id }) => id))(good)
const past = (...versions: Topology[]): History =>
  versions.reduce<History | undefined>(
    (history, next) => (history ? commit(history, next) : beginHistory(next)),
    undefined,
  ) ?? beginHistory(good)

test('the present design is shown where it can be built, else the last one that could', () => {
  expect(subjectOf({ history: past(good) })).toEqual({ topology: good, isPresent: true })
  expect(subjectOf({ history: past(good, bad) })).toEqual({ topology: good, isPresent: false })
  expect(subjectOf({ history: past(bad) })).toBeUndefined()
  expect(subjectOf({ history: past(emptyTopology()) })).toBeUndefined()
})

test('it is compared with the design before the last edit, as opened, or as kept', () => {
  const [second, third] = [named('second'), named('third')]
  const history = past(good, second, bad, third)
  const kept: Checkpoint = { id: 'c', name: { en: '', ru: '' }, time: 0, byHand: true, topology: second }
  const subject = { topology: third, isPresent: true }
  const base = (since: Parameters<typeof baseOf>[2]) =>
    baseOf({ history, checkpoints: [kept] }, subject, since)
  expect(base('edit')).toBe(second)
  expect(base('opened')).toBe(good)
  expect(base('checkpoint')).toBe(second)
  expect(baseOf({ history: past(third), checkpoints: [] }, subject, 'edit')).toBeUndefined()
  const before = baseOf(
    { history: past(good, second, bad), checkpoints: [] },
    { topology: second, isPresent: false },
    'edit',
  )
  expect(before).toBe(good)
})
