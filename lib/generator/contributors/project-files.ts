import type { Contributor } from '../generated-file'
import type { Thing } from '../kinds/generated-kind'
import { messageThings } from '../messages/message-view'
import { foldersOf } from '../parts'
import type { Project } from '../project'
import { projectView } from '../project-view'
import { renderTemplate, withThing } from '../render-template'
import { templatesIn } from '../template-paths'

/** What a repository has once: the templates of the project, and of the parts that this one has. */
export const projectFiles: Contributor = {
  id: 'project-files',
  *files(project, render) {
    const view = { project: projectView(project) }
    for (const template of foldersOf(project).flatMap(templatesIn)) {
      const filling = { names: { project: project.name }, view, origins: [{ part: 'project' } as const] }
      if (template.group === undefined) yield* renderTemplate(template, filling, render)
      else
        for (const thing of thingsOf(template.group, project))
          yield* renderTemplate(template, withThing(filling, template.group, thing), render)
    }
  },
}

/** The things of a project that have templates of their own. */
function thingsOf(group: string, project: Project): readonly Thing[] {
  if (group === 'message') return messageThings(project)
  throw new Error(`A project has nothing named ${group}`)
}
