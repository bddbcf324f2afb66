/**
 * Turns templates/ into lib/generator/templates.generated.ts, so that the browser gets functions and needs no eval.
 * Files named `*.hbs` are compiled (strict, known helpers only, nothing escaped: encoders do that), all others are
 * kept word for word.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { quickFingerprint, root } from './fingerprint.mjs'
import { readEncoders, readTemplates } from './template-sources.mjs'

const OUTPUT = join(root, 'lib/generator/templates.generated.ts')
const STAMP = join(root, '.cache/templates')
const INPUTS = [
  'templates',
  'lib/generator/encoders.json',
  'lib/generator/templates.generated.ts',
  'scripts/compile-templates.mjs',
  'scripts/template-sources.mjs',
]

const HEADER = `// @ts-nocheck: machine-made by scripts/compile-templates.mjs out of templates/; not kept in git.
/** A compiled template, understood by the runtime of Handlebars only. */
export type TemplateSpec = Readonly<Record<string, unknown>>
/** A file of the templates folder: a function to be filled, or a text to be copied. */
export type Template =
  | Readonly<{ kind: 'rendered'; spec: TemplateSpec }>
  | Readonly<{ kind: 'verbatim'; text: string }>
`

/** Writes a file so that a reader at the same moment sees the old or the new one, never half of it. */
function replaceFile(path, content) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, content)
  renameSync(`${path}.${process.pid}`, path)
}

function table(name, type, entries) {
  const lines = entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${value},\n`)
  return `export const ${name}: Readonly<Record<string, ${type}>> = {\n${lines.join('')}}\n`
}

function compilerOptions({ encoders, blocks, layouts }) {
  return {
    strict: true,
    assumeObjects: false,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries([...encoders, ...blocks, ...layouts].map((name) => [name, true])),
  }
}

/** The text of the generated module for these templates (of `readTemplates`). */
export async function templateModule(sources, encoders) {
  const { default: Handlebars } = await import('handlebars')
  const options = compilerOptions(encoders)
  const spec = ({ file, text }) => {
    try {
      return Handlebars.precompile(text, options)
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const entry = (source) =>
    source.rendered
      ? `{ kind: 'rendered', spec: ${spec(source)} }`
      : `{ kind: 'verbatim', text: ${JSON.stringify(source.text)} }`
  const templates = sources.filter(({ partial }) => !partial).map((source) => [source.path, entry(source)])
  const partials = sources.filter(({ partial }) => partial).map((source) => [source.path, spec(source)])
  return [
    HEADER,
    table('templates', 'Template', templates),
    table('partials', 'TemplateSpec', partials),
  ].join('\n')
}

/** Compiles the templates if any of them, the encoders or this script changed since the last time. */
export async function compileTemplates() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === quickFingerprint(INPUTS)) return
  const content = await templateModule(readTemplates(), readEncoders())
  const before = existsSync(OUTPUT) ? readFileSync(OUTPUT, 'utf8') : undefined
  if (content !== before) replaceFile(OUTPUT, content)
  replaceFile(STAMP, quickFingerprint(INPUTS))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await compileTemplates()
