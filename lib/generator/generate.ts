import type { Topology } from '@/lib/topology/model/topology'
import { contributors as allContributors } from './contributors'
import type { Contributor, GeneratedFile } from './generated-file'
import { foldedPath, pathFault } from './paths'
import type { Project } from './project'
import { createRender } from './render'
import { resolveProject } from './resolve-project'

/**
 * Makes every file of the download from a design that no rule finds an error in. Pure: equal designs give
 * equal bytes. What it throws is a fault of the generator, never of the design.
 */
export function generate(topology: Topology): ReadonlyMap<string, GeneratedFile> {
  return generateProject(resolveProject(topology))
}

/** Packages at the root of every project, beside its services. */
const ROOT_PACKAGES = ['scripts', 'tests'] as const

/** Collects the files of all contributors, sorted by path, each path written once. */
export function generateProject(
  project: Project,
  contributors: readonly Contributor[] = allContributors,
): ReadonlyMap<string, GeneratedFile> {
  const render = createRender(new Set([...ROOT_PACKAGES, ...project.services.map(({ name }) => name)]))
  const taken = new Map<string, GeneratedFile>()
  for (const contributor of contributors) {
    for (const file of contributor.files(project, render)) {
      claim(file, taken)
    }
  }
  const files = [...taken.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return new Map(files.map((file) => [file.path, file]))
}

/** Takes a path for a file, or says why it cannot have it. */
function claim(file: GeneratedFile, taken: Map<string, GeneratedFile>): void {
  const fault = pathFault(file.path)
  if (fault) throw new Error(`${file.source} writes ${file.path}: ${fault}`)
  const folded = foldedPath(file.path)
  const other = taken.get(folded)
  if (other) throw new Error(`${file.path} is written by ${other.source} and by ${file.source}`)
  taken.set(folded, file)
}
