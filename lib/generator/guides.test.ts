import { describe, expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { generate } from './generate'

/** A placeholder stands for a name, and a path that ends with a slash for all that is below it. */
function toPattern(path: string): RegExp {
  const text = path.replaceAll('.', '\\.').replaceAll(/<[a-z_]+>/g, '[a-z0-9_]+')
  return new RegExp(`^${text}${path.endsWith('/') ? '' : '$'}`)
}

describe.each(examples.map(({ id, topology }) => [id, topology] as const))(
  'the guides of %s',
  (_, topology) => {
    const files = [...generate(topology).values()]
    const paths = files.map(({ path }) => path)
    const guides = files.filter(({ path }) => path.startsWith('docs/guides/'))

    test('are there', () => expect(guides.length).toBeGreaterThan(0))

    test.each(guides.map(({ path, content }) => [path, content] as const))(
      '%s names files that are there',
      (_, text) => {
        const named = [...text.matchAll(/`([\w<>./-]+\/[\w<>./-]*)`/g)].map(([, path]) => path ?? '')
        expect(named.length).toBeGreaterThan(3)
        expect(named.filter((path) => !paths.some((found) => toPattern(path).test(found)))).toEqual([])
      },
    )

    test.each(guides.map(({ path, content }) => [path, content] as const))(
      '%s leads to pages that are there',
      (path, text) => {
        const linked = [...text.matchAll(/\]\((\.\.?\/[^)#]+)\)/g)].map(
          ([, link]) => new URL(link ?? '', `file:///${path}`),
        )
        expect(
          linked.map(({ pathname }) => pathname.slice(1)).filter((found) => !paths.includes(found)),
        ).toEqual([])
      },
    )
  },
)
