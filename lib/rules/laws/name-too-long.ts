import { MAX_CONTEXT, MAX_IDENTIFIER } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { GivenName, NameRole } from '@/lib/topology/names'
import { pluralName } from '@/lib/topology/naming'
import type { Finding, Rule } from '../rule'
import { api, lending, string, withField } from '../sketch'
import { namesThat } from '../suspects'
import { plain, text } from '../words'

export const nameTooLong: Rule = {
  id: 'name-too-long',
  group: 'names',
  severity: 'error',
  title: text(
    'Identifiers have at most 40 characters, the context at most 20.',
    'В идентификаторе не более 40 знаков, в контексте не более 20.',
  ),
  why: text(
    'Every name derived from them must fit its target: a table, a host, a queue.',
    'Все производные имена должны помещаться туда, где они нужны: в таблицу, хост, очередь.',
  ),
  check,
  examples: {
    valid: [{ name: text('40 characters', '40 знаков'), topology: withField(string('a'.repeat(40))) }],
    invalid: [
      { name: text('A field of 41', 'Поле из 41 знака'), topology: withField(string('a'.repeat(41))) },
      {
        name: text('A service whose parts add up', 'Служба, части которой слишком длинны вместе'),
        topology: lending({
          nodes: [api('lending', { domain: 'consumer_lending_applications', function: 'verification' })],
        }),
      },
      {
        name: text('A context of 21', 'Контекст из 21 знака'),
        topology: lending({ project: { context: 'f'.repeat(21) } }),
      },
    ],
  },
}

/** Judged together, as the derived name of their service. */
const PARTS: ReadonlySet<NameRole> = new Set(['domain', 'function'])

const mostOf = (role: NameRole) => (role === 'context' ? MAX_CONTEXT : MAX_IDENTIFIER)
const isTooLong = ({ role, name }: GivenName) => !PARTS.has(role) && name.length > mostOf(role)

function* check(look: Lookup): Generator<Finding> {
  const { project } = look.topology
  for (const { role, name, place } of namesThat(look.topology, isTooLong))
    yield finding(name, name.length, mostOf(role), place)
  for (const { id, name } of look.topology.messages) {
    if (name.length > MAX_IDENTIFIER) {
      yield finding(name, name.length, MAX_IDENTIFIER, { part: 'message', id, path: ['name'] })
    }
  }
  for (const entity of look.topology.entities) {
    const plural = pluralName(entity)
    if (
      entity.plural === undefined &&
      plural.length > MAX_IDENTIFIER &&
      entity.name.length <= MAX_IDENTIFIER
    ) {
      yield finding(plural, plural.length, MAX_IDENTIFIER, {
        part: 'entity',
        id: entity.id,
        path: ['plural'],
      })
    }
  }
  // A context that is too long would make every service too long; it is said once.
  if (project.context.length > MAX_CONTEXT) return
  for (const service of look.services) {
    const name = look.nameOf(service)
    if (name.length <= MAX_IDENTIFIER) continue
    yield finding(name, name.length, MAX_IDENTIFIER, { part: 'node', id: service.id, path: ['domain'] })
  }
}

function finding(name: string, length: number, most: number, at: Finding['at'][0]): Finding {
  return {
    message: text(
      `${plain(name)} has ${length} characters; shorten it to ${most}.`,
      `В имени ${plain(name)} знаков: ${length}; сократите до ${most}.`,
    ),
    at: [at],
  }
}
