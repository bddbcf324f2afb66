import { expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { changeAt } from '@/lib/topology/at'
import type { Topology } from '@/lib/topology/model/topology'
import { generate } from './generate'
import { createWorkbench } from './workbench'
import type { TaskName, Tasks, WorkerRequest } from './worker-messages'

const { topology } = financeLending
const withComment = changeAt({ part: 'entity', id: 'loan', path: ['fields'] }, (fields) => [
  ...(fields as object[]),
  { type: 'text', name: 'remark' },
])(topology)
const design = { key: 'now', topology: withComment }
const base = { key: 'before', topology }

function bench() {
  const work = createWorkbench()
  return <Name extends TaskName>(task: Name, ask: Tasks[Name]['ask']) =>
    work({ id: 1, task, ask } as WorkerRequest) as Tasks[Name]['answer']
}

test('the list is that of the download, and marks what the edit has changed', () => {
  const files = bench()('explore', { design, base })
  expect(files.map(({ path }) => path)).toEqual([...generate(withComment).keys()])
  const changed = files.filter(({ change }) => change === 'changed').map(({ path }) => path)
  expect(changed).toContain('services/finance_lending_api/domain/entities/loan.py')
  expect(changed).not.toContain('Makefile')
})

test('added and removed files are told apart', () => {
  const fewer: Topology = {
    ...topology,
    nodes: topology.nodes.filter(({ id }) => id !== 'lending'),
    links: [],
  }
  const path = 'services/finance_lending_api/main.py'
  const changeOf = (now: Topology, then: Topology) =>
    bench()('explore', { design: { key: 'a', topology: now }, base: { key: 'b', topology: then } }).find(
      (file) => file.path === path,
    )?.change
  expect(changeOf(fewer, topology)).toBe('removed')
  expect(changeOf(topology, fewer)).toBe('added')
})

test('a file is opened with its lines, its causes and its difference', () => {
  const ask = bench()
  ask('explore', { design, base })
  const path = 'services/finance_lending_api/domain/entities/loan.py'
  const file = ask('open', { key: 'now', base: 'before', path })
  expect(file?.content).toContain('remark')
  const added = file?.before?.rows.filter(({ kind }) => kind === '+') ?? []
  expect(added.length).toBeGreaterThan(0)
  const lines = file?.content.split('\n') ?? []
  for (const { text, after } of added) expect(lines[after - 1]).toBe(text)
  expect(ask('open', { key: 'now', path: 'Makefile' })?.before).toBeUndefined()
  expect(ask('open', { key: 'now', path: 'no/such/file' })).toBeUndefined()
})

test('a search finds paths and lines, whatever the case', () => {
  const ask = bench()
  ask('explore', { design })
  const hits = ask('search', { key: 'now', query: 'REMARK' })
  expect(hits.every(({ path, lines }) => path.includes('remark') || lines.length > 0)).toBe(true)
  expect(ask('search', { key: 'now', query: 'makefile' }).map(({ path }) => path)).toContain('Makefile')
})

test('the files of an entity have its lines; those of a node are its folder and its containers', () => {
  const ask = bench()
  ask('explore', { design })
  const paths = (part: 'node' | 'entity', id: string) =>
    ask('filesOf', { key: 'now', places: [{ part, id }] }).map(({ path }) => path)
  expect(paths('entity', 'loan')).toContain('services/finance_lending_api/domain/entities/loan.py')
  expect(paths('entity', 'loan')).not.toContain('docker-compose.dev.yml')
  expect(paths('node', 'lending')).toEqual(
    expect.arrayContaining([
      'docker-compose.dev.yml',
      'services/finance_lending_api/main.py',
      '.env.example',
    ]),
  )
})

test('files that were made too long ago are not there any more, and this is said', () => {
  const ask = bench()
  for (let turn = 0; turn < 8; turn += 1) ask('explore', { design: { key: `${turn}`, topology } })
  expect(() => ask('open', { key: '0', path: 'Makefile' })).toThrow('not here any more')
})
