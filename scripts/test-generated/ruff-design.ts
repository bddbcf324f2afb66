import { generate } from '@/lib/generator/generate'
import type { Topology } from '@/lib/topology/model/topology'
import { ProjectRuff } from './project-ruff'

/** Files that are the same in many designs are looked at once. */
export type SeenFiles = Map<string, readonly string[]>

/** What ruff finds in the Python files of a design, with the settings of the project itself. */
export function findRuffFaults(topology: Topology, seen: SeenFiles): readonly string[] {
  const files = generate(topology)
  const ruff = new ProjectRuff(files)
  return [...files.values()]
    .filter(({ path }) => path.endsWith('.py'))
    .flatMap(({ path, content }) => {
      const key = `${ruff.settingsOf(path)}\n${content}`
      const faults = seen.get(key) ?? ruff.findFaults(path, content)
      seen.set(key, faults)
      return faults
    })
}
