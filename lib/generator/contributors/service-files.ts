import type { Contributor, GeneratedFile } from '../generated-file'
import { generatedKind } from '../kinds'
import type { KindView, Thing } from '../kinds/generated-kind'
import type { Service } from '../project'
import { projectView } from '../project-view'
import type { Render } from '../render'
import { type Filling, renderTemplate } from '../render-template'
import { type PlacedTemplate, templatesIn } from '../template-paths'

/** The templates of each service's kind, those with the name of a thing in their path once for each thing. */
export const serviceFiles: Contributor = {
  id: 'service-files',
  *files(project, render) {
    const shared = { project: projectView(project) }
    for (const service of project.services) {
      const kind = generatedKind(service.kind)
      if (!kind) continue
      const view = kind.view(service, project)
      const filling = fillingOf(service, { ...shared, service: view.service })
      for (const template of templatesIn(kind.id)) {
        yield* filesOf(template, view, filling, render)
      }
    }
  },
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

function withThing(filling: Filling, group: string, thing: Thing): Filling {
  return {
    names: { ...filling.names, ...thing.names },
    view: { ...filling.view, [group]: thing.view },
    origins: [...filling.origins, ...(thing.origin ? [thing.origin] : [])],
  }
}
