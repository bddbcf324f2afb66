import { describe, expect, it } from 'vitest'
import { changeProject } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import { beginHistory, closeStep, commit, type History, redo, undo } from './history'

const start = beginHistory(emptyTopology())
const rename = (history: History, name: string, merge?: string) =>
  commit(history, changeProject({ name })(history.present), { merge })
const nameOf = (history: History) => history.present.project.name

describe('history', () => {
  it('goes back and forth between the same snapshots', () => {
    const changed = rename(rename(start, 'a'), 'b')
    expect(nameOf(undo(changed))).toBe('a')
    expect(undo(undo(changed)).present).toBe(start.present)
    expect(redo(undo(changed)).present).toBe(changed.present)
  })

  it('has nothing to undo at its beginning and nothing to redo at its end', () => {
    expect(undo(start)).toBe(start)
    expect(redo(start)).toBe(start)
  })

  it('joins edits with one merge key into one step', () => {
    const typed = rename(rename(rename(start, 'l', 'name'), 'le', 'name'), 'len', 'name')
    expect(typed.past).toHaveLength(1)
    expect(undo(typed).present).toBe(start.present)
  })

  it('begins a new step after the open one was closed, after another key and after undo', () => {
    const typed = rename(start, 'a', 'name')
    expect(rename(closeStep(typed), 'b', 'name').past).toHaveLength(2)
    expect(rename(typed, 'b', 'title').past).toHaveLength(2)
    const again = redo(undo(typed))
    expect(rename(again, 'b', 'name').past).toHaveLength(2)
  })

  it('forgets the future after a new edit', () => {
    expect(rename(undo(rename(start, 'a')), 'b').future).toEqual([])
  })

  it('takes an edit that changes nothing for no step', () => {
    expect(commit(start, start.present)).toBe(start)
  })
})
