import { generate } from '@/lib/generator/generate'
import type { GeneratedFile } from '@/lib/generator/generated-file'
import { errorsOf } from '@/lib/rules/judge'
import type { Topology } from '@/lib/topology/model/topology'
import { hostileTexts } from '@/lib/topology/random/hostile-texts'
import { withHostileTexts } from '@/lib/topology/random/with-texts'
import type { Design } from './designs'
import type { Twins } from './twin-trees'

/** A word that nothing generated says by itself. */
const HARMLESS = 'Harmlessword'

/** A text that no design may hold, and the rule that says so. */
export interface Refused {
  readonly text: string
  readonly rule: string
}

export interface HostileDesigns {
  readonly twins: readonly Twins[]
  readonly refused: readonly Refused[]
}

/** The first design with every hostile text in turn, the others with some of them each. */
export function makeTwins([first, ...others]: readonly Design[]): HostileDesigns {
  const refused: Refused[] = []
  const twins: Twins[] = []
  const harmless = new HarmlessDesigns()
  for (const [index, text] of hostileTexts.entries()) {
    const other = others[index % Math.max(others.length, 1)]
    for (const design of [first, other]) {
      if (!design) continue
      const hostile = withHostileTexts(design.topology, text)
      const error = errorsOf(hostile)[0]
      if (error) refused.push({ text, rule: error.rule })
      else twins.push(toTwins(design, text, hostile, harmless))
    }
  }
  return { twins, refused }
}

/** The harmless form of each design, made once. */
class HarmlessDesigns {
  private readonly made = new Map<string, ReadonlyMap<string, GeneratedFile>>()

  filesOf({ id, topology }: Design, marker: string): ReadonlyMap<string, GeneratedFile> {
    const key = `${id} ${marker}`
    const files = this.made.get(key) ?? generate(withHostileTexts(topology, marker))
    this.made.set(key, files)
    return files
  }
}

function toTwins(design: Design, text: string, hostile: Topology, harmless: HarmlessDesigns): Twins {
  // A blank text is as good as none, and its twin has none.
  const marker = text.trim() === '' ? '' : HARMLESS
  return {
    name: `${design.id} with ${JSON.stringify(text.slice(0, 40))}`,
    marker,
    text,
    harmless: harmless.filesOf(design, marker),
    hostile: generate(hostile),
  }
}
