import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { notes } from '@/lib/examples/notes'
import { toDownload } from '@/lib/generator/download'
import { generate } from '@/lib/generator/generate'
import { read } from '@/lib/share/read'
import type { Topology } from '@/lib/topology/model/topology'
import { runCommandLine } from './command-line'

let folder: string
const path = (...parts: string[]) => join(folder, ...parts)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topoforge-test-'))
  writeFileSync(path('good.json'), JSON.stringify(notes.topology))
  writeFileSync(path('wrong.json'), JSON.stringify(wrongDesign()))
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** A data API that stores nowhere: an error. */
function wrongDesign(): Topology {
  return { ...notes.topology, links: notes.topology.links.filter(({ type }) => type !== 'stores') }
}

/** Runs a command in this process. */
function run(...args: string[]) {
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text)
      return true
    })
  }
  return { exitCode: runCommandLine(args), ...written }
}

/** Every file below a folder, with its content. */
function contents(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(root, name)).isFile()).sort()
  return new Map(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
}

describe('validate', () => {
  test('says that all is well', () => {
    const { exitCode, stdout } = run('validate', path('good.json'))
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('every rule is kept'),
    })
  })

  test('names the rule of an error and ends with 1', () => {
    const { exitCode, stdout } = run('validate', path('wrong.json'))
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^error .*\[data-api-without-database\]$/m)
    expect(stdout).toMatch(/repair: /)
  })

  test('says so as JSON, too, when there is no design to judge', () => {
    writeFileSync(path('broken.json'), '{"x')
    const { exitCode, stdout } = run('validate', path('broken.json'), '--format', 'json')
    expect(exitCode).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, findings: [] })
  })

  test('gives the same as JSON', () => {
    const { exitCode, stdout } = run('validate', path('wrong.json'), '--format', 'json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'data-api-without-database', severity: 'error' }),
      ]),
    })
  })
})

describe('what cannot be read ends with 3', () => {
  test.each([
    ['nothing.json', undefined, 'there is nothing at this path'],
    ['empty.json', '', 'empty'],
    ['broken.json', '{"topoforge": 1', 'not JSON'],
    ['other.json', '{"name": "x"}', 'no Topoforge design'],
    ['new.json', '{"topoforge": 99}', 'version 99'],
    ['latin.json', Buffer.from([0xff, 0xfe, 0x41]), 'UTF-8'],
    ['unknown-key.json', JSON.stringify({ ...notes.topology, extra: 1 }), 'extra'],
  ])('%s', (name, content, reason) => {
    if (content !== undefined) writeFileSync(path(name), content)
    for (const command of [
      ['validate', path(name)],
      ['generate', path(name), '--out', path('out')],
    ]) {
      const { exitCode, stdout, stderr } = run(...command)
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
      expect(stderr).toContain(reason)
    }
    expect(existsSync(path('out'))).toBe(false)
  })

  test('a folder', () => expect(run('validate', folder)).toMatchObject({ exitCode: 3 }))
})

describe('wrong use ends with 2', () => {
  test.each([
    [[]],
    [['frobnicate']],
    [['validate']],
    [['validate', 'a', 'b']],
    [['validate', 'a', '--format', 'xml']],
    [['generate', 'good.json']],
    [['generate', 'good.json', '--out', 'a', '--zip', 'b']],
    [['rule', 'no-such-rule']],
    [['example', 'no-such-example']],
  ])('%j', (args) => expect(run(...args)).toMatchObject({ exitCode: 2, stdout: '' }))

  test('asking for help is right use', () => {
    const { exitCode, stdout } = run('--help')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Exit codes')
  })
})

