import type { Contributor } from '../generated-file'
import { projectView } from '../project-view'
import { renderTemplate } from '../render-template'
import { templatesIn } from '../template-paths'

/** The templates of templates/project/: what a repository has once, whatever is drawn. */
export const projectFiles: Contributor = {
  id: 'project-files',
  *files(project, render) {
    const view = { project: projectView(project) }
    for (const template of templatesIn('project')) {
      const names = { project: project.name }
      yield* renderTemplate(template, { names, view, origins: [{ part: 'project' }] }, render)
    }
  },
}
