import { changeAt, type Place } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { FieldType } from '@/lib/topology/model/field'
import type { Service } from '@/lib/topology/model/service'
import { isNeeded } from '@/lib/topology/steps/value-type'
import type { DrawnRule, Finding } from '../rule'
import { bot, caches, calls, entity, field, integer, lending, string } from '../sketch'
import { plain, text } from '../words'

type Command = NonNullable<Extract<Service, { kind: 'bot' }>['commands']>[number]

/** Telegram takes no longer ones. */
const LONGEST = 32

export const invalidCommand: DrawnRule = {
  id: 'invalid-command',
  group: 'communication',
  severity: 'error',
  title: text(
    'A command has steps or a dialogue, a name that Telegram takes, and asks only what can be asked in a chat.',
    'У команды либо шаги, либо диалог, имя, которое примет Telegram, и вопросы, которые можно задать в чате.',
  ),
  why: text(
    'Telegram refuses other names, and a dialogue that cannot ask for a required field never ends.',
    'Другие имена Telegram не примет, а диалог без нужного поля никогда не закончится.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('A dialogue that asks for a loan', 'Диалог о займе'),
        topology: having({ id: 'c', name: 'apply', dialogue: { action: 'create', entity: 'loan' } }),
      },
    ],
    invalid: [
      {
        name: text('Steps and a dialogue', 'И шаги, и диалог'),
        topology: having({ id: 'c', name: 'apply', steps: [], dialogue: { action: 'list', entity: 'loan' } }),
      },
      {
        name: text('A name of 33 letters', 'Имя из 33 букв'),
        topology: having({ id: 'c', name: 'a'.repeat(33), dialogue: { action: 'list', entity: 'loan' } }),
      },
      {
        name: text('A dialogue about something that is gone', 'Диалог о том, чего нет'),
        topology: having({ id: 'c', name: 'apply', dialogue: { action: 'list', entity: 'gone' } }),
      },
      {
        name: text('A password in a chat', 'Пароль в чате'),
        topology: having({ id: 'c', name: 'register', dialogue: { action: 'create', entity: 'account' } }),
      },
    ],
  },
}

function having(command: Command) {
  return lending({
    nodes: [bot('support', { commands: [command] }), { id: 'redis', type: 'redis' }],
    links: [calls('support', 'records'), caches('support', 'redis')],
    entities: [
      entity('loan', [integer('amount')]),
      entity('account', [string('login'), field('password', { type: 'secret' })]),
    ],
  })
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'bot') continue
    for (const [index, command] of (service.commands ?? []).entries()) {
      yield* checkCommand(look, command, (...path) => ({
        part: 'node',
        id: service.id,
        path: ['commands', index, ...path],
      }))
    }
  }
}

type At = (...path: (string | number)[]) => Place

function* checkCommand(look: Lookup, { name, steps, dialogue }: Command, at: At): Generator<Finding> {
  const said = `/${plain(name)}`
  if (name.length > LONGEST) {
    yield {
      message: text(
        `The command ${said} has ${name.length} letters; Telegram takes ${LONGEST} at most.`,
        `В команде ${said} ${name.length} знаков, а Telegram принимает не больше ${LONGEST}.`,
      ),
      at: [at('name')],
    }
  }
  if (!dialogue) return
  if (steps) {
    yield {
      message: text(
        `The command ${said} has steps and a dialogue; keep one of them.`,
        `У команды ${said} и шаги, и диалог; оставьте что-то одно.`,
      ),
      at: [at('dialogue')],
      ...(steps.length === 0 && {
        fix: {
          label: text('Keep the dialogue', 'Оставить диалог'),
          edit: changeAt(at('steps'), () => undefined),
          safe: true,
        },
      }),
    }
  }
  yield* checkDialogue(look, said, dialogue, at)
}

/** What cannot be typed or chosen in a chat. */
const UNASKED: ReadonlySet<FieldType['type']> = new Set(['secret', 'json', 'list', 'object'])

function* checkDialogue(
  look: Lookup,
  said: string,
  { action, entity: id }: NonNullable<Command['dialogue']>,
  at: At,
): Generator<Finding> {
  const entity = look.entity(id)
  if (!entity) {
    yield {
      message: text(
        `The dialogue of ${said} is about an entity that is not there; choose one.`,
        `Диалог команды ${said} — о сущности, которой нет; выберите другую.`,
      ),
      at: [at('dialogue', 'entity')],
    }
    return
  }
  if (action !== 'create') return
  for (const field of entity.fields) {
    if (!isNeeded(field) || !UNASKED.has(field.type)) continue
    const what = `${plain(entity.name)}.${plain(field.name)}`
    yield {
      message: text(
        `The dialogue of ${said} cannot ask for ${what}, which is of type ${field.type}; use steps, or make it optional.`,
        `Диалог команды ${said} не может спросить ${what} типа ${field.type}; возьмите шаги или сделайте поле необязательным.`,
      ),
      at: [
        at('dialogue', 'entity'),
        { part: 'entity', id: entity.id, path: ['fields', entity.fields.indexOf(field)] },
      ],
    }
  }
}
