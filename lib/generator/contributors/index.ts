import type { Contributor } from '../generated-file'
import { projectFiles } from './project-files'
import { serviceFiles } from './service-files'

/** Everyone who adds files to a download. Their order means nothing. */
export const contributors: readonly Contributor[] = [projectFiles, serviceFiles]
