import { beforeEach, expect, it } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { currentTopology } from '@/lib/store/document'
import { useView } from '@/lib/store/view'
import { openText } from './files'

beforeEach(() => useView.setState({ notices: [] }))

it('tells what was left out of a file until it is read, and how much more there is', () => {
  const { topology } = financeLending
  const strange = Array.from({ length: 5 }, (_, index) => ({ id: `strange-${index}`, type: 'mainframe' }))
  openText(JSON.stringify({ ...topology, nodes: [...topology.nodes, ...strange] }), 'bank.json')
  expect(currentTopology().nodes).toHaveLength(topology.nodes.length)
  const [notice] = useView.getState().notices
  expect(notice?.stays).toBe(true)
  expect(notice?.detail?.en).toMatch(/strange-0.*strange-1.*strange-2.*And 2 more\.$/)
  expect(notice?.detail?.ru).toMatch(/И ещё 2\.$/)
})
