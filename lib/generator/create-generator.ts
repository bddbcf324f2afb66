import type { Topology } from '@/lib/topology/model/topology'
import { generateProject } from './generate'
import type { GeneratedFile } from './generated-file'
import type { Project } from './project'
import { resolveProject } from './resolve-project'
import { withKnownServices } from './service-memory'

/** A project with its files. */
export interface Generated {
  readonly project: Project
  readonly files: ReadonlyMap<string, GeneratedFile>
}

/**
 * A generator for one design after the other, as a person edits it: services that are as they were in the design
 * before are not made again. Its files are those that `generate` makes.
 */
export function createGenerator(): (topology: Topology) => Generated {
  let before: Project | undefined
  return (topology) => {
    const project = withKnownServices(resolveProject(topology), before)
    before = project
    return { project, files: generateProject(project) }
  }
}
