import type { Contributor, GeneratedFile } from '../generated-file'
import { generatedKind } from '../kinds'
import type { KindView } from '../kinds/generated-kind'
import type { Service } from '../project'
import type { Render } from '../render'
import { type Filling, renderTemplate, withThing } from '../render-template'
import { rememberByService, type Surroundings } from '../service-memory'
import { type PlacedTemplate, templatesIn } from '../template-paths'

/** The templates of each service's kind, those with the name of a thing in their path once for each thing. */
export const serviceFiles: Contributor = {
  id: 'service-files',
  *files(project, render) {
    for (const service of project.services) yield* filesOfService(service, project, render)
  },
}

const filesOfService = rememberByService((service, surroundings) => [...makeFiles(service, surroundings)])

function* makeFiles(service: Service, { project, view, render }: Surroundings): Iterable<GeneratedFile> {
  const kind = generatedKind(service.kind)
  if (!kind) return
  const seen = kind.view(service, project)
  const filling = fillingOf(service, { project: view, service: seen.service })
  const folders = [kind.id, ...(kind.parts?.(service) ?? [])]
  for (const template of folders.flatMap(templatesIn)) yield* filesOf(template, seen, filling, render)
}

function fillingOf(service: Service, view: object): Filling {
  return { names: { service: service.name }, view, origins: [service.origin] }
}

function* filesOf(
  template: PlacedTemplate,
  { each = {} }: KindView,
  filling: Filling,
  render: Render,
): Iterable<GeneratedFile> {
  const { group } = template
  if (group === undefined) return yield* renderTemplate(template, filling, render)
  const things = each[group]
  if (!things) throw new Error(`templates/${template.template}: this kind has nothing named ${group}`)
  for (const thing of things) yield* renderTemplate(template, withThing(filling, group, thing), render)
}
