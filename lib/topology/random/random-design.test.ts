import { expect, test } from 'vitest'
import { isName } from '../identifiers'
import { topologySchema } from '../model/topology'
import { serviceName } from '../naming'
import { randomDesign } from './random-design'

const designs = Array.from({ length: 300 }, (_, index) => randomDesign(index + 1))

test('the same seed makes the same design', () => {
  for (const [index, design] of designs.slice(0, 20).entries())
    expect(randomDesign(index + 1)).toEqual(design)
})

test('different seeds make different designs', () => {
  expect(new Set(designs.map((design) => JSON.stringify(design))).size).toBe(designs.length)
})

test('every design is a document of the format', () => {
  for (const design of designs) expect(topologySchema.safeParse(design).error).toBeUndefined()
})

test('there are from 1 to 30 services, and as many as were asked for', () => {
  const counts = designs.map(({ nodes }) => nodes.filter(({ type }) => type === 'service').length)
  expect([Math.min(...counts), Math.max(...counts)]).toEqual([1, 30])
  for (const services of [1, 7, 20]) {
    const { nodes } = randomDesign(5, { services })
    expect(nodes.filter(({ type }) => type === 'service')).toHaveLength(services)
  }
})

test('names are short and long, and always names', () => {
  const names = designs.flatMap(({ entities }) =>
    entities.flatMap(({ name, fields }) => [name, ...fields.map((field) => field.name)]),
  )
  const lengths = names.map(({ length }) => length)
  expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 40])
  expect(names.filter((name) => !isName(name))).toEqual([])
  for (const trap of ['type', 'date', 'list', 'filter', 'order', 'hash', 'password'])
    expect(names).toContain(trap)
  const services = designs.flatMap(({ project, nodes }) =>
    nodes.flatMap((node) => (node.type === 'service' ? [serviceName(project, node)] : [])),
  )
  expect(Math.max(...services.map(({ length }) => length))).toBe(40)
})
