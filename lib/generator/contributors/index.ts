import type { Contributor } from '../generated-file'
import { designFiles } from './design-files'
import { projectFiles } from './project-files'
import { pyprojects } from './pyprojects'
import { serviceFiles } from './service-files'

/** Everyone who adds files to a download. Their order means nothing. */
export const contributors: readonly Contributor[] = [designFiles, projectFiles, pyprojects, serviceFiles]
