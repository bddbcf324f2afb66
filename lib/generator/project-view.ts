import type { Project } from './project'

/** What every template sees as `project`. */
export function projectView(project: Project) {
  return {
    name: project.name,
    context: project.context,
    title: project.title,
    description: project.description,
    isRussian: project.locale === 'ru',
    hasCi: project.options.ci,
  }
}
