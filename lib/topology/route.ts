import type { FieldType } from './model/field'

const SEGMENT = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/
const PLACEHOLDER = /^\{([a-z][a-z0-9]*(?:_[a-z0-9]+)*)\}$/
/** What an outside system may have in its paths. */
const FOREIGN = /^[A-Za-z0-9._~!$&'()*+,;=:@%-]+$/

/** Types of which one value stands in a path or a query. */
export const SIMPLE_TYPES: ReadonlySet<FieldType['type']> = new Set([
  'string',
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'uuid',
  'email',
  'enum',
  'reference',
])

function segmentsOf(path: string): readonly string[] | undefined {
  return path.startsWith('/') && path.length > 1 ? path.slice(1).split('/') : undefined
}

/** `/loans/{loan_id}/approve`: lower-case words and names in braces between slashes. */
export function isRoute(path: string): boolean {
  return segmentsOf(path)?.every((part) => SEGMENT.test(part) || PLACEHOLDER.test(part)) ?? false
}

/** The same with whatever words an outside system uses; a slash at the end and nothing but a slash are fine. */
export function isForeignRoute(path: string): boolean {
  if (!path.startsWith('/')) return false
  return path
    .slice(1)
    .split('/')
    .every((part, index, all) => {
      if (part === '') return index === all.length - 1
      return FOREIGN.test(part.replace(/\{[a-z][a-z0-9]*(?:_[a-z0-9]+)*\}/g, 'x'))
    })
}

/** The names in braces of a path, in their order. */
export function placeholdersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([a-z][a-z0-9]*(?:_[a-z0-9]+)*)\}/g)].map(([, name = '']) => name)
}

/** A text that two paths share when a request could mean either. */
export function routeKey(method: string, path: string): string {
  return `${method} ${path.replace(/\{[^}/]*\}/g, '{}')}`
}

/** The path as close to the given one as can be: slashes around words of lower-case letters, digits and dashes. */
export function toRoute(path: string): string {
  const parts = path.split('/').filter((part) => part.trim() !== '')
  const good = parts.map((part) => {
    if (PLACEHOLDER.test(part) || SEGMENT.test(part)) return part
    return part
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
  })
  return `/${good.filter((part) => part !== '').join('/')}`
}
