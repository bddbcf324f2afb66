import { createHash } from 'node:crypto'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import type { GeneratedFile } from './generated-file'
import { sha256 } from './sha256'
import { type PackedFiles, toZip } from './zip'

function file(path: string, content: string, executable = false): [string, GeneratedFile] {
  return [path, { path, content, executable, source: 'test', causes: [] }]
}

const files = new Map([
  file('Makefile', 'all:\n\techo\n'),
  file('scripts/run', '#!/bin/sh\n', true),
  file('services/x/texts.py', 'TITLE = "Заявка"\n'.repeat(50)),
  file('shared/py.typed', ''),
])

test('all is in one folder, as given', () => {
  const entries = unzipSync(toZip('finance', files))
  const decoder = new TextDecoder()
  const read = Object.entries(entries).map(([path, bytes]) => [path, decoder.decode(bytes)])
  expect(read).toEqual([...files.values()].map(({ path, content }) => [`finance/${path}`, content]))
})

test('another program reads dates, modes and names', async () => {
  const zip = await JSZip.loadAsync(toZip('finance', files), { createFolders: false })
  const entries = Object.values(zip.files).map(({ name, date, unixPermissions }) => [
    name,
    date.toISOString(),
    Number(unixPermissions).toString(8),
  ])
  const date = '1980-01-01T00:00:00.000Z'
  expect(entries).toEqual([
    ['finance/Makefile', date, '100644'],
    ['finance/scripts/run', date, '100755'],
    ['finance/services/x/texts.py', date, '100644'],
    ['finance/shared/py.typed', date, '100644'],
  ])
})

test('equal files give equal bytes, whatever the clock and its zone say', () => {
  const zone = process.env.TZ
  const zips = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((name) => {
    process.env.TZ = name
    return toZip('finance', files)
  })
  process.env.TZ = zone
  expect(zips[1]).toEqual(zips[0])
  expect(zips[2]).toEqual(zips[0])
})

test('the archive is the one that is made in one go', () => {
  const encoder = new TextEncoder()
  const entries: Zippable = {}
  for (const { path, content, executable } of files.values()) {
    const attrs = ((executable ? 0o100755 : 0o100644) << 16) >>> 0
    entries[`finance/${path}`] = [encoder.encode(content), { attrs }]
  }
  const whole = zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1), os: 3 })
  expect(toZip('finance', files)).toEqual(whole)
  expect(toZip('finance', new Map())).toEqual(zipSync({}))
})

test('what was packed before changes no byte, whether it is used, changed or gone', () => {
  const packed: PackedFiles = new Map()
  toZip('finance', files, packed)
  const later = new Map([
    ...files,
    file('Makefile', 'all:\n\techo later\n'),
    file('scripts/run', '#!/bin/sh\n', false),
  ])
  later.delete('shared/py.typed')
  const kept = packed.get('finance/services/x/texts.py')
  expect(toZip('finance', later, packed)).toEqual(toZip('finance', later))
  expect(packed.get('finance/services/x/texts.py')).toBe(kept)
  expect([...packed.keys()]).toEqual([
    'finance/Makefile',
    'finance/scripts/run',
    'finance/services/x/texts.py',
  ])
})

test('the checksum is that of other programs', async () => {
  const bytes = toZip('finance', files)
  expect(await sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
})
