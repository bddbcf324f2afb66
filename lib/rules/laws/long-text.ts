import type { Lookup } from '@/lib/topology/lookup'
import type { FoundText } from '@/lib/topology/texts'
import type { Finding, Rule } from '../rule'
import { api, lending } from '../sketch'
import { textsThat } from '../suspects'
import { shown, text } from '../words'

const MOST = 120

export const longText: Rule = {
  id: 'long-text',
  group: 'documents',
  severity: 'error',
  title: text(
    'A label has at most 120 characters; a description has room for more.',
    'В подписи не более 120 знаков; для остального есть описание.',
  ),
  why: text(
    'Labels stand in headings, in messages and on small nodes.',
    'Подписи стоят в заголовках, сообщениях и на маленьких узлах.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('A short label', 'Короткая подпись'),
        topology: lending({ nodes: [api('lending', { label: { en: 'Loan applications' } })] }),
      },
    ],
    invalid: [
      {
        name: text('A label of 121 characters', 'Подпись из 121 знака'),
        topology: lending({ nodes: [api('lending', { label: { en: 'x'.repeat(121) } })] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { part, id, texts } of textsThat(look.topology, isTooLong)) {
    for (const { text: value, path } of texts) {
      const length = Array.from(value).length
      yield {
        message: text(
          `The label ${shown(value)} has ${length} characters; shorten it to ${MOST}.`,
          `В подписи ${shown(value)} знаков: ${length}; сократите до ${MOST}.`,
        ),
        at: [{ part, ...(id !== undefined && { id }), path }],
      }
    }
  }
}

function isTooLong({ text: value, role, path }: FoundText): boolean {
  const isLabel = role === 'line' && (path.at(-1) === 'en' || path.at(-1) === 'ru')
  return isLabel && value.length > MOST && Array.from(value).length > MOST
}
