import type { Topology } from '../model/topology'
import { type ObjectShape, type Property, type Shape, topologyShape, variantOf } from '../shape'
import { NOT_YET } from './not-yet'

type Plain = Readonly<Record<string, unknown>>

/** What one record of a design shows: `Field:string.pattern`, `Field:list.of=enum`, `Topology.links:calls.access=read`. */
export type Features = readonly string[]

const hidden = new Set(NOT_YET)

/** The features that records of this shape can show, property by property; only one of each group at a time. */
export function groupsOf(shape: ObjectShape): readonly Features[] {
  return shape.properties.map((property) => {
    const name = `${shape.name}.${property.key}`
    if (hidden.has(name)) return []
    const shown = optionsOf(property.shape).map((option) => (option === '' ? name : `${name}=${option}`))
    const visible = shown.filter((feature) => !hidden.has(feature))
    return property.optional ? [`${name}: absent`, ...visible] : visible.length > 1 ? visible : []
  })
}

/** The ways in which a value of a shape can differ from others; one empty one where it just is there. */
function optionsOf(shape: Shape): readonly string[] {
  switch (shape.is) {
    case 'choice':
      return shape.options.length > 1 ? shape.options.map(String) : ['']
    case 'variants':
      return [...shape.byTag.keys()].map(String).filter((tag) => !hidden.has(`${shape.name}=${tag}`))
    case 'list':
      return shape.min > 0 ? ['one', 'several'] : ['none', 'one', 'several']
    default:
      return ['']
  }
}

/** Calls back for every record of a design with its shape and the features that it shows. */
export function eachRecord(
  topology: Topology,
  found: (shape: ObjectShape, features: Features) => void,
): void {
  const visit = (shape: Shape, value: unknown): void => {
    if (shape.is === 'list') for (const item of value as readonly unknown[]) visit(shape.of, item)
    if (shape.is !== 'object' && shape.is !== 'variants') return
    const record = variantOf(shape, value as Plain)
    if (!record) return
    found(record, featuresOf(record, value as Plain))
    for (const { key, shape: part } of record.properties) {
      const inner = (value as Plain)[key]
      if (inner !== undefined) visit(part, inner)
    }
  }
  visit(topologyShape, topology)
}

function featuresOf(shape: ObjectShape, value: Plain): Features {
  const possible = groupsOf(shape)
  return shape.properties.flatMap((property, place) => {
    const feature = featureOf(shape, property, value[property.key])
    return possible[place]?.includes(feature) ? [feature] : []
  })
}

function featureOf({ name }: ObjectShape, { key, shape }: Property, value: unknown): string {
  if (value === undefined) return `${name}.${key}: absent`
  const option = optionOf(shape, value)
  return option === '' ? `${name}.${key}` : `${name}.${key}=${option}`
}

function optionOf(shape: Shape, value: unknown): string {
  if (shape.is === 'choice') return shape.options.length > 1 ? String(value) : ''
  if (shape.is === 'variants') return String((value as Plain)[shape.tag])
  if (shape.is === 'list') return ['none', 'one'][(value as readonly unknown[]).length] ?? 'several'
  return ''
}

/** Every record shape that a design of what is generated so far can have. */
export function reachableShapes(): readonly ObjectShape[] {
  const reached = new Map<string, ObjectShape>()
  const visit = (shape: Shape): void => {
    if (shape.is === 'list') visit(shape.of)
    if (shape.is === 'variants') {
      for (const [tag, variant] of shape.byTag) if (!hidden.has(`${shape.name}=${tag}`)) visit(variant)
    }
    if (shape.is !== 'object' || reached.has(shape.name)) return
    reached.set(shape.name, shape)
    for (const { key, shape: part } of shape.properties) if (!hidden.has(`${shape.name}.${key}`)) visit(part)
  }
  visit(topologyShape)
  return [...reached.values()]
}
