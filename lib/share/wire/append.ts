import type { WireFormat, WireObject, WireProperty, WireShape, WireType, WireVariants } from './format'

/**
 * The published table with what is new in the schema at the ends of its lists, so that links made with the published
 * one still mean the same. Throws a sentence for a change that would give old links another meaning: that takes a new
 * version of the format with a table and a migration of its own.
 */
export function appendWire(published: WireFormat, current: WireFormat): WireFormat {
  const shapes: Record<string, WireShape> = {}
  for (const [name, shape] of Object.entries(published.shapes)) {
    const now = current.shapes[name]
    if (!now) throw new Error(`${name} is no longer in the schema; links that have it could not be read.`)
    shapes[name] = appendShape(name, shape, now)
  }
  return { ...published, shapes: { ...current.shapes, ...shapes } }
}

function appendShape(name: string, published: WireShape, now: WireShape): WireShape {
  if ('properties' in published && 'properties' in now) return appendProperties(name, published, now)
  if ('tag' in published && 'tag' in now && published.tag === now.tag) {
    return appendVariants(name, published, now)
  }
  throw new Error(`${name} was an object or a choice, and is the other now.`)
}

function appendProperties(name: string, published: WireObject, now: WireObject): WireObject {
  const kept = published.properties.map((property): WireProperty => {
    const current = now.properties.find(({ key }) => key === property.key)
    const place = `${name}.${property.key}`
    if (!current) throw new Error(`${place} is no longer in the schema.`)
    if (current.optional !== property.optional) throw new Error(`${place} was optional or is it now.`)
    return { ...property, type: appendType(place, property.type, current.type) }
  })
  const added = now.properties.filter(({ key }) => !kept.some((property) => property.key === key))
  const required = added.find(({ optional }) => !optional)
  if (required) throw new Error(`${name}.${required.key} is new and not optional; old links do not have it.`)
  return { properties: [...kept, ...added] }
}

function appendVariants(name: string, published: WireVariants, now: WireVariants): WireVariants {
  for (const { value, shape } of published.variants) {
    const current = now.variants.find((variant) => variant.value === value)
    if (current?.shape !== shape) throw new Error(`${name} no longer has ${value} as ${shape}.`)
  }
  const added = now.variants.filter(({ value }) => !published.variants.some((one) => one.value === value))
  return { ...published, variants: [...published.variants, ...added] }
}

function appendType(place: string, published: WireType, now: WireType): WireType {
  if (typeof published === 'object' && typeof now === 'object') {
    if ('list' in published && 'list' in now) return { list: appendType(place, published.list, now.list) }
    if ('choice' in published && 'choice' in now) {
      const gone = published.choice.find((option) => !now.choice.includes(option))
      if (gone !== undefined) throw new Error(`${place} can no longer be ${gone}.`)
      return { choice: [...new Set([...published.choice, ...now.choice])] }
    }
  }
  if (JSON.stringify(published) !== JSON.stringify(now)) throw new Error(`${place} is of another type now.`)
  return published
}
