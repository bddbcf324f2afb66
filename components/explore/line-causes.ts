import type { Cause } from '@/lib/generator/generated-file'
import type { Origin } from '@/lib/generator/project'

/** For each line, from 1, the parts of the design that it comes from, the most particular first. */
export function lineCauses(causes: readonly Cause[]): ReadonlyMap<number, readonly Origin[]> {
  const byLine = new Map<number, Origin[]>()
  for (const { at, lines } of causes) {
    if (!lines) continue
    for (let line = lines[0]; line <= lines[1]; line += 1) {
      const list = byLine.get(line)
      if (list) list.push(at)
      else byLine.set(line, [at])
    }
  }
  for (const list of byLine.values()) list.sort((a, b) => rank(a) - rank(b))
  return byLine
}

/** The parts that a file as a whole comes from. */
export function fileCauses(causes: readonly Cause[]): readonly Origin[] {
  return causes.flatMap(({ at, lines }) => (lines ? [] : [at]))
}

const RANK = { entity: 1, message: 2, link: 3, node: 4, project: 5 } as const

function rank({ part, path }: Origin): number {
  return RANK[part] - (path ? 1 : 0) * RANK[part]
}
