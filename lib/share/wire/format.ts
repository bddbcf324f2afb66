/**
 * The order in which a version of the link writes the parts of a document: a plain table, derived from the schema
 * and then only ever appended to, so that a link says nothing but values and every link ever made stays readable.
 */
export interface WireFormat {
  readonly version: number
  readonly root: string
  readonly shapes: Readonly<Record<string, WireShape>>
}

export type WireShape = WireObject | WireVariants

export interface WireObject {
  readonly properties: readonly WireProperty[]
}

export interface WireProperty {
  readonly key: string
  readonly type: WireType
  /** Present or not is one bit; a property that is not optional is always written. */
  readonly optional?: true
}

/** A choice of objects by the value of one key; what is written is the place in the list. */
export interface WireVariants {
  readonly tag: string
  readonly variants: readonly WireVariant[]
}

export interface WireVariant {
  readonly value: WireChoice
  readonly shape: string
}

export type WireChoice = string | number | boolean | null

export type WireType =
  | 'text'
  | 'id'
  | 'number'
  /** A number that is usually near the one before it, such as a place on the canvas. */
  | 'near'
  | 'boolean'
  | 'constant'
  /** Always this value, so nothing is written. */
  | { readonly literal: WireChoice }
  | { readonly choice: readonly WireChoice[] }
  | { readonly list: WireType }
  | { readonly shape: string }

/** An object of a document, with nothing known about it. */
export type Plain = Readonly<Record<string, unknown>>

/** What a document says, taken apart: small whole numbers for its structure, and its texts, both in order. */
export interface WireStreams {
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
}

/** How the id of a part is written: it follows the one before, is the part's name, or stands among the texts. */
export const OWN_ID = { next: 0, name: 1, text: 2 } as const

/** How a constant is written: its type, then its value; a list by its length and this. */
export const CONSTANT = { null: 0, false: 1, true: 2, number: 3, text: 4, list: 5 } as const

/** The shape of this name. */
export function wireShape(format: WireFormat, name: string): WireShape {
  const shape = format.shapes[name]
  if (!shape) throw new Error(`The link format has no shape ${name}.`)
  return shape
}

/** The object that a value is, through choices of choices by its tags. */
export function wireObject(format: WireFormat, name: string, value: Plain): WireObject {
  const shape = wireShape(format, name)
  if ('properties' in shape) return shape
  const variant = shape.variants.find((one) => one.value === value[shape.tag])
  if (!variant) throw new Error(`The link format has no ${name} of ${String(value[shape.tag])}.`)
  return wireObject(format, variant.shape, value)
}

/** The optional properties of an object in the order of their bits. */
export function optionalOf({ properties }: WireObject): readonly WireProperty[] {
  return properties.filter(({ optional }) => optional)
}

/** The identity of a part, as opposed to an id that points at another. */
export function isOwnId({ key, type }: WireProperty): boolean {
  return key === 'id' && type === 'id'
}

/** Whether every object of this shape has an id of its own. */
export function hasOwnId(format: WireFormat, name: string): boolean {
  const shape = wireShape(format, name)
  return 'properties' in shape
    ? shape.properties.some(isOwnId)
    : shape.variants.every((variant) => hasOwnId(format, variant.shape))
}

/** The first text of a part, which is its name and often its id too. */
export function firstText({ properties }: WireObject, value: Plain): unknown {
  const property = properties.find(({ type, optional }) => type === 'text' && !optional)
  return property && value[property.key]
}

/** Numbers the parts of a document that have ids, in the order in which they stand there. */
export function placesOf(format: WireFormat, document: Plain): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const visit = (type: WireType, value: unknown): void => {
    if (typeof type === 'string' || value === undefined) return
    if ('list' in type) for (const item of value as readonly unknown[]) visit(type.list, item)
    else if ('shape' in type) visitObject(type.shape, value as Plain)
  }
  const visitObject = (name: string, value: Plain): void => {
    for (const property of wireObject(format, name, value).properties) {
      const part = value[property.key]
      if (!isOwnId(property)) visit(property.type, part)
      else if (!places.has(part as string)) places.set(part as string, places.size)
    }
  }
  visitObject(format.root, document)
  return places
}
