import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import { constant } from '@/lib/topology/steps/written-values'
import type { DrawnRule } from '../../rule'
import {
  api,
  calls,
  database,
  entity,
  integer,
  lending,
  mongoApi,
  scenario,
  schedule,
  stores,
  values,
  worker,
} from '../../sketch'
import { text } from '../../words'

type Examples = DrawnRule['examples']

const LOAN: Step = { step: 'create', entity: 'loan', values: values({ amount: constant(5) }) }
const NOTE: Step = { step: 'create', entity: 'note', values: values({ amount: constant(5) }) }
const FIND: Step = { step: 'find', entity: 'loan', where: [], as: 'loans' }
const EACH: Step = {
  step: 'for_each',
  of: 'loans',
  steps: [{ step: 'update', target: 'item', values: values({ amount: constant(0) }) }],
}

/** Loans in PostgreSQL, notes in MongoDB, and a use case and a schedule with these steps. */
function writing(steps: readonly Step[], nightly: readonly Step[] = [FIND, EACH]): Topology {
  return lending({
    nodes: [
      api('lending', { useCases: [scenario('apply', steps)] }),
      mongoApi('notes'),
      database('mongo'),
      worker('night', { schedules: [schedule('nightly', nightly)] }),
    ],
    links: [calls('lending', 'notes'), stores('notes', 'mongo'), calls('night', 'records')],
    entities: [entity('loan', [integer('amount')]), entity('note', [integer('amount')], { owner: 'notes' })],
  })
}

export const wholeWrites: Examples['valid'] = [
  {
    name: text('Two loans in one transaction', 'Два займа одной транзакцией'),
    topology: writing([LOAN, LOAN]),
  },
  {
    name: text('Each item by itself', 'Каждый элемент сам по себе'),
    topology: writing([NOTE], [FIND, EACH]),
  },
]

export const splitWrites: Examples['invalid'] = [
  { name: text('Two databases at once', 'Две базы сразу'), topology: writing([LOAN, NOTE]) },
  { name: text('Two documents of MongoDB', 'Два документа MongoDB'), topology: writing([NOTE, NOTE]) },
  { name: text('In a loop and outside', 'В цикле и вне его'), topology: writing([LOAN], [FIND, LOAN, EACH]) },
]
