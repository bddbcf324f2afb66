import type { Contributor } from '../generated-file'
import { foldersOf } from '../parts'
import { projectView } from '../project-view'
import { renderTemplate } from '../render-template'
import { templatesIn } from '../template-paths'

/** What a repository has once: the templates of the project, and of the parts that this one has. */
export const projectFiles: Contributor = {
  id: 'project-files',
  *files(project, render) {
    const view = { project: projectView(project) }
    for (const template of foldersOf(project).flatMap(templatesIn)) {
      const names = { project: project.name }
      yield* renderTemplate(template, { names, view, origins: [{ part: 'project' }] }, render)
    }
  },
}
