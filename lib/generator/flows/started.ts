import { tokenVariable, urlVariable } from '../compose'
import { contributionsOf } from '../kinds'
import type { Project } from '../project'
import { literalTree } from '../python/literal'

/** Servers, by the variable in which services look for them. */
const SERVERS: Readonly<Record<string, string>> = {
  DATABASE_URL: 'database',
  RABBITMQ_URL: 'rabbitmq',
  REDIS_URL: 'redis',
}

/**
 * What every service is told from outside when tests start it: for each variable where its value comes from, as
 * `service NAME` for the address of another one, `token`, the name of a server, or `nowhere`.
 */
export function startedOf(project: Project) {
  const sources = new Map<string, string>(Object.entries(SERVERS))
  for (const { name, mailServers } of project.services) {
    sources.set(tokenVariable(name), 'token')
    sources.set(urlVariable(name), `service ${name}`)
    for (const { variable } of mailServers) sources.set(variable, 'mail')
  }
  const told = project.services.map((service) => {
    const { settings } = contributionsOf(service, project)
    return [
      service.name,
      Object.fromEntries(settings.map(({ name }) => [name, sources.get(name) ?? 'nowhere'])),
    ] as const
  })
  return literalTree(Object.fromEntries(told), 0)
}
