import { parse } from 'smol-toml'
import * as z from 'zod'
import { Ruff } from '@/lib/testing/ruff'

const settingsSchema = z.object({
  tool: z.object({
    ruff: z.looseObject({
      src: z.array(z.string()).optional(),
      lint: z.looseObject({
        ignore: z.array(z.string()).optional(),
        'per-file-ignores': z.record(z.string(), z.array(z.string())).optional(),
        isort: z.looseObject({ 'known-first-party': z.array(z.string()).optional() }).optional(),
      }),
    }),
  }),
})

type RuffSettings = z.output<typeof settingsSchema>['tool']['ruff']

/**
 * ruff's WebAssembly build with a project's own settings. It sees one text and no folder, so what the program finds
 * out from paths is said to it: which rules a file may break, and which packages are the project's own.
 */
export class ProjectRuff {
  private readonly settings: RuffSettings
  private readonly exceptions: readonly (readonly [RegExp, readonly string[]])[]
  private readonly workspaces = new Map<string, Ruff>()

  /** `pyproject` is the text of the project's own file, `paths` all that the project has. */
  constructor(pyproject: string, paths: Iterable<string>) {
    const { 'per-file-ignores': exceptions = {}, ...lint } = settingsSchema.parse(parse(pyproject)).tool.ruff
      .lint
    const { src = ['.', 'src'], ...rest } = settingsSchema.parse(parse(pyproject)).tool.ruff
    const known = [...(lint.isort?.['known-first-party'] ?? []), ...firstParty(src, paths)]
    this.settings = { ...rest, lint: { ...lint, isort: { ...lint.isort, 'known-first-party': known } } }
    this.exceptions = Object.entries(exceptions).map(([glob, rules]) => [toRegExp(glob), rules])
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

  /** Rules that this file may break. */
  exceptionsOf(path: string): readonly string[] {
    return this.exceptions.filter(([glob]) => glob.test(path)).flatMap(([, rules]) => rules)
  }

  private ruffFor(path: string): Ruff {
    const ignored = this.exceptionsOf(path)
    const key = ignored.join()
    const known = this.workspaces.get(key)
    if (known) return known
    const { lint, ...rest } = this.settings
    const settings = { ...rest, lint: { ...lint, ignore: [...(lint.ignore ?? []), ...ignored] } }
    const made = new Ruff(settings)
    this.workspaces.set(key, made)
    return made
  }
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
