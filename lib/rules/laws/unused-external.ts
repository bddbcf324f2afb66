import type { Lookup } from '@/lib/topology/lookup'
import { isGoodLink } from '../link-fault'
import { removal } from '../repairs/removal'
import type { Finding, Rule } from '../rule'
import { calls, external, lending } from '../sketch'
import { nodeName, text } from '../words'

export const unusedExternal: Rule = {
  id: 'unused-external',
  group: 'communication',
  severity: 'warning',
  title: text('Somebody calls every system outside.', 'К каждой внешней системе кто-нибудь обращается.'),
  why: text(
    'A client, a fake and a rule for outgoing traffic would be built for nobody.',
    'Клиент, заглушка и правило для исходящих запросов появились бы ни для кого.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('An API calls it', 'К ней обращается API'),
        topology: lending({ nodes: [external('bureau')], links: [calls('lending', 'bureau')] }),
      },
    ],
    invalid: [
      {
        name: text('A system alone', 'Система сама по себе'),
        topology: lending({ nodes: [external('bureau')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { type, id } of look.topology.nodes) {
    if (type !== 'external' || look.linksTo(id, 'calls').some((link) => isGoodLink(look, link))) continue
    const name = nodeName(look, id)
    yield {
      message: text(
        `Nobody calls ${name}; connect a service, or remove it.`,
        `К ${name} никто не обращается; соедините с сервисом или уберите.`,
      ),
      at: [{ part: 'node', id }],
      ...removal(look, id, text(`Remove ${name}`, `Убрать ${name}`)),
    }
  }
}
