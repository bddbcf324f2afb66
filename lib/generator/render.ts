import Handlebars from 'handlebars/runtime.js'
import { Code } from './code'
import { markdown, mermaidLabel, plainNumber, plainWord, plainWords } from './encode/plain'
import { pythonLiteral, pythonName } from './encode/python'
import { arrangeImports } from './python/imports'
import { layoutStatements } from './python/layout'
import { partials, templates } from './templates.generated'

/**
 * Fills the template at a path (as it stands below templates/, without `.hbs`) with a view. What the view puts in is
 * noted in `said`, for who asks later where a line comes from.
 */
export type Render = (template: string, view: object, said?: Set<string>) => string

/** What block helpers get from Handlebars. */
interface Block {
  readonly fn: (context: unknown, options?: object) => string
  readonly inverse: (context: unknown) => string
  readonly data: Readonly<Record<string, unknown>>
  readonly loc: Place
}

/** Where in a template something stands. */
interface Place {
  readonly start: { readonly line: number }
}

const encoders: Readonly<Record<string, (value: unknown) => string>> = {
  py: (value) => pythonLiteral(value),
  ascii: (value) => pythonLiteral(value, { ascii: true }),
  ident: pythonName,
  code: (value) => {
    if (value instanceof Code) return value.text
    throw new TypeError(`${typeof value} is not Code`)
  },
  word: plainWord,
  words: plainWords,
  num: plainNumber,
  md: markdown,
  mermaid: mermaidLabel,
}

/** Blocks know a name that is missing from one that is empty: views say `null`, `false` or `[]`. */
function known<T>(value: T | undefined, name: string, { start }: Place): T {
  if (value === undefined) {
    throw new TypeError(`line ${start.line}: {{${name} …}} asks for a value that the view does not have`)
  }
  return value
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function each(this: unknown, items: unknown, block: Block): string {
  const list = known(items, '#each', block.loc)
  if (!Array.isArray(list)) throw new TypeError('{{#each}} goes through lists only')
  if (list.length === 0) return block.inverse(this)
  return list
    .map((item, index) => {
      const data = { ...block.data, index, first: index === 0, last: index === list.length - 1 }
      return block.fn(item, {
        data: Object.assign(data, { _parent: block.data }),
        blockParams: [item, index],
      })
    })
    .join('')
}

const blocks = {
  if(this: unknown, value: unknown, block: Block): string {
    return isFilled(known(value, '#if', block.loc)) ? block.fn(this) : block.inverse(this)
  },
  unless(this: unknown, value: unknown, block: Block): string {
    return isFilled(known(value, '#unless', block.loc)) ? block.inverse(this) : block.fn(this)
  },
  with(this: unknown, value: unknown, block: Block): string {
    return isFilled(known(value, '#with', block.loc))
      ? block.fn(value, { blockParams: [value] })
      : block.inverse(this)
  },
  each,
}

/** What Python needs beyond single expressions: imports in order, statements on as many lines as they take. */
const layouts = {
  imports(this: unknown, block: Block): string {
    return arrangeImports(block.fn(this), block.data.packages as ReadonlySet<string>)
  },
  layout(this: unknown, block: Block): string {
    return layoutStatements(block.fn(this))
  },
}

/** An encoder that also refuses what the view does not have; Handlebars passes where it stands as the last argument. */
function strictly(name: string, encode: (value: unknown) => string) {
  return (value: unknown, { loc, data }: Pick<Block, 'loc' | 'data'>) => {
    try {
      const text = encode(known(value, name, loc))
      const said = data.said as Set<string> | undefined
      said?.add(text)
      return text
    } catch (error) {
      if (value === undefined || !(error instanceof Error)) throw error
      throw new TypeError(`line ${loc.start.line}: {{${name} …}}: ${error.message}`, { cause: error })
    }
  }
}

function createEngine() {
  const engine = Handlebars.create()
  for (const [name, encode] of Object.entries(encoders)) engine.registerHelper(name, strictly(name, encode))
  for (const [name, block] of Object.entries({ ...blocks, ...layouts })) engine.registerHelper(name, block)
  for (const [name, spec] of Object.entries(partials)) engine.registerPartial(name, engine.template(spec))
  return engine
}

const engine = createEngine()
const compiled = new Map<string, (view: object, options: object) => string>()

/** The text of a template that is copied, or the function that fills it. */
function templateAt(path: string) {
  const made = compiled.get(path)
  if (made) return made
  const template = templates[path]
  if (!template) throw new Error(`There is no template ${path}`)
  if (template.kind === 'verbatim') return template.text
  const fill = engine.template(template.spec)
  compiled.set(path, fill)
  return fill
}

/** A renderer for one project; `packages` are the import names of its services. */
export function createRender(packages: ReadonlySet<string>): Render {
  return (path, view, said) => {
    const template = templateAt(path)
    if (typeof template === 'string') return template
    try {
      return template(view, { data: { packages, said } })
    } catch (error) {
      throw new Error(`templates/${path}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      })
    }
  }
}
