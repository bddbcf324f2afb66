import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles, root } from './fingerprint.mjs'

const FOLDER = 'templates'
const PARTIALS = '_partials/'
const EXTENSION = '.hbs'
const decoder = new TextDecoder('utf-8', { fatal: true })

/** What an expression of a template may call, read by the compiler, the check and the renderer alike. */
export function readEncoders() {
  return JSON.parse(readFileSync(join(root, 'lib/generator/encoders.json'), 'utf8'))
}

/**
 * All templates, sorted: where the file stands, the path it is known by (without `.hbs`), whether it is rendered
 * or copied as it is, whether others include it, and its text.
 */
export function readTemplates() {
  return listFiles(FOLDER).map((file) => {
    const rendered = file.endsWith(EXTENSION)
    const path = file.slice(FOLDER.length + 1, rendered ? -EXTENSION.length : undefined)
    const partial = path.startsWith(PARTIALS)
    if (partial && !rendered) throw new Error(`${file}: only ${EXTENSION} files can be included`)
    return {
      file,
      path: partial ? path.slice(PARTIALS.length) : path,
      rendered,
      partial,
      text: decoder.decode(readFileSync(join(root, file))),
    }
  })
}
