import { describe, expect, it } from 'vitest'
import { canonical } from '@/lib/topology/canonical'
import { take } from '@/lib/topology/fragment/take'
import { randomDesign } from '@/lib/topology/random/random-design'
import { readPasted, writeFragment } from './clipboard'
import { encodeLink } from './link'

const design = randomDesign(3)
const fragment = take(
  design,
  design.nodes.map(({ id }) => id),
)

describe('the clipboard', () => {
  it('gives back what was copied', () => {
    expect(readPasted(writeFragment(fragment))).toEqual({ is: 'fragment', fragment })
  })

  it('knows a link as a whole design, and says why one holds none', () => {
    const address = `https://example.org/#${encodeLink(design)}`
    const link = readPasted(address)
    expect(link.is === 'design' && canonical(link.topology)).toEqual(canonical(design))
    expect(readPasted(address.slice(0, -9))).toMatchObject({ is: 'broken-link', reason: 'damaged' })
  })

  it.each([JSON.stringify(design), '{"topoforge": 99}', '{ "topoforge": 1, "project": {"na'])(
    'knows %.30s for a document, whole or damaged',
    (text) => expect(readPasted(text)).toEqual({ is: 'document' }),
  )

  it.each([
    'hello',
    '{"a": 1}',
    '{"topoforgeFragment": 1, "design": {"topoforge": 1, "nodes": ',
    '{"topoforgeFragment": 1, "nodes": ["a"], "design": 7}',
    '{"__proto__": {"topoforge": 1}}',
    '[1, 2]',
    '[['.repeat(100_000),
  ])('takes %.30s for something foreign', (text) => {
    expect(readPasted(text).is).toBe('foreign')
  })

  it('takes no id for more than a text, and leaves out what the format does not know', () => {
    const text = JSON.stringify({
      topoforgeFragment: 1,
      nodes: [7, { a: 1 }, 'x'],
      notes: 'x',
      design: { ...design, evil: true },
    })
    expect(readPasted(text)).toMatchObject({ is: 'fragment', fragment: { nodes: ['x'], notes: [] } })
  })
})
