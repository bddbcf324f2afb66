import { changeNode, changeProject } from '@/lib/topology/edits'
import { cut, MAX_IDENTIFIER } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import { serviceName } from '@/lib/topology/naming'
import { goodName } from '../good-name'
import { foldName } from '../name-scopes'
import type { Finding, Fix } from '../rule'
import { duplicate, namedFix } from './duplicate-finding'

/** Services whose derived names are equal, and a project that is called like a service. */
export function* duplicateServices(look: Lookup): Generator<Finding> {
  const { project } = look.topology
  const taken = new Set(look.services.map((service) => foldName(look.nameOf(service))))
  const first = new Map<string, Service>()
  for (const service of [...look.services].sort(byId)) {
    const name = look.nameOf(service)
    const known = first.get(foldName(name))
    if (!known) {
      first.set(foldName(name), service)
      continue
    }
    const place = { part: 'node', id: service.id, path: ['domain'] } as const
    yield duplicate(name, place, { part: 'node', id: known.id }, numbered(look, service, taken))
  }
  const same = first.get(foldName(project.name))
  if (!same) return
  const place = { part: 'project', path: ['name'] } as const
  const rename = (name: string) => changeProject({ name })
  const name = goodName(
    look,
    { role: 'project', place, rename, scope: '' },
    `${cut(project.name, 30)}_project`,
  )
  const fix = name === undefined ? undefined : namedFix(name, rename(name))
  yield duplicate(project.name, place, { part: 'node', id: same.id }, fix)
}

const byId = (a: Service, b: Service) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Puts a number behind the last part that a person chose. */
function numbered(look: Lookup, service: Service, taken: Set<string>): Fix | undefined {
  const { project } = look.topology
  const key = service.function === undefined ? 'domain' : 'function'
  const stem = service[key] ?? ''
  for (let number = 2; ; number += 1) {
    const next = `${stem}_${number}`
    const name = serviceName(project, { ...service, [key]: next })
    if (name.length > MAX_IDENTIFIER) return undefined
    if (taken.has(foldName(name))) continue
    taken.add(foldName(name))
    return namedFix(name, changeNode(service.id, { [key]: next }))
  }
}
