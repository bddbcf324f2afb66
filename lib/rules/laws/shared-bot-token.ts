import { changeNode } from '@/lib/topology/edits'
import { freshName } from '@/lib/topology/fresh'
import { cut, slug } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import { screamingCase, serviceName, telegramTokenVariable } from '@/lib/topology/naming'
import { byNames } from '@/lib/topology/while-same'
import type { Finding, Rule } from '../rule'
import { bot, lending } from '../sketch'
import { untilChanged } from '../until-changed'
import { nodeName, plain, text } from '../words'

export const sharedBotToken: Rule = {
  id: 'shared-bot-token',
  group: 'processes',
  severity: 'error',
  title: text(
    'One Telegram token, and so one environment variable, belongs to one bot.',
    'Один токен Телеграма, то есть одна переменная окружения, принадлежит одному боту.',
  ),
  why: text(
    'Telegram gives the updates of a token to one process only; the other one sees nothing.',
    'Телеграм отдаёт обновления по токену только одному процессу; второй ничего не получит.',
  ),
  check: untilChanged(byNames, check),
  examples: {
    valid: [
      {
        name: text('A variable for each bot', 'У каждого бота своя переменная'),
        topology: lending({ nodes: [bot('support'), bot('sales')] }),
      },
    ],
    invalid: [
      {
        name: text('Two bots with one variable', 'Два бота с одной переменной'),
        topology: lending({
          nodes: [
            bot('support', { tokenVariable: 'TELEGRAM_TOKEN' }),
            bot('sales', { tokenVariable: 'TELEGRAM_TOKEN' }),
          ],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  const { project } = look.topology
  const bots = look.services.filter((service) => service.kind === 'bot')
  const key = (id: string) => `${nodeName(look, id)}\u0000${id}`
  const inOrder = [...bots].sort((a, b) => (key(a.id) < key(b.id) ? -1 : 1))
  const taken = new Set(bots.map((one) => fold(telegramTokenVariable(project, one))))
  const owners = new Map<string, string>()
  for (const service of inOrder) {
    const variable = telegramTokenVariable(project, service)
    const owner = owners.get(fold(variable))
    if (owner === undefined) {
      owners.set(fold(variable), service.id)
      continue
    }
    const next = ownVariable(look, service, taken)
    const own = next ?? telegramTokenVariable(project, { ...service, tokenVariable: undefined })
    taken.add(fold(own))
    const name = nodeName(look, service.id)
    const other = nodeName(look, owner)
    yield {
      message: text(
        `${name} and ${other} both read ${plain(variable)}; give ${name} a variable of its own.`,
        `${name} и ${other} читают одну переменную ${plain(variable)}; дайте ${name} свою.`,
      ),
      at: [
        { part: 'node', id: service.id, path: ['tokenVariable'] },
        { part: 'node', id: owner },
      ],
      fix: {
        label: text(`Use ${plain(own)}`, `Взять ${plain(own)}`),
        edit: changeNode(service.id, { tokenVariable: next }),
        safe: true,
      },
    }
  }
}

/** The variable that bears the bot's name is the default, and needs none of its own. */
function ownVariable(look: Lookup, bot: Bot, taken: ReadonlySet<string>): string | undefined {
  const { project } = look.topology
  const derived = telegramTokenVariable(project, { ...bot, tokenVariable: undefined })
  if (bot.tokenVariable !== undefined && !taken.has(fold(derived))) return undefined
  return freshName(taken, screamingCase(`${cut(slug(serviceName(project, bot), 'bot'), 22)}_telegram_token`))
}

type Bot = Extract<Service, { kind: 'bot' }>

const fold = (variable: string) => variable.toUpperCase()
