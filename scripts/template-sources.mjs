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

function readTemplate(file) {
  const rendered = file.endsWith(EXTENSION)
  const path = file.slice(FOLDER.length + 1, rendered ? -EXTENSION.length : undefined)
  const partial = path.startsWith(PARTIALS)
  if (partial && !rendered) throw new Error(`${file}: only ${EXTENSION} files can be included`)
  const text = decoder.decode(readFileSync(join(root, file)))
  return { file, path: partial ? path.slice(PARTIALS.length) : path, rendered, partial, text }
}

/**
 * All templates, sorted: where the file stands, the path it is known by (without `.hbs`), whether it is rendered
 * or copied as it is, whether others include it, and its text.
 */
export function readTemplates() {
  const sources = listFiles(FOLDER).map(readTemplate)
  const seen = new Map()
  for (const { file, path, partial } of sources) {
    const key = `${partial}:${path}`
    if (seen.has(key)) throw new Error(`${file} and ${seen.get(key)} are one template twice`)
    seen.set(key, file)
  }
  return sources
}
