import type { Topology } from '../model/topology'
import { eachRecord, groupsOf, reachableShapes } from './features'
import { areImpossible, isImpossible } from './impossible'
import { canMeet, situations, situationsOf } from './situations'

/** How often each feature of the format occurs in designs, and which never do. */
export interface Coverage {
  readonly designs: number
  /** In how many records each feature occurs. */
  readonly features: ReadonlyMap<string, number>
  /** In how many records two features of different properties occur together; the key has both, in order. */
  readonly pairs: ReadonlyMap<string, number>
  readonly missing: readonly string[]
  readonly missingPairs: readonly string[]
}

const AND = ' + '

/**
 * What these designs show of everything that is generated so far: each feature alone and two in one record, each
 * situation alone and two in one design.
 */
export function coverageOf(designs: readonly Topology[]): Coverage {
  const features = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const design of designs) {
    eachRecord(design, (_, shown) => {
      for (const feature of shown) count(features, feature)
      countPairs(pairs, shown)
    })
    const found = situationsOf(design)
    for (const situation of found) count(features, situation)
    countPairs(pairs, found)
  }
  const groups = [...reachableShapes().map(groupsOf), situations.map((situation) => [situation])]
  const possible = groups.flat(2).filter((feature) => !isImpossible(feature))
  const possiblePairs = groups
    .flatMap((list) => [...pairsOf(list)])
    .filter((pair) => {
      const [one = '', other = ''] = pair.split(AND)
      return !isImpossible(one) && !isImpossible(other) && !areImpossible(one, other) && canMeet(one, other)
    })
  return {
    designs: designs.length,
    features,
    pairs,
    missing: possible.filter((feature) => !features.has(feature)),
    missingPairs: possiblePairs.filter((pair) => !pairs.has(pair)),
  }
}

function countPairs(counts: Map<string, number>, shown: readonly string[]): void {
  for (const pair of pairsOf(shown.map((feature) => [feature]))) count(counts, pair)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Two features of different properties, in the order of the properties. */
function* pairsOf(groups: readonly (readonly string[])[]): Generator<string> {
  for (const [place, group] of groups.entries()) {
    for (const other of groups.slice(place + 1)) {
      for (const one of group) for (const two of other) yield `${one}${AND}${two}`
    }
  }
}

/** The report in a few lines: what occurs how often, and what does not. */
export function describeCoverage({ designs, features, pairs, missing, missingPairs }: Coverage): string {
  const rarest = [...features].sort(([, a], [, b]) => a - b).slice(0, 5)
  return [
    `${designs} designs show ${features.size} features and ${pairs.size} pairs of them.`,
    `Rarest: ${rarest.map(([feature, times]) => `${feature} (${times})`).join(', ')}.`,
    ...missing.map((feature) => `Never: ${feature}`),
    ...missingPairs.map((pair) => `Never together: ${pair}`),
  ].join('\n')
}
