import { changeAt } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { FoundText } from '@/lib/topology/texts'
import { hiddenIn, withoutHidden } from '../checks/hidden-characters'
import type { Finding, Rule, Target } from '../rule'
import { api, entity, integer, lending, string, withField } from '../sketch'
import { textsThat } from '../suspects'
import { codePoint, shown, text } from '../words'

export const invisibleText: Rule = {
  id: 'invisible-text',
  group: 'documents',
  severity: 'error',
  title: text(
    'Texts hold only what a reader sees; one-line texts hold one line.',
    'В текстах только то, что видит читатель; в однострочных одна строка.',
  ),
  why: text(
    'Hidden characters make a text read one way and mean another.',
    'Из-за скрытых знаков текст читается одним образом, а значит другое.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Russian, quotes, a picture', 'Русский текст, кавычки, картинка'),
        topology: lending({
          nodes: [
            api('lending', { label: { ru: 'Выдача «кредитов» 👩‍💻' }, description: { en: 'Two\nlines' } }),
          ],
        }),
      },
    ],
    invalid: [
      {
        name: text('A mark that reverses the direction', 'Знак, меняющий направление'),
        topology: lending({ nodes: [api('lending', { label: { en: 'loan\u202Enaol' } })] }),
      },
      {
        name: text('Two lines in a label', 'Две строки в подписи'),
        topology: lending({
          entities: [entity('loan', [integer('amount')], { labels: { one: { en: 'a\nloan' } } })],
        }),
      },
      {
        name: text('Half of a character', 'Половина знака'),
        topology: lending({ project: { title: { ru: 'Кредиты \uD83D' } } }),
      },
      {
        name: text('A zero in a default', 'Нулевой знак в значении по умолчанию'),
        topology: withField(string('purpose', { default: 'car\u0000' })),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { part, id, texts } of textsThat(look.topology, holdsHidden)) {
    for (const found of texts) {
      const char = hiddenOf(found)
      if (char !== undefined)
        yield finding(found, char, { part, ...(id !== undefined && { id }), path: found.path })
    }
  }
}

// The same text object is looked at after every edit.
const known = new WeakMap<FoundText, { readonly char: string | undefined }>()

function hiddenOf(found: FoundText): string | undefined {
  const answer = known.get(found) ?? { char: find(found) }
  known.set(found, answer)
  return answer.char
}

const holdsHidden = (found: FoundText) => hiddenOf(found) !== undefined

/** Names have rules that know their form. */
function find({ text: value, role }: FoundText): string | undefined {
  return role === 'name' ? undefined : hiddenIn(value, isOneLine(role))
}

const isOneLine = (role: FoundText['role']) => role === 'line' || role === 'pattern'

function finding({ text: was, role }: FoundText, char: string, place: Target): Finding {
  const clean = withoutHidden(was, isOneLine(role))
  const code = codePoint(char)
  const isBreak = char === '\n' || char === '\t' || char === '\r'
  return {
    message: isBreak
      ? text(
          `${shown(was)} must be one line; remove the breaks.`,
          `${shown(was)} должно быть одной строкой; уберите переносы.`,
        )
      : text(
          `${shown(was)} holds the hidden character ${code}; remove it.`,
          `В ${shown(was)} есть скрытый знак ${code}; уберите его.`,
        ),
    at: [place],
    fix: {
      label: text('Remove what cannot be seen', 'Убрать невидимое'),
      edit: changeAt(place, (value) => (value === was ? clean : value)),
      // Nobody typed these on purpose, but breaks of lines are a person's own.
      safe: !isBreak,
    },
  }
}
