import type { Project, Service } from './project'
import { projectView } from './project-view'
import type { Render } from './render'

/** What a service's files may be made from, beside the service itself. */
export interface Surroundings {
  readonly project: Project
  /** What templates see as `project`. */
  readonly view: object
  readonly render: Render
}

type Make<T> = (service: Service, surroundings: Surroundings) => T

/** Something that was made of a service, and all that was looked at on the way. */
interface Known<T> {
  readonly made: T
  readonly packages: string
  readonly seen: ReadonlyMap<string, string>
}

/**
 * The same function of a service, which answers at once when the same service is asked about again and nothing has
 * changed that it looked at in the project the time before. Pure: it remembers, and never answers anything else.
 */
export function rememberByService<T>(
  make: Make<T>,
): (service: Service, project: Project, render: Render) => T {
  const known = new WeakMap<Service, Known<T>>()
  return (service, project, render) => {
    const facts = factsOf(project)
    const before = known.get(service)
    if (before && isCurrent(before, facts)) return before.made
    const seen = new Map<string, string>()
    const made = make(service, {
      project: watch(project, 'project', facts, seen),
      view: watch(facts.view, 'view', facts, seen),
      render,
    })
    known.set(service, { made, packages: facts.packages, seen })
    return made
  }
}

/** The project with the services of the one before wherever they are equal, so that what is remembered is found. */
export function withKnownServices(project: Project, before: Project | undefined): Project {
  if (!before) return project
  const known = new Map(before.services.map((service) => [service.name, service]))
  const services = project.services.map((service) => {
    const old = known.get(service.name)
    return old && textOf(old) === textOf(service) ? old : service
  })
  return { ...project, services }
}

/** One project with what is known of it as text, so that two projects can be compared part by part. */
interface Facts {
  readonly project: Project
  readonly view: object
  /** The names of all services: how imports are arranged depends on them. */
  readonly packages: string
  readonly texts: Map<string, string>
}

const factsOfProjects = new WeakMap<Project, Facts>()

function factsOf(project: Project): Facts {
  const known = factsOfProjects.get(project)
  if (known) return known
  const packages = project.services.map(({ name }) => name).join(' ')
  const facts = { project, view: projectView(project), packages, texts: new Map() }
  factsOfProjects.set(project, facts)
  return facts
}

function isCurrent({ packages, seen }: Known<unknown>, facts: Facts): boolean {
  return packages === facts.packages && [...seen].every(([place, text]) => textAt(place, facts) === text)
}

/** A part of the project or of its view as text: `project.locale`, `view.isRussian`. */
function textAt(place: string, { project, view, texts }: Facts): string {
  const known = texts.get(place)
  if (known !== undefined) return known
  const [from = '', name = ''] = place.split('.')
  const text = JSON.stringify(Reflect.get(from === 'view' ? view : project, name)) ?? ''
  texts.set(place, text)
  return text
}

/** The same object, which notes what is asked of it. */
function watch<T extends object>(object: T, name: string, facts: Facts, seen: Map<string, string>): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      const place = `${name}.${String(key)}`
      if (!seen.has(place)) seen.set(place, textAt(place, facts))
      return Reflect.get(target, key, receiver)
    },
  })
}

const texts = new WeakMap<Service, string>()

function textOf(service: Service): string {
  const text = texts.get(service) ?? JSON.stringify(service)
  texts.set(service, text)
  return text
}
