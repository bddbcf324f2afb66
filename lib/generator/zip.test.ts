import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import type { GeneratedFile } from './generated-file'
import { sha256 } from './sha256'
import { toZip } from './zip'

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

test('the checksum is that of other programs', async () => {
  const bytes = toZip('finance', files)
  expect(await sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
})
