import { stepSchema } from '@/lib/topology/model/step'
import { valueSchema } from '@/lib/topology/model/value'
import { type Shape, shapeAt, shapeOf, type VariantsShape } from '@/lib/topology/shape'

const steps = shapeOf(stepSchema, 'Step') as VariantsShape
const values = shapeOf(valueSchema, 'Value') as VariantsShape

/** The shape of a property of a step, as the format has it. */
export function stepShape(step: string, ...keys: string[]): Shape {
  return found(steps, step, keys)
}

/** The shape of a property of a value. */
function valueShape(value: string, ...keys: string[]): Shape {
  return found(values, value, keys)
}

function found(shape: VariantsShape, tag: string, keys: readonly string[]): Shape {
  const variant = shape.byTag.get(tag)
  const part = variant && shapeAt(variant, keys)
  if (!part) throw new Error(`The format has no ${keys.join('.')} in ${shape.name}:${tag}.`)
  return part
}

export const amountShape = valueShape('shift', 'amount')
