import { changeAt } from '@/lib/topology/at'
import { changeNode, type Edit } from '@/lib/topology/edits'
import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { BusinessApi, Service } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import { type StepContext, stepListsOf } from '@/lib/topology/steps/step-lists'
import { connect } from '../repairs/stores'
import type { Finding, Fix, Rule } from '../rule'
import { api, bot, command, lending, scenario } from '../sketch'
import { nodeName, plain, text } from '../words'

export const idleService: Rule = {
  id: 'idle-service',
  group: 'communication',
  severity: 'warning',
  title: text(
    'A Business API has an operation, a bot a command or a handler, and what they start has a step.',
    'У бизнес-API есть операция, у бота — команда или обработчик, а у того, что они запускают, — шаг.',
  ),
  why: text('Without one it starts and has nothing to do.', 'Без неё он запускается и ничего не делает.'),
  check,
  examples: {
    valid: [{ name: text('Loans over HTTP', 'Кредиты по HTTP'), topology: lending() }],
    invalid: [
      {
        name: text('No resource is offered', 'Ни один ресурс не открыт'),
        topology: lending({ nodes: [api('lending', { resources: [] })] }),
      },
      {
        name: text('An API that reaches no data', 'API без доступа к данным'),
        topology: lending({ nodes: [api('portal')] }),
      },
      {
        name: text('A use case without steps', 'Сценарий без шагов'),
        topology: lending({ nodes: [api('lending', { useCases: [scenario('approve', [])] })] }),
      },
      {
        name: text('A bot without commands', 'Бот без команд'),
        topology: lending({ nodes: [bot('support')] }),
      },
      {
        name: text('A command that does nothing', 'Команда, которая ничего не делает'),
        topology: lending({ nodes: [bot('support', { commands: [command('start', [])] })] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    yield* idleLists(look, service)
    if (service.kind === 'bot') yield* idleBot(look, service)
    if (service.kind !== 'business_api' || (service.useCases ?? []).length > 0) continue
    if (look.offersResources(service)) continue
    const name = nodeName(look, service.id)
    const fix = fixOf(look, service)
    yield {
      message: text(
        `${name} offers no operation; give it a resource.`,
        `${name} не предлагает ни одной операции; дайте ему ресурс.`,
      ),
      at: [{ part: 'node', id: service.id }],
      ...(fix && { fix }),
    }
  }
}

type Bot = Extract<Service, { kind: 'bot' }>

function* idleBot(look: Lookup, { id, commands = [], handlers = [] }: Bot): Generator<Finding> {
  if (commands.length + handlers.length > 0) return
  const name = nodeName(look, id)
  yield {
    message: text(
      `${name} has neither a command nor a handler; give it /start.`,
      `У ${name} нет ни команд, ни обработчиков; дайте ему /start.`,
    ),
    at: [{ part: 'node', id }],
    fix: {
      label: text('Add /start', 'Добавить /start'),
      edit: changeNode(id, { commands: [{ id: 'start', name: 'start', steps: [GREETING] }] }),
      safe: true,
    },
  }
}

/** What a bot says that nobody has told anything else. */
const GREETING: Step = {
  step: 'answer',
  status: 200,
  content: {
    body: 'object',
    fields: [
      { name: 'text', value: { value: 'text', text: { en: 'Hello.', ru: 'Здравствуйте.' }, places: [] } },
    ],
  },
}

/** Use cases, handlers, schedules and commands that do nothing; a dialogue is something. */
function* idleLists(look: Lookup, service: Service): Generator<Finding> {
  for (const { context, steps, path } of stepListsOf(service)) {
    if (steps.length > 0 || (context.in === 'command' && context.of.dialogue)) continue
    const [en, ru] = listName(look, context)
    const name = nodeName(look, service.id)
    yield {
      message: text(
        `${en} of ${name} has no steps, so it does nothing.`,
        `${ru} (${name}): шагов нет, ничего не происходит.`,
      ),
      at: [{ part: 'node', id: service.id, path: path.slice(0, -1) }],
      ...(context.in === 'command' && {
        fix: {
          label: text('Let it answer', 'Пусть отвечает'),
          edit: changeAt({ part: 'node', id: service.id, path: path.slice(0, -1) }, (value) => ({
            ...(value as object),
            steps: [GREETING],
          })),
          safe: true,
        },
      }),
    }
  }
}

function listName(look: Lookup, context: StepContext): readonly [en: string, ru: string] {
  switch (context.in) {
    case 'use_case':
      return [`The use case ${plain(context.of.name)}`, `Сценарий ${plain(context.of.name)}`]
    case 'schedule':
      return [`The schedule ${plain(context.of.name)}`, `Расписание ${plain(context.of.name)}`]
    case 'command':
      return [`The command /${plain(context.of.name)}`, `Команда /${plain(context.of.name)}`]
    case 'handler': {
      const message = plain(look.message(context.of.message)?.name ?? context.of.message)
      return [`The handler of ${message}`, `Обработчик ${message}`]
    }
  }
}

/** Opens every entity within reach, or calls the one data API that has entities. */
function fixOf(look: Lookup, service: BusinessApi): Fix | undefined {
  const called = look.dataApisCalledBy(service.id)
  if (called.some(({ id }) => look.entitiesOf(id).length > 0)) {
    return {
      label: text('Offer the entities within reach', 'Открыть доступные сущности'),
      edit: offerAll(service.id),
      safe: true,
    }
  }
  const [only, ...more] = look.services.filter((one) => engineOf(one) && look.entitiesOf(one.id).length > 0)
  if (!only || more.length > 0) return undefined
  const name = nodeName(look, only.id)
  return {
    label: text(`Call ${name}`, `Соединить с ${name}`),
    edit: (topology) => offerAll(service.id)(connect('calls', service.id, only.id)(topology)),
    safe: true,
  }
}

/** Without a list of its own an API offers every entity of the data APIs that it calls. */
function offerAll(id: string): Edit {
  return changeNode(id, { resources: undefined })
}
