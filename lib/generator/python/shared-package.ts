/** What the shared package needs; services choose among its extras. */
export const SHARED_REQUIREMENTS = ['pydantic', 'pydantic-settings', 'structlog'] as const

export const SHARED_EXTRAS = {
  web: ['email-validator', 'fastapi', 'uvicorn'],
  http: ['httpx'],
  testing: ['httpx', 'pytest'],
} as const

/** Everything that the shared package can need. */
export function sharedRequirements(): readonly string[] {
  return [...SHARED_REQUIREMENTS, ...Object.values(SHARED_EXTRAS).flat()]
}
