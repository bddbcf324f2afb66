import { changeEntity, changeNode } from '@/lib/topology/edits'
import { cut } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { GivenName, NameRole } from '@/lib/topology/names'
import { pluralName } from '@/lib/topology/naming'
import { renameField } from '@/lib/topology/rename-field'
import { isReservedPackage, RESERVED_CLASS_NAMES } from '@/lib/topology/reserved'
import { byEntities } from '@/lib/topology/while-same'
import { designClasses } from '../checks/design-classes'
import { namedFix } from '../checks/duplicate-finding'
import { isReservedName, reservedFields, reservedPlural } from '../checks/reserved'
import { goodName } from '../good-name'
import type { Finding, Fix, Rule, Target } from '../rule'
import { api, entity, event, field, integer, lending, queue, string, withField } from '../sketch'
import { namesThat } from '../suspects'
import { untilChanged } from '../until-changed'
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
        name: text('Modules that pytest takes for tests', 'Модули, которые pytest принимает за тесты'),
        topology: lending({ entities: [entity('test_result', [string('title')])] }),
      },
      {
        name: text('A field that every message has', 'Поле, которое есть у каждого сообщения'),
        topology: lending({
          nodes: [queue('loans', ['loan-applied'])],
          messages: [{ ...event('loan.applied'), fields: [string('event_id')] }],
        }),
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
  for (const given of namesThat(look.topology, isTaken)) yield suffixed(look, given)
  yield* ofEntities(look)
  for (const service of look.services) {
    const name = look.nameOf(service)
    if (!isReservedPackage(name)) continue
    const domain = `${cut(service.domain, 20)}_service`
    const fix = namedFix(domain, changeNode(service.id, { domain }))
    yield finding(name, { part: 'node', id: service.id, path: ['domain'] }, fix)
  }
}

const ofEntities = untilChanged(byEntities, function* (look) {
  for (const entity of look.topology.entities) {
    const { id } = entity
    for (const index of reservedFields(entity)) {
      const name = entity.fields[index]?.name ?? ''
      const place = { part: 'entity', id, path: ['fields', index, 'name'] } as const
      yield suffixed(look, { role: 'field', name, place, rename: (next) => renameField(id, index, next) })
    }
    const plural = pluralName(entity)
    if (!reservedPlural(plural)) continue
    const place = { part: 'entity', id, path: ['plural'] } as const
    const rename = (next: string) => changeEntity(id, { plural: next })
    yield suffixed(look, { role: 'plural', name: plural, place, rename }, `${cut(entity.name, 30)}_records`)
  }
  for (const { name, role, place, given, rename } of designClasses(look.topology)) {
    // A name that is reserved itself is told as such.
    if (!RESERVED_CLASS_NAMES.has(name) || isReservedName(role, place, given)) continue
    yield suffixed(look, { role, name: given, place, rename }, undefined, name)
  }
})

const isTaken = ({ role, place, name }: GivenName) => role !== 'plural' && isReservedName(role, place, name)

const SUFFIX: Readonly<Partial<Record<NameRole, string>>> = { entity: 'record', project: 'project' }

type Named = Pick<GivenName, 'role' | 'name' | 'place' | 'rename'> & { readonly scope?: string }

/** The finding about a name, with a repair that puts a word behind it. */
function suffixed(look: Lookup, named: Named, stem?: string, told = named.name): Finding {
  const word = SUFFIX[named.role] ?? 'value'
  const good = goodName(look, { scope: '', ...named }, stem ?? beside(named.name, word))
  return finding(told, named.place, good === undefined ? undefined : namedFix(good, named.rename(good)))
}

/** A name that says the same and begins otherwise where the beginning is the fault: `result_of_test` for `test_result`. */
function beside(name: string, word: string): string {
  const [isTest, rest = word] = /^test(?:_(.+))?$/.exec(name) ?? []
  return isTest === undefined ? `${cut(name, 32)}_${word}` : `${cut(rest, 32)}_of_test`
}

function finding(name: string, place: Target, fix: Fix | undefined): Finding {
  return {
    message: text(
      `The name ${plain(name)} is needed by the generated code or its libraries; choose another one.`,
      `Имя ${plain(name)} нужно самому коду или его библиотекам; выберите другое.`,
    ),
    at: [place],
    ...(fix && { fix }),
  }
}
