import { changeAt } from '@/lib/topology/at'
import { isName, MAX_CONTEXT, MAX_IDENTIFIER, slug } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import type { GivenName } from '@/lib/topology/names'
import { SERVICE_SUFFIX, serviceName } from '@/lib/topology/naming'
import { namedFix } from '../checks/duplicate-finding'
import type { Finding, Fix, Rule } from '../rule'
import { api, lending } from '../sketch'
import { namesThat } from '../suspects'
import { shown, text } from '../words'

export const invalidServiceName: Rule = {
  id: 'invalid-service-name',
  group: 'names',
  severity: 'error',
  title: text(
    'A service is {context}_{domain}[_{function}]_{type}, in snake_case ASCII.',
    'Имя сервиса: {контекст}_{область}[_{функция}]_{тип}, snake_case латиницей.',
  ),
  why: text(
    'The name becomes a folder, an import, a host and an environment variable.',
    'Из имени получаются папка, импорт, хост и переменная окружения.',
  ),
  check,
  examples: {
    valid: [
      { name: text('finance_lending_api', 'finance_lending_api'), topology: lending() },
      {
        name: text('A domain may end like a type', 'Область может оканчиваться как тип'),
        topology: lending({ nodes: [api('json_api')] }),
      },
    ],
    invalid: [
      {
        name: text('A domain in Russian', 'Область по-русски'),
        topology: lending({ nodes: [api('lending', { domain: 'Кредиты' })] }),
      },
      {
        name: text('A domain with a blank and a capital', 'Область с пробелом и заглавной буквой'),
        topology: lending({ nodes: [api('lending', { domain: 'Loan desk' })] }),
      },
      {
        name: text('A context that starts with a digit', 'Контекст начинается с цифры'),
        topology: lending({ project: { context: '1c_finance' } }),
      },
      {
        name: text('An empty function', 'Пустая функция'),
        topology: lending({ nodes: [api('lending', { function: '' })] }),
      },
    ],
  },
}

const WORDS = {
  context: text('context', 'контекст'),
  domain: text('domain', 'область'),
  function: text('function', 'функция'),
}
type Role = keyof typeof WORDS

function* check(look: Lookup): Generator<Finding> {
  for (const given of namesThat(look.topology, isBadPart)) {
    if (!isPart(given)) continue
    const word = WORDS[given.role]
    const fix = fixOf(look, given)
    const isEmpty = given.name === ''
    const en = isEmpty ? `The ${word.en} is empty` : `The ${word.en} ${shown(given.name)} is no name`
    const ru = isEmpty
      ? `${upper(word.ru)}: пусто`
      : `${upper(word.ru)} ${shown(given.name)} не годится в имена`
    yield {
      message: text(
        `${en}; use letters a–z, digits and single underscores between them, a letter first.`,
        `${ru}; нужны буквы a–z, цифры и одиночные подчёркивания между ними, сначала буква.`,
      ),
      at: [given.place],
      ...(fix && { fix }),
    }
  }
}

const isBadPart = (given: GivenName) => isPart(given) && !isName(given.name)

function isPart(given: GivenName): given is GivenName & { readonly role: Role } {
  return given.role in WORDS
}

/** Short enough for what stands around it, so that the repair makes no name that is too long. */
function fixOf(look: Lookup, given: GivenName & { readonly role: Role }): Fix | undefined {
  const { role, name, place } = given
  const service = look.service(place.id ?? '')
  const room = service ? roomFor(look, service, role) : roomForContext(look)
  if (room >= 3)
    return namedFix(slug(name, FALLBACK[role], room), given.rename(slug(name, FALLBACK[role], room)))
  if (role !== 'function') return undefined
  // The function is the part that a name can do without.
  return {
    label: text('Remove the function', 'Убрать функцию'),
    edit: changeAt(place, () => undefined),
    safe: false,
  }
}

const FALLBACK = { context: 'project', domain: 'service', function: 'function' } as const

function roomForContext(look: Lookup): number {
  const { project } = look.topology
  const rests = look.services.map((service) => serviceName(project, service).length - project.context.length)
  return Math.max(3, Math.min(MAX_CONTEXT, MAX_IDENTIFIER - Math.max(0, ...rests)))
}

function roomFor(look: Lookup, service: Service, role: Role): number {
  const context = look.topology.project.context.slice(0, MAX_CONTEXT)
  const other = role === 'function' ? service.domain : service.function
  const around = [context, other, SERVICE_SUFFIX[service.kind]].filter(Boolean).join('_')
  return MAX_IDENTIFIER - around.length - 1
}

const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
