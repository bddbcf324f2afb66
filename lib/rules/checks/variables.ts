import { changeNode } from '@/lib/topology/edits'
import { freshName } from '@/lib/topology/fresh'
import { cut, slug } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import { screamingCase, telegramTokenVariable } from '@/lib/topology/naming'
import type { Finding } from '../rule'
import { duplicate, namedFix } from './duplicate-finding'

type External = Extract<Node, { type: 'external' }>

/** The variables that services have by their names: address, token and port. */
function variablesOfServices(look: Lookup): readonly string[] {
  return look.services
    .map((service) => screamingCase(look.nameOf(service)))
    .flatMap((name) => ['URL', 'TOKEN', 'PORT'].map((what) => `${name}_${what}`))
}

/** The variables with the tokens of bots, as drawn or by their names. */
function variablesOfBots(look: Lookup): readonly string[] {
  const { project } = look.topology
  return look.services.flatMap((service) =>
    service.kind === 'bot' ? [telegramTokenVariable(project, service)] : [],
  )
}

/** The variable with the address of an outside system that names none. */
export function variableOf(external: External): string | undefined {
  const given = external.protocol === 'smtp' ? external.urlVariable : external.baseUrlVariable
  return given === undefined ? `${screamingCase(external.name)}_URL` : undefined
}

/** Variables that no drawn variable of an outside system may have, because something else reads them. */
export function derivedVariables(look: Lookup): ReadonlySet<string> {
  const externals = look.topology.nodes.filter((node) => node.type === 'external')
  return new Set([
    ...variablesOfServices(look),
    ...variablesOfBots(look),
    ...externals.map(variableOf).filter((name) => name !== undefined),
  ])
}

/** Bots and outside systems whose variable, drawn or derived, is another one's. */
export function* duplicateVariables(look: Lookup): Generator<Finding> {
  const isAsked = look.topology.nodes.some(
    (node) => node.type === 'external' || ('tokenVariable' in node && node.tokenVariable !== undefined),
  )
  if (!isAsked) return
  const ofServices = new Set(variablesOfServices(look))
  const ofBots = new Set(variablesOfBots(look))
  for (const node of look.topology.nodes) {
    if (node.type === 'service' && node.kind === 'bot' && ofServices.has(node.tokenVariable ?? '')) {
      const good = fresh(look, `${node.domain}_telegram_token`)
      const place = { part: 'node', id: node.id, path: ['tokenVariable'] } as const
      const fix = namedFix(good, changeNode(node.id, { tokenVariable: good }))
      yield duplicate(node.tokenVariable ?? '', place, undefined, fix)
    }
    const derived = node.type === 'external' ? variableOf(node) : undefined
    if (node.type !== 'external' || derived === undefined) continue
    if (!ofServices.has(derived) && !ofBots.has(derived)) continue
    const key = node.protocol === 'smtp' ? 'urlVariable' : 'baseUrlVariable'
    const good = fresh(look, `${node.name}_base_url`)
    const fix = namedFix(good, changeNode(node.id, { [key]: good }))
    yield duplicate(derived, { part: 'node', id: node.id, path: ['name'] }, undefined, fix)
  }
}

function fresh(look: Lookup, stem: string): string {
  return freshName(usedVariables(look), screamingCase(cut(slug(stem, 'variable'), 37)))
}

/** Every variable that something of the design reads, drawn or derived. */
export function usedVariables(look: Lookup): ReadonlySet<string> {
  const drawn = look.topology.nodes.flatMap((node) =>
    [
      'baseUrlVariable' in node ? node.baseUrlVariable : undefined,
      'urlVariable' in node ? node.urlVariable : undefined,
    ].filter((name) => name !== undefined),
  )
  return new Set([...derivedVariables(look), ...drawn])
}
