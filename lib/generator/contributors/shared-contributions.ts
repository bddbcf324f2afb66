import type { Contributions, TestServer } from '../contributions'
import { contributionsOf } from '../kinds'
import { hasMessages } from '../parts'
import type { Project, Service } from '../project'
import { messageTestServers } from '../rabbitmq'

/** What every service contributes, those that are called before those that call. */
export function allContributions(project: Project): readonly Contributions[] {
  return inCallOrder(project.services).map((service) => contributionsOf(service, project))
}

/** The servers that some test of the project looks for; those of messages also where nobody sends any yet. */
export function testServersOf(project: Project): readonly TestServer[] {
  const wanted = allContributions(project).flatMap(({ testServers }) => testServers ?? [])
  return firstOfEach([...wanted, ...(hasMessages(project) ? messageTestServers : [])], ({ name }) => name)
}

/** Each service after those that it calls, by name where that leaves a choice. */
function inCallOrder(services: readonly Service[]): readonly Service[] {
  const byName = new Map(services.map((service) => [service.name, service]))
  const placed = new Set<Service>()
  const place = (service: Service, above: ReadonlySet<Service>) => {
    if (placed.has(service) || above.has(service)) return
    for (const name of calledBy(service)) {
      const called = byName.get(name)
      if (called) place(called, new Set([...above, service]))
    }
    placed.add(service)
  }
  for (const service of services) place(service, new Set())
  return [...placed]
}

function calledBy({ upstreams, systems }: Service): readonly string[] {
  return [...upstreams.map(({ service }) => service), ...systems.flatMap(({ api }) => api?.service ?? [])]
}

/** The items with the first of each name only: what several services bring, such as a token, is there once. */
export function firstOfEach<T>(items: readonly T[], name: (item: T) => string): readonly T[] {
  const seen = new Set<string>()
  return items.filter((item) => !seen.has(name(item)) && seen.add(name(item)))
}
