import { hasMessages } from '../parts'
import type { Project } from '../project'

/** What of a project there is something to see of, beside the requests that every service may answer. */
export interface Measured {
  readonly messages: boolean
  readonly schedules: boolean
  readonly upstreams: boolean
  readonly databases: boolean
  readonly outbox: boolean
}

export function measuredOf(project: Project): Measured {
  const { services } = project
  return {
    messages: hasMessages(project),
    schedules: services.some(({ schedules }) => schedules.length > 0),
    upstreams: services.some(({ upstreams, systems }) => upstreams.length + systems.length > 0),
    // Of other engines neither statements nor connections are measured.
    databases: project.databases.some(({ engine }) => engine === 'postgres'),
    outbox: services.some(({ takesUnits }) => takesUnits) && hasMessages(project),
  }
}
