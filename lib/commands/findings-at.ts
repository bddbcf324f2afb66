import type { JudgedFinding } from '@/lib/rules/rule'
import type { Place } from '@/lib/topology/at'
import type { Topology } from '@/lib/topology/model/topology'
import { fieldKey } from './focus'
import { findingKey, type Judgement, judgementOf } from './judgement'

interface Index {
  readonly exact: ReadonlyMap<string, readonly JudgedFinding[]>
  readonly deep: ReadonlyMap<string, readonly JudgedFinding[]>
}

/** What only the download waits for is nothing that a person could mend at a field. */
const QUIET = 'not-generated-yet'
const NONE: readonly JudgedFinding[] = []
const known = new WeakMap<Judgement, Index>()

/**
 * The findings about exactly a place, or, with `deep`, about anything inside it. Each question costs the same however
 * many findings there are, so that every row of a long form may ask.
 */
export function findingsAt(topology: Topology, place: Place, deep = false): readonly JudgedFinding[] {
  const judgement = judgementOf(topology)
  const index = known.get(judgement) ?? makeIndex(judgement)
  known.set(judgement, index)
  return (deep ? index.deep : index.exact).get(fieldKey(place)) ?? NONE
}

/** Do both lists say the same? Then nothing has to be drawn again. */
export function saySame(a: readonly JudgedFinding[], b: readonly JudgedFinding[]): boolean {
  return a === b || (a.length === b.length && a.every((finding, index) => isSame(finding, b[index])))
}

function isSame(a: JudgedFinding, b: JudgedFinding | undefined): boolean {
  return b !== undefined && findingKey(a) === findingKey(b) && a.fix?.label.en === b.fix?.label.en
}

/** The same finding in the design as it is now: its repair knows what the older one could not. */
export function findAgain(topology: Topology, finding: JudgedFinding): JudgedFinding | undefined {
  const key = findingKey(finding)
  return judgementOf(topology)
    .of(finding.at[0].part, finding.at[0].id)
    .find((candidate) => findingKey(candidate) === key)
}

function makeIndex({ findings }: Judgement): Index {
  const exact = new Map<string, JudgedFinding[]>()
  const deep = new Map<string, JudgedFinding[]>()
  for (const finding of findings) {
    if (finding.rule === QUIET) continue
    const [target] = finding.at
    const path = target.path ?? []
    append(exact, fieldKey(target), finding)
    for (let length = 0; length <= path.length; length += 1) {
      append(deep, fieldKey({ ...target, path: path.slice(0, length) }), finding)
    }
  }
  return { exact, deep }
}

function append(map: Map<string, JudgedFinding[]>, key: string, finding: JudgedFinding): void {
  const list = map.get(key)
  if (list) list.push(finding)
  else map.set(key, [finding])
}
