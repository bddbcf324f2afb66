import type { Contributor } from '../generated-file'
import { apiDescriptions } from './api-descriptions'
import { ciWorkflow } from './ci-workflow'
import { composeFile } from './compose-file'
import { designFiles } from './design-files'
import { envExample } from './env-example'
import { kubernetesManifests } from './kubernetes-manifests'
import { messageContracts } from './message-contracts'
import { observability } from './observability'
import { preCommit } from './pre-commit'
import { projectFiles } from './project-files'
import { pyprojects } from './pyprojects'
import { serviceFiles } from './service-files'

/** Everyone who adds files to a download. Their order means nothing. */
export const contributors: readonly Contributor[] = [
  apiDescriptions,
  ciWorkflow,
  composeFile,
  designFiles,
  envExample,
  kubernetesManifests,
  messageContracts,
  observability,
  preCommit,
  projectFiles,
  pyprojects,
  serviceFiles,
]
