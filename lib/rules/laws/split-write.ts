import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import {
  analysisOf,
  type ListAnalysis,
  type ServiceAnalysis,
  type StepPoint,
} from '@/lib/topology/steps/analysis'
import { isWrite } from '@/lib/topology/steps/phases'
import type { DesignReader } from '@/lib/topology/steps/reader'
import { listWords } from '../checks/steps/checked'
import { splitWrites, wholeWrites } from '../checks/steps/write-examples'
import type { DrawnRule, Finding, Text } from '../rule'
import { plain, text } from '../words'

export const splitWrite: DrawnRule = {
  id: 'split-write',
  group: 'communication',
  severity: 'error',
  title: text(
    'The writes and messages of one list of steps go to one data API, together.',
    'Записи и сообщения одного списка шагов уходят в один API данных, вместе.',
  ),
  why: text(
    'Two transactions can part ways: one is done, the other is lost.',
    'Две транзакции могут разойтись: одна выполнена, другая потеряна.',
  ),
  check,
  examples: { valid: wholeWrites, invalid: splitWrites },
}

const known = new WeakMap<ServiceAnalysis, readonly Finding[]>()

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    const analysis = analysisOf(look, service)
    const findings =
      known.get(analysis) ?? analysis.lists.flatMap((list) => [...checkList(service, list, analysis.reader)])
    known.set(analysis, findings)
    yield* findings
  }
}

/** A write, the data API that it goes to, and the one document that it is about where there may be but one. */
interface Write {
  readonly point: StepPoint
  readonly owner: string
  readonly target: string
}

function* checkList(
  service: Service,
  { list, points }: ListAnalysis,
  reader: DesignReader,
): Generator<Finding> {
  const outside = points.filter(({ number, step }) => !number.includes('.') && isWrite(step))
  const loop = outside.find(({ step }) => step.step === 'for_each')
  const single = outside.filter(({ step }) => step.step !== 'for_each')
  const where = listWords(reader, list.context)
  if (loop && single.length > 0) {
    yield finding(service, loop, where, IN_AND_OUT)
    return
  }
  yield* checkUnit(service, single, where, reader)
  for (const each of outside.filter(({ step }) => step.step === 'for_each')) {
    const inside = points.filter(({ number }) => number.startsWith(`${each.number}.`))
    yield* checkUnit(service, inside, where, reader)
  }
}

const IN_AND_OUT = text(
  'writes for each item, while other steps of the list write once; do one of the two',
  'записывает для каждого элемента, а другие шаги списка — один раз; оставьте что-то одно',
)

function* checkUnit(
  service: Service,
  points: readonly StepPoint[],
  where: Text,
  reader: DesignReader,
): Generator<Finding> {
  const writes = points.flatMap((point) => writeOf(point, reader))
  const [first] = writes
  if (!first) return
  const isMongo = engineOf(reader.node(first.owner)) === 'mongo'
  for (const write of writes.slice(1)) {
    if (write.owner !== first.owner) {
      const names = [first.owner, write.owner].map((id) => plain(reader.nameOf(id)))
      yield finding(
        service,
        write.point,
        where,
        text(
          `writes to ${names[1]}, but step ${first.point.number} to ${names[0]}; publish a message and let its handler write`,
          `записывает в ${names[1]}, а шаг ${first.point.number} — в ${names[0]}; опубликуйте сообщение, и пусть запишет его обработчик`,
        ),
      )
    } else if (isMongo && write.target !== first.target) {
      yield finding(service, write.point, where, ONE_DOCUMENT)
    }
  }
}

const ONE_DOCUMENT = text(
  'writes a second document, but MongoDB keeps only one together with its messages',
  'записывает второй документ, а MongoDB вместе с сообщениями хранит лишь один',
)

function writeOf(point: StepPoint, reader: DesignReader): readonly Write[] {
  const { step, inside, number } = point
  const written = (id: string, target: string) => {
    const owner = reader.entity(id)?.owner
    return owner === undefined ? [] : [{ point, owner, target }]
  }
  if (step.step === 'create' || step.step === 'upsert') return written(step.entity, number)
  if (step.step !== 'update' && step.step !== 'delete') return []
  const { item } = inside.sources
  const type = step.target === 'item' && item ? item : inside.results.get(step.target)?.type
  return type?.is === 'entity' ? written(type.entity, `of ${step.target}`) : []
}

function finding({ id }: Service, { number, path }: StepPoint, where: Text, what: Text): Finding {
  return {
    message: text(`Step ${number} of ${where.en} ${what.en}.`, `Шаг ${number} в ${where.ru}: ${what.ru}.`),
    at: [{ part: 'node', id, path }],
  }
}
