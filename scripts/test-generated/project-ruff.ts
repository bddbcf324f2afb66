import { parse } from 'smol-toml'
import * as z from 'zod'
import type { GeneratedFile } from '@/lib/generator/generated-file'
import { Ruff } from '@/lib/testing/ruff'

const settingsSchema = z.looseObject({
  extend: z.string().optional(),
  src: z.array(z.string()).optional(),
  lint: z
    .looseObject({
      ignore: z.array(z.string()).optional(),
      'per-file-ignores': z.record(z.string(), z.array(z.string())).optional(),
      isort: z.looseObject({ 'known-first-party': z.array(z.string()).optional() }).optional(),
    })
    .optional(),
})
const rootSchema = z.object({ tool: z.object({ ruff: settingsSchema }) })

type RuffSettings = z.output<typeof settingsSchema>

/** The folder that settings are for, with a slash at its end, and the settings. */
type Place = readonly [folder: string, settings: RuffSettings]

/**
 * ruff's WebAssembly build with a project's own settings. It sees one text and no folder, so what the program finds
 * out from paths is said to it: the nearest settings, the rules that a file may break, the project's own packages.
 */
export class ProjectRuff {
  private readonly places: readonly Place[]
  private readonly exceptions: readonly (readonly [RegExp, readonly string[]])[]
  private readonly ruffs = new Map<string, Ruff>()

  constructor(files: ReadonlyMap<string, GeneratedFile>) {
    const root = rootSchema.parse(parse(files.get('pyproject.toml')?.content ?? '')).tool.ruff
    const { 'per-file-ignores': exceptions = {}, ...lint } = root.lint ?? {}
    const { src = ['.', 'src'], ...rest } = root
    const known = [...(lint.isort?.['known-first-party'] ?? []), ...firstParty(src, files.keys())]
    const settings = { ...rest, lint: { ...lint, isort: { ...lint.isort, 'known-first-party': known } } }
    this.places = [...innerPlaces(files, settings), ['', settings]]
    this.exceptions = Object.entries(exceptions).map(([glob, rules]) => [toRegExp(glob), rules])
  }

  /** What the answer about a file depends on, besides its text. */
  settingsOf(path: string): string {
    const [, settings] = this.placeOf(path)
    return JSON.stringify([settings.lint?.['flake8-tidy-imports'], this.exceptionsOf(path)])
  }

  /** Says what is wrong with one file, one line for each fault; nothing when it is clean and formatted. */
  findFaults(path: string, content: string): readonly string[] {
    const ruff = this.ruffFor(path)
    const faults = ruff.check(content).map((fault) => `${path}:${fault}`)
    try {
      const formatted = ruff.format(content)
      return formatted === content ? faults : [...faults, `${path}: ${firstDifference(content, formatted)}`]
    } catch (error) {
      return [...faults, `${path}: cannot be formatted: ${String(error)}`]
    }
  }

  private placeOf(path: string): Place {
    return this.places.find(([folder]) => path.startsWith(folder)) ?? ['', {}]
  }

  private exceptionsOf(path: string): readonly string[] {
    return this.exceptions.filter(([glob]) => glob.test(path)).flatMap(([, rules]) => rules)
  }

  private ruffFor(path: string): Ruff {
    const [folder, { lint, ...rest }] = this.placeOf(path)
    const ignored = this.exceptionsOf(path)
    const key = JSON.stringify([folder, ignored])
    const known = this.ruffs.get(key)
    if (known) return known
    const made = new Ruff({ ...rest, lint: { ...lint, ignore: [...(lint?.ignore ?? []), ...ignored] } })
    this.ruffs.set(key, made)
    return made
  }
}

/** Folders with settings of their own that extend those of the project, the innermost first. */
function innerPlaces(files: ReadonlyMap<string, GeneratedFile>, root: RuffSettings): readonly Place[] {
  return [...files.values()]
    .filter(({ path }) => path.endsWith('/ruff.toml'))
    .map(({ path, content }): Place => {
      const { extend, ...own } = settingsSchema.parse(parse(content))
      if (!extend?.endsWith('/pyproject.toml'))
        throw new Error(`${path} does not extend the project’s settings`)
      return [path.slice(0, -'ruff.toml'.length), settingsSchema.parse(merge(root, own, 2))]
    })
    .sort(([a], [b]) => b.length - a.length)
}

/** Options of the inner settings replace those of the outer ones; tables of options are joined down to a depth. */
function merge(
  outer: Readonly<Record<string, unknown>>,
  inner: Readonly<Record<string, unknown>>,
  depth: number,
) {
  const merged: Record<string, unknown> = { ...outer }
  for (const [key, value] of Object.entries(inner)) {
    const below = merged[key]
    merged[key] = depth > 0 && isTable(below) && isTable(value) ? merge(below, value, depth - 1) : value
  }
  return merged
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Top-level packages and modules below the source folders. */
function firstParty(sources: readonly string[], paths: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const path of paths) {
    for (const source of sources) {
      const below = source === '.' ? path : path.startsWith(`${source}/`) ? path.slice(source.length + 1) : ''
      const [name = '', ...rest] = below.split('/')
      if (path.endsWith('.py') && name) names.add(rest.length > 0 ? name : name.slice(0, -3))
    }
  }
  return names
}

function toRegExp(glob: string): RegExp {
  const body = glob
    .split(/(\*\*\/|\/\*\*$|\*)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?'
      if (part === '/**') return '/.*'
      if (part === '*') return '[^/]*'
      return part.replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    })
    .join('')
  // A name without a folder is looked for in every folder.
  return new RegExp(glob.includes('/') ? `^${body}$` : `(?:^|/)${body}$`)
}

function firstDifference(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  const at = old.findIndex((line, index) => line !== fresh[index])
  return `not formatted, line ${at + 1}: ${JSON.stringify(old[at])} should be ${JSON.stringify(fresh[at])}`
}
