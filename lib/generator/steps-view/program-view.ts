import type { Locale } from '@/lib/topology/model/basics'
import type { Step } from '@/lib/topology/model/step'
import { Code } from '../code'
import type { Service } from '../project'
import { usesRedis } from '../redis-uses'
import type { Compiled } from '../steps/compile'
import { refusalsOf } from './refusals'

/** What templates see of the Python of one list of steps. */
export function programView({ needs, lines, writes, collects, remembers }: Compiled) {
  const gateways = [...needs.gateways.values()].map(({ name, plural, className }) => ({
    name,
    plural,
    className,
  }))
  return {
    gateways,
    decisions: [...needs.decisions].map(([rule, stem]) => ({ rule, stem })),
    systems: [...needs.systems.values()].map(({ name, className, api }) => ({
      name,
      className,
      isApi: api !== null,
    })),
    mailers: [...needs.mailers],
    phrases: needs.texts,
    limits: limitsView(needs.limits),
    writes,
    collects,
    remembers,
    hasParts:
      collects ||
      gateways.length > 0 ||
      needs.decisions.size > 0 ||
      needs.systems.size + needs.mailers.size > 0,
    lines: lines.map((line) => Code.of(line)),
    /** What stands below, for values that another class has to have. */
    functions: needs.functions.map((text) => Code.of(text)),
    // Last, since all that was written before may need something.
    imports: [...needs.imports].map((line) => Code.of(line)),
  }
}

export function limitsView(limits: readonly string[]) {
  return limits.map((code, index) => ({ name: `LIMIT_${index + 1}`, value: Code.of(code) }))
}

/** What the templates of a service see of all its lists of steps together. */
export function stepsFacts(
  lists: readonly { readonly steps: readonly Step[] }[],
  programs: readonly ProgramView[],
  decisions: readonly { readonly view: object }[],
  locale: Locale,
) {
  return {
    stepped: programs.length > 0,
    decisions: decisions.map(({ view }) => view),
    /** Modules that steps share, where some step needs them. */
    tools: toolsOf(programs),
    refusals: refusalsOf(lists, locale),
    phrases: programs.flatMap(({ phrases }) => phrases),
  }
}

/** What goes out in units of work, and how: `tells` says that something is published beside what steps say. */
export function unitFacts(service: Service, programs: readonly ProgramView[], tells = false) {
  const { publishes, upstreams, systems } = service
  const writes = tells || programs.some((program) => program.writes)
  return {
    /** Rows go out in units, with the messages about them. */
    writes,
    publishes: publishes.length > 0,
    collects: tells || programs.some(({ collects }) => collects),
    remembers: programs.some(({ remembers }) => remembers),
    /** Whether it has to be told where something else is. */
    configured: upstreams.length + systems.length + publishes.length > 0 || usesRedis(service),
  }
}

type ProgramView = Pick<
  ReturnType<typeof programView>,
  'lines' | 'phrases' | 'writes' | 'collects' | 'remembers'
> & {
  readonly imports: readonly Code[]
}

function toolsOf(programs: readonly ProgramView[]) {
  const imports = programs.flatMap(({ imports }) => imports)
  const has = (module: string, name = '') =>
    imports.some(({ text }) => text.includes(`${module} import ${name}`))
  return {
    found: has('.application.found'),
    every: has('.application.search', 'every') || has('.application.search', 'read_all'),
    readAll: has('.application.search', 'read_all'),
    /** Items that are units of their own. */
    parts: programs.some(({ lines }) => lines.some(({ text }) => text.includes('occasion.part('))),
    tolerance: has('.application.tolerance'),
    wording: has('.application.wording'),
    calculations: has('.domain.calculations'),
  }
}
