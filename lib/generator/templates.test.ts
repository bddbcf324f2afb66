import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { financeLending } from '@/lib/examples/finance-lending'
import { calling } from '@/lib/testing/calling'
import { keeping } from '@/lib/testing/keeping'
import { observing } from '@/lib/testing/observing'
import { onMongo } from '@/lib/testing/on-mongo'
import { publishing } from '@/lib/testing/publishing'
import { asking } from '@/lib/testing/random-systems'
import { searching } from '@/lib/testing/searching'
import { tellingAlone, tellingOfRows } from '@/lib/testing/telling'
import { working } from '@/lib/testing/working'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { generate } from './generate'
import { templates } from './templates.generated'

const designs: readonly Topology[] = [
  emptyTopology(),
  ...examples.flatMap(({ topology }) =>
    (['ru', 'en'] as const).map((locale) => ({ ...topology, project: { ...topology.project, locale } })),
  ),
  publishing(financeLending.topology),
  searching(financeLending.topology),
  asking(financeLending.topology),
  working(financeLending.topology),
  calling(financeLending.topology),
  keeping(financeLending.topology, ['cache', 'rate_limit', 'pub_sub']),
  keeping(working(financeLending.topology), ['cache']),
  tellingOfRows(),
  tellingAlone(),
  onMongo(searching(working(financeLending.topology))),
  ...examples.map(({ topology }) => observing(topology)),
]
const files = designs.flatMap((design) => [...generate(design).values()])

test('every template is used by some example', () => {
  const used = new Set(files.map(({ source }) => source))
  expect(Object.keys(templates).filter((path) => !used.has(`templates/${path}`))).toEqual([])
})

function isTidy(content: string): boolean {
  return content === `${content.trim()}\n` && !content.includes('\r') && !/[ \t]\n/.test(content)
}

test('every file ends with one line end, has no others than \\n and no white space before them', () => {
  const untidy = files.filter(({ content }) => content !== '' && !isTidy(content))
  expect([...new Set(untidy.map(({ path }) => path))]).toEqual([])
})

test('every file says what part of the design it comes from', () => {
  const silent = files.filter(({ causes }) => causes.length === 0)
  expect(silent.map(({ path }) => path)).toEqual([])
})
