import { canonical } from '@/lib/topology/canonical'
import type { Contributor, GeneratedFile } from '../generated-file'

/**
 * The design that a project was made from, so that it can be opened again. Where things stand on the canvas is
 * kept apart: it changes no other file.
 */
export const designFiles: Contributor = {
  id: 'design-files',
  *files({ topology }) {
    const { layout, ...design } = canonical(topology)
    yield jsonFile('.topoforge/topology.json', design)
    if (layout) yield jsonFile('.topoforge/layout.json', layout)
  },
}

function jsonFile(path: string, value: object): GeneratedFile {
  const content = `${toJson(value)}\n`
  return { path, content, source: designFiles.id, causes: [{ at: { part: 'project' } }] }
}

/** JSON with everything that an editor does not show written as an escape; lone surrogates JSON escapes itself. */
function toJson(value: object): string {
  return JSON.stringify(value, null, 2).replace(
    /[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g,
    (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    },
  )
}
