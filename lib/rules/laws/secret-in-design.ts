import { changeAt, type Place } from '@/lib/topology/at'
import { fieldPlaces } from '@/lib/topology/field-places'
import type { Lookup } from '@/lib/topology/lookup'
import type { Field } from '@/lib/topology/model/field'
import type { FoundText } from '@/lib/topology/texts'
import { isSecretName, KINDS, secretsIn, withoutSecrets } from '../checks/secrets'
import type { Finding, Fix, Rule } from '../rule'
import { api, bot, lending, string, withField } from '../sketch'
import { textsThat } from '../suspects'
import { plain, text } from '../words'

export const secretInDesign: Rule = {
  id: 'secret-in-design',
  group: 'documents',
  severity: 'error',
  title: text(
    'A design holds no secret: no token, no key, no password.',
    'В проекте нет секретов: ни токенов, ни ключей, ни паролей.',
  ),
  why: text(
    'A design travels in links and in the download; whoever sees it would have the secret.',
    'Проект передаётся в ссылках и архивах: секрет узнал бы каждый, кто его увидит.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Words about secrets are none', 'Слова о секретах — не секреты'),
        topology: lending({
          nodes: [
            api('lending', {
              description: {
                en: 'Password: at least 8 characters. See postgres://user:<password>@host/db and https://example.com:8000/docs',
                ru: 'Пароль: не короче восьми знаков',
              },
            }),
          ],
        }),
      },
      {
        name: text('The name of a variable', 'Имя переменной'),
        topology: lending({ nodes: [bot('support', { tokenVariable: 'SUPPORT_BOT_TOKEN' })] }),
      },
    ],
    invalid: [
      {
        name: text('A connection string with its password', 'Строка подключения с паролем'),
        topology: lending({
          nodes: [
            api('lending', { description: { en: 'Runs on postgresql://app:s3cr3t@db.internal/loans' } }),
          ],
        }),
      },
      {
        name: text('A bot token instead of its variable', 'Токен бота вместо переменной'),
        topology: lending({
          nodes: [bot('support', { tokenVariable: `123456789:${'Ab1-_'.repeat(7)}` })],
        }),
        also: ['invalid-name', 'name-too-long'],
      },
      {
        name: text('A password in a note', 'Пароль в заметке'),
        topology: lending({
          layout: {
            positions: [],
            notes: [{ id: 'note', x: 0, y: 0, text: 'staging password = Winter2026' }],
          },
        }),
      },
      {
        name: text('A default password', 'Пароль по умолчанию'),
        topology: withField(string('admin_password', { default: 'changeit' })),
      },
      {
        name: text('A private key', 'Закрытый ключ'),
        topology: lending({
          project: {
            description: { en: `-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----` },
          },
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { part, id, texts } of textsThat(look.topology, holdsSecret)) {
    for (const found of texts) {
      const [secret] = secretsOf(found)
      if (!secret) continue
      const place: Place = { part, ...(id !== undefined && { id }), path: found.path }
      const fix = fixOf(found, place)
      yield finding(KINDS[secret.what], place, fix)
    }
  }
  yield* secretDefaults(look)
}

// The same text object is looked at after every edit.
const known = new WeakMap<FoundText, ReturnType<typeof secretsIn>>()

function secretsOf(found: FoundText): ReturnType<typeof secretsIn> {
  const secrets = known.get(found) ?? secretsIn(found.text)
  known.set(found, secrets)
  return secrets
}

const holdsSecret = (found: FoundText) => secretsOf(found).length > 0

function finding([en, ru]: readonly [string, string], place: Place, fix?: Fix): Finding {
  return {
    message: text(
      `Here stands ${en}; take it out and put it into the environment.`,
      `Здесь записан ${ru}; уберите его и задайте через окружение.`,
    ),
    at: [place],
    ...(fix && { fix }),
  }
}

/** Text for people loses the secret, a variable or a default goes; a name or a pattern is for its author to change. */
function fixOf({ text: was, role, path }: FoundText, place: Place): Fix | undefined {
  const label = text('Remove the secret', 'Убрать секрет')
  const isOptional = path.at(-1) === 'tokenVariable' || path.at(-1) === 'default'
  if (isOptional) return { label, edit: changeAt(place, () => undefined), safe: false }
  if (role === 'name' || role === 'pattern' || role === 'value') return undefined
  const rest = withoutSecrets(was)
  return { label, edit: changeAt(place, (value) => (value === was ? rest : value)), safe: false }
}

function* secretDefaults(look: Lookup): Generator<Finding> {
  for (const { place, fields } of fieldPlaces(look.topology)) {
    for (const [index, field] of fields.entries()) {
      if (!isSecretName(field.name) || !hasText(field)) continue
      const path = [...place.path, index, 'default']
      const name = plain(field.name)
      yield {
        message: text(
          `${name} has a default that everybody would know; remove it.`,
          `У ${name} есть значение по умолчанию, которое узнает каждый; уберите его.`,
        ),
        at: [{ ...place, path }],
        fix: {
          label: text('Remove the default', 'Убрать значение по умолчанию'),
          edit: changeAt({ ...place, path }, () => undefined),
          safe: false,
        },
      }
    }
  }
}

function hasText({ type, default: value }: Field): boolean {
  return (type === 'string' || type === 'text') && typeof value === 'string' && value !== ''
}
