import { expect, test } from 'vitest'
import { type Shape, topologyShape } from './shape'

test('every shape of the format has a name of its own', () => {
  const named = new Map<string, Shape>()
  const visit = (shape: Shape): void => {
    if (shape.is === 'list') visit(shape.of)
    if (shape.is !== 'object' && shape.is !== 'variants') return
    const known = named.get(shape.name)
    expect(known === undefined || known === shape).toBe(true)
    if (known) return
    named.set(shape.name, shape)
    if (shape.is === 'object') for (const property of shape.properties) visit(property.shape)
    else for (const variant of shape.byTag.values()) visit(variant)
  }
  visit(topologyShape)
  expect(named.size).toBeGreaterThan(80)
  expect(named.has('')).toBe(false)
})
