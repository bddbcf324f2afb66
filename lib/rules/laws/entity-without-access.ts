import { changeLink, combine, type Edit } from '@/lib/topology/edits'
import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { Access } from '@/lib/topology/model/basics'
import type { Service } from '@/lib/topology/model/service'
import { type EntityUse, entityUses } from '../entity-uses'
import { connect } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { api, calls, lending } from '../sketch'
import { nodeName, plain, text } from '../words'

export const entityWithoutAccess: Rule = {
  id: 'entity-without-access',
  group: 'data-access',
  severity: 'error',
  title: text(
    'A service that uses an entity calls the data API that owns it, with the access it needs.',
    'Сервис, работающий с сущностью, обращается к её API данных с нужным доступом.',
  ),
  why: text(
    'Data APIs answer only the callers that are drawn, within the access that is drawn.',
    'API данных отвечает только нарисованным клиентам и в пределах нарисованного доступа.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Reading needs read access', 'Для чтения хватает доступа на чтение'),
        topology: lending({
          nodes: [api('lending', { resources: [{ entity: 'loan', operations: ['read', 'list'] }] })],
          links: [calls('lending', 'records', 'read')],
        }),
      },
      {
        name: text(
          'Without a list of operations a resource offers what the access permits',
          'Без списка операций ресурс даёт то, что позволяет доступ',
        ),
        topology: lending({
          nodes: [api('lending', { resources: [{ entity: 'loan' }] })],
          links: [calls('lending', 'records', 'read')],
        }),
      },
    ],
    invalid: [
      {
        name: text('Creating with read access', 'Создание при доступе на чтение'),
        topology: lending({
          nodes: [api('lending', { resources: [{ entity: 'loan', operations: ['create'] }] })],
          links: [calls('lending', 'records', 'read')],
        }),
      },
      {
        name: text('No link to the owner', 'Нет связи с владельцем'),
        topology: lending({ nodes: [api('reporting', { resources: [{ entity: 'loan' }] })] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    for (const use of entityUses(look, service)) {
      const finding = judgeUse(look, service, use)
      if (finding) yield finding
    }
  }
}

function judgeUse(look: Lookup, service: Service, use: EntityUse): Finding | undefined {
  const entity = look.entity(use.entity)
  const owner = entity && look.service(entity.owner)
  if (!entity || !owner || !engineOf(owner) || owner.id === service.id) return undefined
  const access = look.accessTo(service.id, owner.id)
  if (access === 'write' || access === use.access) return undefined
  const name = nodeName(look, service.id)
  const dataApi = nodeName(look, owner.id)
  const what = plain(entity.name)
  const message = access
    ? text(
        `${name} writes ${what}, but may only read from ${dataApi}; give its link write access.`,
        `${name} изменяет ${what}, но у ${dataApi} может только читать; дайте связи доступ на запись.`,
      )
    : text(
        `${name} uses ${what} without a link to ${dataApi}, which owns it; draw the link.`,
        `${name} работает с ${what}, но не связана с ${dataApi}, где она хранится; проведите связь.`,
      )
  return {
    message,
    at: [
      { part: 'node', id: service.id, path: use.path },
      { part: 'node', id: owner.id },
    ],
    fix: {
      label: access
        ? text('Give the link write access', 'Дать связи доступ на запись')
        : text(`Call ${dataApi}`, `Соединить с ${dataApi}`),
      edit: grant(service.id, owner.id, use.access),
      safe: true,
    },
  }
}

/** Draws the link or widens it; absent access means write. */
function grant(serviceId: string, ownerId: string, access: Access): Edit {
  return (topology) => {
    const before = topology.links.some(isCall)
    const linked = connect('calls', serviceId, ownerId)(topology)
    const granted = access === 'read' && !before ? 'read' : undefined
    const ids = linked.links.filter(isCall).map(({ id }) => id)
    return combine(...ids.map((id) => changeLink(id, { access: granted })))(linked)
  }
  function isCall({ type, from, to }: { type: string; from: string; to: string }) {
    return type === 'calls' && from === serviceId && to === ownerId
  }
}
