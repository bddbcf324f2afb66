import type { Project } from './project'

/** A folder of templates/ that a project takes along only when it has what the folder is about. */
interface Part {
  readonly folder: string
  readonly isIn: (project: Project) => boolean
}

/** Whatever is drawn: settings, logs, errors, HTTP, and the files around them. */
const always: Part = { folder: 'project', isIn: () => true }
/** Messages: publishing, consuming, retries, and what may be repeated. */
const messaging: Part = { folder: 'messaging', isIn: ({ queues }) => queues.length > 0 }

const parts: readonly Part[] = [always, messaging]

/** The folders of templates that a project's root is made from, in their order. */
export function foldersOf(project: Project): readonly string[] {
  return parts.filter(({ isIn }) => isIn(project)).map(({ folder }) => folder)
}
