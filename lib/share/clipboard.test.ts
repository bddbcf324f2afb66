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

  it('knows a link and a document as whole designs', () => {
    const link = readPasted(`https://example.org/#${encodeLink(design)}`)
    expect(link.is === 'design' && canonical(link.topology)).toEqual(canonical(design))
    expect(readPasted(JSON.stringify(design)).is).toBe('design')
  })

  it.each([
    'hello',
    'https://example.org/page#part',
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
