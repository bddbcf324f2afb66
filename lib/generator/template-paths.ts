import { templates } from './templates.generated'

/** `__entity__` is the name of a thing, `__entity-plural__` another name of the same; two names are Python's own. */
const PLACE = /__(?!init__|main__)([a-z]+)((?:-[a-z]+)?)__/g

/** A template and what its path asks for: the things between double underscores. */
export interface PlacedTemplate {
  /** As it stands below templates/, without `.hbs`. */
  readonly template: string
  /** Below the folder, with the names still in it: `services/__service__/main.py`. */
  readonly path: string
  /** What it is filled once for each of; undefined for once per service. */
  readonly group: string | undefined
  readonly verbatim: boolean
}

/** The templates below a folder of templates/, in the order of their paths. */
export function templatesIn(folder: string): readonly PlacedTemplate[] {
  return byFolder.get(folder) ?? []
}

/** A path with its names filled in: `__entity___client.py` → `user_client.py`. */
export function fillPath(path: string, names: Readonly<Record<string, string>>): string {
  return path.replace(PLACE, (place, group: string, variant: string) => {
    const name = names[group + variant]
    if (name === undefined) throw new Error(`templates/…/${path}: nothing is named ${place} here`)
    return name
  })
}

/** The thing that a path is about, beside its service: one group at most, or nobody could say which to fill. */
function groupOf(path: string): string | undefined {
  const groups = new Set([...path.matchAll(PLACE)].map(([, group = '']) => group))
  groups.delete('service')
  if (groups.size > 1)
    throw new Error(`templates/…/${path} is about several things: ${[...groups].join(', ')}`)
  return [...groups][0]
}

const byFolder = new Map<string, PlacedTemplate[]>()
for (const [template, { kind }] of Object.entries(templates)) {
  const [folder = ''] = template.split('/', 1)
  const path = template.slice(folder.length + 1)
  const list = byFolder.get(folder) ?? []
  list.push({ template, path, group: groupOf(path), verbatim: kind === 'verbatim' })
  byFolder.set(folder, list)
}
