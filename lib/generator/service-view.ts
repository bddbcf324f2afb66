import { hostOf } from './compose'
import type { Service } from './project'

/** What every template of a service sees of it as `service`, whatever its kind. */
export function serviceFacts(service: Service) {
  return {
    name: service.name,
    /** The name as hosts have it, with hyphens. */
    host: hostOf(service.name),
    title: service.title,
    label: service.label,
    port: service.port,
  }
}
