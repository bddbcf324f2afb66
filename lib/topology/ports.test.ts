import { expect, it } from 'vitest'
import { addNode } from './edits'
import { emptyTopology } from './fresh'
import type { Node } from './model/node'
import { keepPorts, resolvePorts } from './ports'

const api = (id: string, domain: string): Node => ({ id, type: 'service', kind: 'business_api', domain })

it('leaves every port where it was when another API comes, whatever its name', () => {
  const before = addNode(api('one', 'orders'))(emptyTopology())
  const after = keepPorts(before, addNode(api('two', 'basket'))(before))
  expect(resolvePorts(before).get('one')).toBe(8000)
  expect([...resolvePorts(after)].sort()).toEqual([
    ['one', 8000],
    ['two', 8003],
  ])
})

it('gives no port where none would move', () => {
  const before = addNode(api('one', 'basket'))(emptyTopology())
  const after = addNode(api('two', 'orders'))(before)
  expect(keepPorts(before, after)).toBe(after)
})
