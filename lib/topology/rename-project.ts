import { changeProject, type Edit } from './edits'
import { MAX_CONTEXT, slug } from './identifiers'
import type { Project } from './model/topology'

/** The context that a project's name suggests. */
function contextFrom(name: string): Project['context'] {
  return slug(name, 'project', MAX_CONTEXT)
}

/** Gives a project another name; a context that was the one of its name, and nothing of its own, follows. */
export function renameProject(name: string): Edit {
  return (topology) => {
    const { name: was, context } = topology.project
    const follows = context === contextFrom(was)
    return changeProject({ name, ...(follows && { context: contextFrom(name) }) })(topology)
  }
}
