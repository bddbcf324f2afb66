import type * as z from 'zod'
import { explain } from '@/lib/share/explain'
import type { DocumentPath, ReadProblem } from '@/lib/share/result'
import { entitySchema } from '@/lib/topology/model/entity'
import { linkSchema } from '@/lib/topology/model/link'
import { messageSchema } from '@/lib/topology/model/message'
import { nodeSchema } from '@/lib/topology/model/node'
import {
  FORMAT_VERSION,
  layoutSchema,
  projectSchema,
  type Topology,
  topologySchema,
} from '@/lib/topology/model/topology'
import { topologyShape } from '@/lib/topology/shape'

const PARTS = { nodes: nodeSchema, links: linkSchema, entities: entitySchema, messages: messageSchema }
const LISTS = ['nodes', 'links', 'entities', 'messages'] as const
const KEYS = new Set(topologyShape.properties.map(({ key }) => key))
/** No list of a document is limited to fewer parts. */
const FEWEST_LIMIT = 1000
const positionsSchema = layoutSchema.shape.positions

/** What was found to be of the format once; documents are immutable and share parts, so it stays so. */
const good = new WeakSet<object>()

/**
 * What the format refuses in a document, or nothing: the same answer as the whole schema's, at the cost of the
 * parts that no document before had. The place is named as in the document.
 */
export function refusedIn(topology: Topology): ReadProblem | undefined {
  if (good.has(topology)) return undefined
  const problem = new Inspection(topology).problem()
  if (!problem) good.add(topology)
  return problem
}

class Inspection {
  constructor(private readonly root: Topology) {}

  problem(): ReadProblem | undefined {
    const { root } = this
    const strange = Object.keys(root).some((key) => !KEYS.has(key)) || root.topoforge !== FORMAT_VERSION
    if (strange || LISTS.some((key) => !Array.isArray(root[key]))) return this.parse(topologySchema, root, [])
    for (const key of LISTS) {
      const problem = this.list(root[key], topologySchema.shape[key], PARTS[key], [key])
      if (problem) return problem
    }
    return this.part(projectSchema, root.project, ['project']) ?? this.layout()
  }

  private layout(): ReadProblem | undefined {
    const { layout } = this.root
    if (layout === undefined || isGood(layout)) return undefined
    if (!Array.isArray(layout?.positions)) return this.parse(layoutSchema, layout, ['layout'])
    const path = ['layout', 'positions']
    const problem = this.list(layout.positions, positionsSchema, positionsSchema.element, path)
    // The places were looked at one by one; the rest of the layout is small.
    return problem ?? remember(layout, this.parse(layoutSchema, { ...layout, positions: [] }, ['layout']))
  }

  private list(
    list: readonly object[],
    whole: z.ZodType,
    each: z.ZodType,
    path: DocumentPath,
  ): ReadProblem | undefined {
    if (good.has(list)) return undefined
    // Parts are looked at one by one; about a list itself only its length can be wrong, and few are so long.
    const count = list.length < FEWEST_LIMIT ? undefined : this.parse(whole, list, path)
    if (count) return count
    for (let index = 0; index < list.length; index += 1) {
      const problem = this.part(each, list[index], [...path, index])
      if (problem) return problem
    }
    good.add(list)
    return undefined
  }

  private part(schema: z.ZodType, part: unknown, path: DocumentPath): ReadProblem | undefined {
    return isGood(part) ? undefined : remember(part, this.parse(schema, part, path))
  }

  private parse(schema: z.ZodType, value: unknown, path: DocumentPath): ReadProblem | undefined {
    const result = schema.safeParse(value)
    if (result.success) return undefined
    const [issue] = result.error.issues
    if (!issue) throw new Error('The schema refused a document without saying why.')
    return explain({ ...issue, path: [...path, ...issue.path] }, this.root)[0]
  }
}

function isGood(part: unknown): boolean {
  return typeof part === 'object' && part !== null && good.has(part)
}

function remember(part: unknown, problem: ReadProblem | undefined): ReadProblem | undefined {
  if (!problem && typeof part === 'object' && part !== null) good.add(part)
  return problem
}