describe('generate', () => {
  const expected = () => new Map([...generate(notes.topology)].map(([name, { content }]) => [name, content]))

  test.each([
    ['a new folder', () => undefined],
    ['an empty folder', () => mkdirSync(path('out'))],
  ])('writes into %s exactly the files of the design', (_, prepare) => {
    prepare()
    expect(run('generate', path('good.json'), '--out', path('out'))).toMatchObject({
      exitCode: 0,
      stdout: '',
    })
    expect(contents(path('out'))).toEqual(expected())
    expect(readdirSync(folder).sort()).toEqual(['good.json', 'out', 'wrong.json'])
  })

  test('writes the zip that the page gives', () => {
    expect(run('generate', path('good.json'), '--zip', path('x.zip'))).toMatchObject({ exitCode: 0 })
    const bytes = readFileSync(path('x.zip'))
    expect(bytes.equals(toDownload(notes.topology).bytes)).toBe(true)
  })

  test('refuses a design with errors, and writes nothing', () => {
    const { exitCode, stderr } = run('generate', path('wrong.json'), '--out', path('out'))
    expect(exitCode).toBe(1)
    expect(stderr).toContain('data-api-without-database')
    expect(run('generate', path('wrong.json'), '--zip', path('x.zip'))).toMatchObject({ exitCode: 1 })
    expect(readdirSync(folder).sort()).toEqual(['good.json', 'wrong.json'])
  })
})

describe('what is there is never touched', () => {
  const generateInto = (...args: string[]) => run('generate', path('good.json'), ...args)
  const refused = (result: ReturnType<typeof run>, reason: string) => {
    expect(result).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(reason) })
  }

  test('a folder with something in it', () => {
    mkdirSync(path('full'))
    writeFileSync(path('full', '.hidden'), 'mine')
    refused(generateInto('--out', path('full')), 'is not empty')
    expect(contents(path('full'))).toEqual(new Map([['.hidden', 'mine']]))
  })

  test('a file in place of the folder, or of the zip', () => {
    writeFileSync(path('file'), 'mine')
    refused(generateInto('--out', path('file')), 'is a file')
    refused(generateInto('--zip', path('file')), 'exists already')
    expect(readFileSync(path('file'), 'utf8')).toBe('mine')
  })

  test('what a symbolic link leads to', () => {
    mkdirSync(path('elsewhere'))
    symlinkSync(path('elsewhere'), path('link'))
    symlinkSync(path('nowhere'), path('dangling'))
    refused(generateInto('--out', path('link')), 'symbolic link')
    refused(generateInto('--out', path('dangling')), 'symbolic link')
    refused(generateInto('--zip', path('dangling')), 'exists already')
    expect(readdirSync(path('elsewhere'))).toEqual([])
    expect(existsSync(path('nowhere'))).toBe(false)
  })

  test('a folder whose parent is missing is not made', () => {
    refused(generateInto('--out', path('a', 'b')), 'Make this folder first')
    expect(existsSync(path('a'))).toBe(false)
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written to', () => {
    mkdirSync(path('locked'))
    chmodSync(path('locked'), 0o500)
    refused(generateInto('--out', path('locked', 'x')), 'this user may not do that there')
  })
})

describe('lists', () => {
  test('an example is a design that can be read again', () => {
    const { exitCode, stdout } = run('example', 'notes')
    expect(exitCode).toBe(0)
    expect(read(stdout)).toMatchObject({ ok: true, topology: notes.topology })
  })

  test.each([
    [['examples'], 'notes'],
    [['rules'], 'direct-database-access'],
    [['rule', 'direct-database-access'], 'Only a data API connects to a database.'],
    [['schema'], '"$schema"'],
  ])('%j', (args, text) => {
    expect(run(...args)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(text), stderr: '' })
  })
})

test('a design may come through a pipe, and a zip leave through one', () => {
  const program = fileURLToPath(new URL('../scripts/topoforge.mjs', import.meta.url))
  const { status, stdout } = spawnSync(process.execPath, [program, 'generate', '-', '--zip', '-'], {
    input: JSON.stringify(notes.topology),
    maxBuffer: 2 ** 26,
  })
  expect(status).toBe(0)
  expect(stdout.equals(toDownload(notes.topology).bytes)).toBe(true)
})
