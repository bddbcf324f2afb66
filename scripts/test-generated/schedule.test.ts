import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runInLanes, type Task } from './schedule'

function recorder() {
  const done: string[] = []
  const task = (id: string, always = false): Task => ({
    id,
    always,
    run: async () => {
      await sleep(1)
      done.push(id)
    },
  })
  return { done, task }
}

test('every task is done once', async () => {
  const { done, task } = recorder()
  const leftOut = await runInLanes(
    ['a', 'b', 'c', 'd', 'e'].map((id) => task(id)),
    2,
    () => false,
  )
  expect(done.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(leftOut).toEqual([])
})

test('when it is late only what is needed is done, and the rest is named', async () => {
  const { done, task } = recorder()
  const tasks = [task('a'), task('b'), task('needed', true), task('c')]
  const leftOut = await runInLanes(tasks, 1, () => done.length > 0)
  expect(done).toEqual(['a', 'needed'])
  expect(leftOut).toEqual(['b', 'c'])
})
