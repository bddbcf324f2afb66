import { expect, test } from 'vitest'
import { emptyTopology } from '@/lib/topology/fresh'
import { generate } from './generate'

test('an empty design generates the files of the project itself', () => {
  const files = generate(emptyTopology())
  expect([...files.keys()]).toContain('README.md')
})
