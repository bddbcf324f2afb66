import { expect, test } from 'vitest'
import { moveIn } from './tree-keys'
import { folderOf, rowsOf } from './tree-rows'

const files = ['a/b.py', 'a/c.py', 'z.py'].map((path) => ({ path, size: 1 }))
const open = rowsOf(folderOf(files), () => true)
const closed = rowsOf(folderOf(files), () => false)

test('arrows move, open and close as in every tree', () => {
  expect(moveIn(open, 0, 'ArrowDown')).toEqual({ to: 1 })
  expect(moveIn(open, 3, 'ArrowDown')).toEqual({ to: 3 })
  expect(moveIn(closed, 0, 'ArrowRight')).toEqual({ toggles: 'a' })
  expect(moveIn(open, 0, 'ArrowRight')).toEqual({ to: 1 })
  expect(moveIn(open, 2, 'ArrowLeft')).toEqual({ to: 0 })
  expect(moveIn(open, 0, 'ArrowLeft')).toEqual({ toggles: 'a' })
  expect(moveIn(open, 0, 'End')).toEqual({ to: 3 })
  expect(moveIn(open, 1, 'Enter')).toEqual({ to: 1, opens: true })
})

test('a letter goes to the next row that begins with it', () => {
  expect(moveIn(open, 0, 'z')).toEqual({ to: 3 })
  expect(moveIn(open, 1, 'c')).toEqual({ to: 2 })
  expect(moveIn(open, 1, 'q')).toBeUndefined()
  expect(moveIn([], 0, 'ArrowDown')).toBeUndefined()
})
