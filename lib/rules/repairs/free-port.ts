import { changeNode } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import { freeBusinessPorts, resolvePorts } from '@/lib/topology/ports'
import type { Fix } from '../rule'
import { text } from '../words'

/** The next business port that no service has, drawn or derived; undefined where all are taken. */
export function portNumber(look: Lookup): number | undefined {
  const { value } = freeBusinessPorts(new Set(resolvePorts(look.topology).values())).next()
  return value ?? undefined
}

/** Moves a service to a port. */
export function portFix(id: string, port: number): Fix {
  return {
    label: text(`Use port ${port}`, `Взять порт ${port}`),
    edit: changeNode(id, { port }),
    safe: true,
  }
}
