import { changeEntity, changeNode } from '@/lib/topology/edits'
import { filtersOf, PAGE_PARAMETERS } from '@/lib/topology/filters'
import { freshName } from '@/lib/topology/fresh'
import { cut } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import { type GivenName, type NameRole, namesIn } from '@/lib/topology/names'
import { pluralName, serviceName } from '@/lib/topology/naming'
import {
  isReservedColumn,
  isReservedField,
  isReservedModule,
  isReservedPackage,
  isReservedProject,
  PYTHON_KEYWORDS,
  RESERVED_CLASS_NAMES,
  RESERVED_PATHS,
  RESERVED_TABLES,
  RESERVED_VARIABLES,
} from '@/lib/topology/reserved'
import { designClasses } from '../checks/duplicate-classes'
import { namedFix } from '../checks/duplicate-finding'
import { namesInScopes } from '../name-scopes'
import type { Finding, Fix, Rule, Target } from '../rule'
import { api, entity, field, integer, lending, string, withField } from '../sketch'
import { plain, text } from '../words'

export const reservedName: Rule = {
  id: 'reserved-name',
  group: 'names',
  severity: 'error',
  title: text(
    'No derived name is one that Python, its libraries, the database or the project itself needs.',
    'Ни одно производное имя не занято Python, его библиотеками, базой данных или самим проектом.',
  ),
  why: text(
    'It would hide what the generated code needs, or could not be written at all.',
    'Оно закрыло бы то, что нужно коду, или его вовсе нельзя было бы написать.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Only whole derived names count', 'Важны только целые производные имена'),
        topology: lending({ nodes: [api('json_api')] }),
      },
      {
        name: text('Common words are fine', 'Обычные слова подходят'),
        topology: withField(
          ...['type', 'password', 'hash', 'filter', 'list', 'order', 'user', 'group', 'select', 'table'].map(
            (name) => string(name),
          ),
          field('date', { type: 'date' }),
          string('model_year'),
          integer('limit'),
        ),
      },
    ],
    invalid: [
      { name: text('A keyword of Python', 'Ключевое слово Python'), topology: withField(string('class')) },
      {
        name: text('Attributes of models', 'Атрибуты моделей'),
        topology: withField(string('metadata'), string('json')),
      },
      {
        name: text('A field that every entity has', 'Поле, которое есть у каждой сущности'),
        topology: withField(integer('version')),
      },
      {
        name: text(
          'A filter that is called like a parameter of every list',
          'Фильтр назван как параметр любого списка',
        ),
        topology: withField(integer('limit', { indexed: true })),
      },
      {
        name: text('A class that generated code imports', 'Класс, который импортирует код'),
        topology: lending({ entities: [entity('decimal', [integer('amount')])] }),
      },
      {
        name: text('A path that every API has', 'Путь, который есть у каждого API'),
        topology: lending({ entities: [entity('doc', [string('title')])] }),
      },
      {
        name: text('A device of Windows', 'Устройство Windows'),
        topology: lending({ project: { name: 'con' }, entities: [entity('aux', [string('title')])] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  const parameters = parameterFields(look)
  for (const given of namesIn(look.topology)) {
    if (isTaken(given) || parameters.has(placeKey(given.place)))
      yield finding(given.name, given.place, suffixed(look, given))
  }
  for (const { id, name, plural } of look.topology.entities) {
    const many = pluralName({ name, plural })
    if (!RESERVED_PATHS.has(many) && !RESERVED_TABLES.has(many) && !isReservedModule(many)) continue
    const taken = namesInScopes(look.topology).taken({ role: 'plural' } as GivenName)
    const next = freshName(taken, `${cut(name, 30)}_records`)
    const place = { part: 'entity', id, path: ['plural'] } as const
    yield finding(many, place, namedFix(next, changeEntity(id, { plural: next })))
  }
  for (const { name, place, given, rename, taken } of designClasses(look)) {
    // A name that is reserved itself is told as such.
    if (!RESERVED_CLASS_NAMES.has(name) || isReservedModule(given) || isReservedColumn(given)) continue
    const next = freshName(taken, `${cut(given, 32)}_${place.path?.length === 1 ? 'record' : 'value'}`)
    yield finding(name, place, namedFix(next, rename(next)))
  }
  for (const service of look.services) {
    const name = serviceName(look.topology.project, service)
    if (!isReservedPackage(name)) continue
    const place = { part: 'node', id: service.id, path: ['domain'] } as const
    const domain = `${cut(service.domain, 20)}_service`
    yield finding(name, place, namedFix(domain, changeNode(service.id, { domain })))
  }
}

const TAKEN: Readonly<Partial<Record<NameRole, (name: string) => boolean>>> = {
  project: isReservedProject,
  entity: isReservedModule,
  variable: (name) => RESERVED_VARIABLES.has(name),
  queue: (name) => PYTHON_KEYWORDS.has(name),
  external: isReservedModule,
  operation: (name) => PYTHON_KEYWORDS.has(name),
  use_case: (name) => PYTHON_KEYWORDS.has(name),
  schedule: (name) => PYTHON_KEYWORDS.has(name),
  command: (name) => PYTHON_KEYWORDS.has(name),
}

function isTaken({ role, name, place }: GivenName): boolean {
  if (role !== 'field') return TAKEN[role]?.(name) ?? false
  const isColumn = place.part === 'entity' && place.path?.length === 3
  return isColumn ? isReservedColumn(name) : isReservedField(name)
}

/** Fields whose filter would have the name of a parameter that every list has. */
function parameterFields(look: Lookup): ReadonlySet<string> {
  const pages = new Set<string>(PAGE_PARAMETERS)
  const places = look.topology.entities.flatMap(({ id, fields }) =>
    filtersOf({ fields })
      .filter(({ parameter, compare }) => compare === 'equal' && pages.has(parameter))
      .map(({ field }) => placeKey({ part: 'entity', id, path: ['fields', fields.indexOf(field), 'name'] })),
  )
  return new Set(places)
}

const placeKey = (place: Target) => JSON.stringify([place.part, place.id, ...(place.path ?? [])])

const SUFFIX: Readonly<Partial<Record<NameRole, string>>> = {
  entity: 'record',
  project: 'project',
  variable: 'VALUE',
}

function suffixed(look: Lookup, given: GivenName): Fix {
  const stem = `${cut(given.name, 32)}_${SUFFIX[given.role] ?? 'value'}`
  const name = freshName(namesInScopes(look.topology).taken(given), stem)
  return namedFix(name, given.rename(name))
}

function finding(name: string, place: Target, fix: Fix): Finding {
  return {
    message: text(
      `The name ${plain(name)} is needed by the generated code or its libraries; choose another one.`,
      `Имя ${plain(name)} нужно самому коду или его библиотекам; выберите другое.`,
    ),
    at: [place],
    fix,
  }
}
