import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { generate } from '@/lib/generator/generate'
import { nextSteps } from './next-steps'

const { topology } = financeLending
const files = generate(topology)
const { ways, addresses } = nextSteps(topology)
const commands = ways.flatMap(({ steps }) => steps.map(({ command }) => command))

test('make is asked for what the Makefile has', () => {
  const makefile = files.get('Makefile')?.content ?? ''
  const targets = commands
    .filter((command) => command.startsWith('make '))
    .flatMap((command) => command.split(' ').slice(1))
  expect(targets.length).toBeGreaterThan(4)
  for (const target of targets) expect(makefile).toMatch(new RegExp(`^${target}:`, 'm'))
})

test('the README of this repository asks make for what the Makefile has, too', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const makefile = files.get('Makefile')?.content ?? ''
  const targets = [...readme.matchAll(/`make ([a-z ]+)`/g)].flatMap(([, names = '']) => names.split(' '))
  expect(targets).toContain('up')
  for (const target of targets) expect(makefile).toMatch(new RegExp(`^${target}:`, 'm'))
})

test('without Docker the database is made before its tables', () => {
  const own = ways.find(({ id }) => id === 'uv')?.steps.map(({ command }) => command.split(' ')[0]) ?? []
  expect(own).toContain('createdb')
  const upgrade = commands.findIndex((command) => command.includes('upgrade head'))
  expect(commands.findIndex((command) => command.startsWith('createdb'))).toBeLessThan(upgrade)
})

test('every file that a command names is in the download', () => {
  const named = commands.flatMap((command) => command.match(/[\w./-]+\.(?:py|yml|ini)\b/g) ?? [])
  expect(named.length).toBeGreaterThan(3)
  for (const path of named) expect([...files.keys()]).toContain(path)
})

test('each service is started with the addresses of those that it calls, data APIs first', () => {
  const started = commands.filter((command) => command.includes('python -m '))
  expect(started.map((command) => command.split(' ').at(-1))).toEqual([
    'finance_user_data_api',
    'finance_lending_api',
  ])
  expect(started[1]).toContain('FINANCE_USER_DATA_API_URL=http://127.0.0.1:8001')
})

test('the addresses are those of the ports in the design', () => {
  expect(addresses).toEqual([
    { name: 'finance_lending_api', url: 'http://127.0.0.1:8000/docs' },
    { name: 'finance_user_data_api', url: 'http://127.0.0.1:8001/docs' },
  ])
})
