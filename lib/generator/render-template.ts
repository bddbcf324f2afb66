import type { GeneratedFile } from './generated-file'
import type { Thing } from './kinds/generated-kind'
import type { Origin } from './project'
import type { Render } from './render'
import { fillPath, type PlacedTemplate } from './template-paths'

/** What one template is filled with. */
export interface Filling {
  readonly names: Readonly<Record<string, string>>
  readonly view: object
  readonly origins: readonly Origin[]
}

/** The file that a template makes: none if nothing but white space is left of a rendered one. */
export function* renderTemplate(
  { template, path, verbatim }: PlacedTemplate,
  { names, view, origins }: Filling,
  render: Render,
): Iterable<GeneratedFile> {
  const said = new Set<string>()
  const content = render(template, view, said)
  if (!verbatim && content.trim() === '') return
  yield {
    path: fillPath(path, names),
    content,
    source: `templates/${template}`,
    causes: origins.map((at) => ({ at })),
    said,
  }
}

/** A filling with one thing of a group more. */
export function withThing(filling: Filling, group: string, thing: Thing): Filling {
  return {
    names: { ...filling.names, ...thing.names },
    view: { ...filling.view, [group]: thing.view },
    origins: [...filling.origins, ...(thing.origin ? [thing.origin] : [])],
  }
}
