import type { Lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import { pascalCase, screamingCase } from '@/lib/topology/naming'
import type { HttpSystem, MailServer, SystemOperation } from './project'
import { namesOperation, resolveOperationFields } from './resolve-operation'
import { byName, sentence, textIn } from './wording'

type DrawnSystem = Extract<Node, { protocol: 'http' }>
type DrawnOperation = DrawnSystem['operations'][number]

/** The HTTP systems outside that a service reaches. One without operations cannot be asked anything. */
export function resolveHttpSystems(service: string, look: Lookup): readonly HttpSystem[] {
  const reached = new Set(look.linksFrom(service, 'calls').map(({ to }) => to))
  return look.topology.nodes
    .flatMap((node) => {
      if (node.type !== 'external' || node.protocol !== 'http' || !reached.has(node.id)) return []
      return node.operations.length > 0 ? [resolveSystem(node, look)] : []
    })
    .sort(byName)
}

/** The servers that a service sends mail by. */
export function resolveMailServers(service: string, look: Lookup): readonly MailServer[] {
  const reached = new Set(look.linksFrom(service, 'calls').map(({ to }) => to))
  return look.topology.nodes
    .flatMap((node) => {
      if (node.type !== 'external' || node.protocol !== 'smtp' || !reached.has(node.id)) return []
      const { id, name, label, urlVariable } = node
      return {
        name,
        title: textIn(look.topology.project.locale, label) ?? sentence(name),
        variable: urlVariable ?? `${screamingCase(name)}_URL`,
        origin: { part: 'node', id } as const,
      }
    })
    .sort(byName)
}

function resolveSystem(system: DrawnSystem, look: Lookup): HttpSystem {
  const { id, name, label, baseUrlVariable, operations } = system
  return {
    name,
    className: pascalCase(name),
    title: textIn(look.topology.project.locale, label) ?? sentence(name),
    variable: baseUrlVariable ?? `${screamingCase(name)}_URL`,
    api: null,
    operations: operations
      .map((operation, index) => resolveOperation(operation, index, system, look))
      .sort(byName),
    origin: { part: 'node', id },
  }
}

function resolveOperation(
  { name, method, path, input, output }: DrawnOperation,
  index: number,
  system: DrawnSystem,
  look: Lookup,
): SystemOperation {
  const names = namesOperation(system.name, name)
  return {
    ...names,
    method,
    path,
    input: resolveOperationFields(names, 'asked', input, look).map((field) => ({
      ...field,
      // Nobody outside has promised that nothing is more than what was left out.
      mayBeEmpty: false,
    })),
    output: resolveOperationFields(names, 'answer', output, look),
    isList: false,
    isDoubted: false,
    isKeyed: false,
    isVersioned: false,
    origin: { part: 'node', id: system.id, path: ['operations', index] },
  }
}
