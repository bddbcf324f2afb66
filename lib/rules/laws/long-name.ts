import { MAX_EASY_NAME, MAX_IDENTIFIER } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Finding, Rule } from '../rule'
import { api, lending } from '../sketch'
import { plain, text } from '../words'

export const longName: Rule = {
  id: 'long-name',
  group: 'names',
  severity: 'warning',
  title: text('Service names have at most 30 characters.', 'В имени сервиса не более 30 знаков.'),
  why: text(
    'A short name is still readable in a log line and on a small node.',
    'Короткое имя читается и в строке журнала, и на маленьком узле.',
  ),
  check,
  examples: {
    valid: [{ name: text('finance_lending_api', 'finance_lending_api'), topology: lending() }],
    invalid: [
      {
        name: text('36 characters', '36 знаков'),
        topology: lending({ nodes: [api('lending', { domain: 'consumer_lending_decisions' })] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    const name = look.nameOf(service)
    if (name.length <= MAX_EASY_NAME || name.length > MAX_IDENTIFIER) continue
    yield {
      message: text(
        `${plain(name)} has ${name.length} characters; up to ${MAX_EASY_NAME} are easy to read.`,
        `В имени ${plain(name)} знаков: ${name.length}; легко читаются имена до ${MAX_EASY_NAME}.`,
      ),
      at: [{ part: 'node', id: service.id, path: ['domain'] }],
    }
  }
}
