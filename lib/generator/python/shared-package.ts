import { hasBackground, hasMail, hasMessages, hasRedis, isObserved } from '../parts'
import type { Project } from '../project'

/** What the shared package needs whoever uses it; services choose among its extras. */
export function sharedBase(project: Project): readonly string[] {
  return ['pydantic', 'pydantic-settings', 'structlog', ...(isObserved(project) ? OBSERVING : [])]
}

/** What measures. */
const OBSERVING = ['opentelemetry-exporter-otlp-proto-http', 'opentelemetry-sdk', 'prometheus-client']

/** The extras of the shared package, those that this project has a use for. */
export function sharedExtras(project: Project): Readonly<Record<string, readonly string[]>> {
  return {
    web: ['email-validator', 'fastapi', 'uvicorn'],
    http: ['httpx'],
    ...(hasMessages(project) && { messaging: ['aio-pika'] }),
    ...(hasRedis(project) && { redis: ['redis'] }),
    // Time zones, for systems that have none of their own.
    ...(hasBackground(project) && { schedule: ['tzdata'] }),
    ...(hasMail(project) && { mail: ['aiosmtplib'] }),
    testing: ['httpx', 'pytest'],
  }
}

/** Everything that the shared package can need. */
export function sharedRequirements(project: Project): readonly string[] {
  return [...sharedBase(project), ...Object.values(sharedExtras(project)).flat()]
}

/** The shared package as whoever runs all of its tests needs it. */
export function sharedForTests(project: Project): string {
  const extras = Object.keys(sharedExtras(project)).filter((extra) => !FROM_SERVICES.includes(extra))
  return `shared[${extras.sort().join(',')}]`
}

/** Extras that some service of every project brings. */
const FROM_SERVICES = ['http', 'web']
