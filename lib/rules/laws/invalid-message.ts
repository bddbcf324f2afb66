import { activityOf } from '@/lib/topology/activity'
import { changeAt, type Place } from '@/lib/topology/at'
import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import type { Message } from '@/lib/topology/model/message'
import { admits } from '@/lib/topology/steps/admits'
import { hasSecret, misfit } from '@/lib/topology/steps/assignable'
import { plainType, readableFields, type TypedField } from '@/lib/topology/steps/value-type'
import { wantedDefault } from '../checks/default-value'
import { typeFaults } from '../checks/field-type'
import type { Finding, Fix, Rule } from '../rule'
import { event, field, integer, string } from '../sketch'
import { flowing } from '../sketch-messages'
import { plain, text } from '../words'

export const invalidMessage: Rule = {
  id: 'invalid-message',
  group: 'communication',
  severity: 'error',
  title: text(
    'A message carries no secret, and an event about an entity only what the entity has.',
    'В сообщении нет секретов, а в событии о сущности только то, что у неё есть.',
  ),
  why: text(
    'Events of entities are filled by name when a row is written, and everyone who listens can read them.',
    'События сущностей заполняются по именам при записи, и прочесть их может каждый слушатель.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('loan.created with the id and the amount', 'loan.created с id и суммой'),
        topology: carrying(field('id', { type: 'uuid' }), integer('amount')),
      },
      {
        name: text('What the entity has not is optional', 'Чего у сущности нет, необязательно'),
        topology: carrying(string('channel', { optional: true })),
      },
    ],
    invalid: [
      {
        name: text('A field that a loan does not have', 'Поле, которого у кредита нет'),
        topology: carrying(string('channel')),
      },
      {
        name: text('The amount as a date', 'Сумма как дата'),
        topology: carrying(field('amount', { type: 'date' })),
      },
      {
        name: text('An amount that may be larger than the event takes', 'Сумма, которая не влезет в событие'),
        topology: carrying(field('amount', { type: 'integer', max: 5 })),
      },
      {
        name: text('A password in a message', 'Пароль в сообщении'),
        topology: carrying(field('password', { type: 'secret' }, { optional: true })),
      },
    ],
  },
}

function carrying(...fields: readonly Field[]) {
  return flowing({ messages: [{ ...event('loan.created'), fields }] })
}

function* check(look: Lookup): Generator<Finding> {
  for (const message of look.topology.messages) {
    const implied = flowsOf(look).impliedBy(message)
    const entity = implied && look.entity(implied.entity.id)
    for (const [index, one] of message.fields.entries()) {
      const place = { part: 'message', id: message.id, path: ['fields', index] } as const
      if (hasSecret(one)) yield secret(message, one, place)
      else if (entity) yield* judgeField(look, message, entity, one, place)
    }
  }
}

function secret(message: Message, { name }: Field, place: Place): Finding {
  const [what, of] = [plain(name), plain(message.name)]
  return {
    message: text(
      `${what} of ${of} is a secret, and messages are read by many; leave it out.`,
      `${what} в ${of} — секрет, а сообщения читают многие; уберите его.`,
    ),
    at: [{ ...place, path: [...(place.path ?? []), 'type'] }],
  }
}

function* judgeField(
  look: Lookup,
  message: Message,
  entity: Entity,
  wanted: Field,
  place: Place,
): Generator<Finding> {
  const source = readableFields(entity).find(({ name }) => name === wanted.name)
  const mayMiss = Boolean(wanted.optional) || hasGoodDefault(wanted)
  const fault = source ? faultOf(source, wanted, mayMiss) : 'missing'
  if (fault === undefined || (!source && mayMiss)) return
  const [what, of, owner] = [plain(wanted.name), plain(message.name), plain(entity.name)]
  const isOptional = fault === 'missing'
  const fix = isOptional ? makeOptional(look, message, place) : takeType(look, message, place, source)
  yield {
    message: !source
      ? text(
          `${of} wants ${what}, which ${owner} does not have.`,
          `${of} требует ${what}, но у ${owner} такого нет.`,
        )
      : isOptional
        ? text(
            `${of} requires ${what}, which a ${owner} may lack; make it optional.`,
            `${of} требует ${what}, но у ${owner} оно может отсутствовать; сделайте его необязательным.`,
          )
        : text(
            `${what} of ${of} is of another type than in ${owner}.`,
            `Тип ${what} в ${of} не тот, что у ${owner}.`,
          ),
    at: [
      { ...place, path: [...(place.path ?? []), source && !isOptional ? 'type' : 'name'] },
      { part: 'entity', id: entity.id },
    ],
    ...(fix && { fix }),
  }
}

/** Steps that read the message would meet a value that may be missing. */
function makeOptional(look: Lookup, { id }: Message, place: Place): Fix | undefined {
  if (isRead(look, id)) return undefined
  return {
    label: text('Make it optional', 'Сделать необязательным'),
    edit: changeAt(place, (value) => ({ ...(value as Field), optional: true })),
    safe: true,
  }
}

/** Steps that read or fill the field expect the type that it has; a type that is wrong itself is mended first. */
function takeType(look: Lookup, { id }: Message, place: Place, source?: TypedField): Fix | undefined {
  const isFilled = look.services.some((service) =>
    activityOf(service).publishes.some(({ message }) => message === id),
  )
  if (!source || isFilled || isRead(look, id) || [...typeFaults(source)].length > 0) return undefined
  return {
    label: text('Take the type of the entity', 'Взять тип из сущности'),
    edit: changeAt(place, (value) => {
      const { label, optional } = value as Field
      const { label: _, optional: mayMiss, ...type } = source
      return { ...type, ...((optional || mayMiss) && { optional: true }), ...(label && { label }) }
    }),
    safe: false,
  }
}

/** What a row has goes into the event as it is, so that limits of the event may not be narrower. */
function faultOf(source: TypedField, wanted: Field, mayMiss: boolean): 'missing' | 'type' | undefined {
  const fault = misfit(plainType(source, source.optional), plainType(wanted, mayMiss))
  if (fault === undefined) return admits(wanted, source) ? undefined : 'type'
  return fault === 'missing' ? 'missing' : 'type'
}

/** A default that is wrong itself goes when that is mended. */
function hasGoodDefault(field: Field): boolean {
  return field.default !== undefined && wantedDefault(field, field.default) === undefined
}

function isRead(look: Lookup, message: string): boolean {
  return look.services.some((service) =>
    ('handlers' in service ? (service.handlers ?? []) : []).some(
      (handler) => handler.message === message && handler.steps.length > 0,
    ),
  )
}
