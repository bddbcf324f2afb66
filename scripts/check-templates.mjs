/**
 * Refuses any template in which foreign text could reach a generated file without an encoder. Allowed are
 * `{{encoder path…}}`, the blocks of encoders.json over one plain path, its layouts (blocks that only arrange the
 * text within), and partials named in the open.
 */
import { pathToFileURL } from 'node:url'
import { readEncoders, readTemplates } from './template-sources.mjs'

const LITERALS = new Set(['StringLiteral', 'NumberLiteral', 'BooleanLiteral'])

/** A path that only looks a value up: `entity.fields`, `../name`, `@first`; never a call. */
function isPlainPath(node) {
  return node.type === 'PathExpression' && node.parts.every((part) => /^\w+$/.test(part))
}

function argumentsOf(node) {
  return [...node.params, ...(node.hash?.pairs.map((pair) => pair.value) ?? [])]
}

function simpleName(node) {
  const { path } = node
  return path.type === 'PathExpression' && path.depth === 0 && !path.data && path.parts.length === 1
    ? path.original
    : undefined
}

/** One checker for each kind of node; it answers what is wrong, or goes into the parts. */
function checkers({ encoders, blocks, layouts }, partials) {
  const known = new Set(encoders)
  const body = (program) => (program ? program.body.flatMap(check) : [])
  const wrong = (node, text) => [{ line: node.loc.start.line, text }]

  const faultOfBlock = (node) => {
    const name = simpleName(node)
    if (layouts.includes(name)) {
      const isBare = argumentsOf(node).length === 0 && !node.inverse
      return !isBare && `{{#${name}}} takes no arguments and has no else`
    }
    if (!blocks.includes(name)) return `{{#${node.path.original}}} is not a known block`
    const isOnePath = node.params.length === 1 && argumentsOf(node).every(isPlainPath)
    return !isOnePath && `{{#${name} …}} takes one plain path`
  }

  const byType = {
    ContentStatement: () => [],
    CommentStatement: () => [],
    MustacheStatement(node) {
      const name = simpleName(node)
      if (node.escaped === false) return wrong(node, '{{{…}}} and {{&…}} are not used: name an encoder')
      if (!name || !known.has(name)) return wrong(node, `{{${node.path.original}}} goes through no encoder`)
      if (node.params.length === 0) return wrong(node, `{{${name}}} has nothing to encode`)
      if (argumentsOf(node).some((part) => !isPlainPath(part) && !LITERALS.has(part.type))) {
        return wrong(node, `{{${name} …}} may take paths and literals only`)
      }
      return []
    },
    BlockStatement(node) {
      const fault = faultOfBlock(node)
      return [...(fault ? wrong(node, fault) : []), ...body(node.program), ...body(node.inverse)]
    },
    PartialStatement(node) {
      if (node.name.type !== 'PathExpression' || !partials.has(node.name.original)) {
        return wrong(node, `{{> ${node.name.original ?? '(…)'}}} is not a partial of templates/_partials`)
      }
      return argumentsOf(node).every((part) => isPlainPath(part) || LITERALS.has(part.type))
        ? []
        : wrong(node, `{{> ${node.name.original} …}} may take paths and literals only`)
    },
  }
  const check = (node) => byType[node.type]?.(node) ?? wrong(node, `${node.type} is not used in templates`)
  return body
}

/** What is wrong in this template text: line and sentence of each fault, none if all is well. */
export async function checkTemplate(text, encoders, partials) {
  const { default: Handlebars } = await import('handlebars')
  try {
    return checkers(encoders, partials)(Handlebars.parse(text))
  } catch (error) {
    return [{ line: 1, text: error instanceof Error ? error.message : String(error) }]
  }
}

async function checkAll() {
  const encoders = readEncoders()
  const sources = readTemplates()
  const partials = new Set(sources.filter((source) => source.partial).map((source) => source.path))
  const faults = []
  for (const source of sources.filter(({ rendered }) => rendered)) {
    for (const fault of await checkTemplate(source.text, encoders, partials)) {
      faults.push(`${source.file}:${fault.line}: ${fault.text}`)
    }
  }
  for (const fault of faults) console.error(fault)
  return faults.length
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await checkAll()) > 0 ? 1 : 0
}
