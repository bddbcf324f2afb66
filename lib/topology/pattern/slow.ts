import { type Characters, overlap, toCharacters } from './characters'
import type { Part } from './parse'

/** What can stand first in a part, and what a repeat at its end may eat or leave. */
interface Shape {
  readonly canBeEmpty: boolean
  readonly first: Characters
  /** Characters of repeats of open length that the end of the part may still be inside of. */
  readonly openEnd: Characters
}

/**
 * Whether a backtracking engine may need exponential time: an endless repeat
 * of something that can itself be cut into pieces in more than one way.
 */
export function isSlow(part: Part): boolean {
  switch (part.part) {
    case 'characters':
      return false
    case 'sequence':
      return part.parts.some(isSlow)
    case 'choice':
      return part.choices.some(isSlow)
    case 'repeat':
      return isSlow(part.of) || (isLong(part.max) && isAmbiguous(part.of))
  }
}

// The time grows with the power of the repeats: a few are cheap, more are as good as endless.
const isLong = (max: number) => max > 10

function isAmbiguous(part: Part): boolean {
  const { canBeEmpty, first, openEnd } = shapeOf(part)
  if (overlap(openEnd, first)) return true
  if (canBeEmpty) return true
  return part.part === 'choice' && haveEqualChoices(part.choices)
}

function haveEqualChoices(choices: readonly Part[]): boolean {
  const single = choices.filter((choice) => choice.part === 'characters')
  return single.some((choice, index) =>
    single.slice(index + 1).some((other) => overlap(choice.characters, other.characters)),
  )
}

function shapeOf(part: Part): Shape {
  switch (part.part) {
    case 'characters':
      return { canBeEmpty: false, first: part.characters, openEnd: [] }
    case 'sequence':
      return part.parts.map(shapeOf).reduce(follow, { canBeEmpty: true, first: [], openEnd: [] })
    case 'choice':
      return part.choices.map(shapeOf).reduce((left, right) => ({
        canBeEmpty: left.canBeEmpty || right.canBeEmpty,
        first: union(left.first, right.first),
        openEnd: union(left.openEnd, right.openEnd),
      }))
    case 'repeat': {
      const shape = shapeOf(part.of)
      const openEnd = part.max > part.min ? union(shape.openEnd, shape.first) : shape.openEnd
      return { canBeEmpty: shape.canBeEmpty || part.min === 0, first: shape.first, openEnd }
    }
  }
}

function follow(left: Shape, right: Shape): Shape {
  return {
    canBeEmpty: left.canBeEmpty && right.canBeEmpty,
    first: left.canBeEmpty ? union(left.first, right.first) : left.first,
    openEnd: right.canBeEmpty ? union(left.openEnd, right.openEnd) : right.openEnd,
  }
}

const union = (left: Characters, right: Characters) => toCharacters([...left, ...right])
