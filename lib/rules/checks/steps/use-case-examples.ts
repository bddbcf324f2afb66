import type { BusinessApi } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'
import { constant } from '@/lib/topology/steps/written-values'
import type { DrawnRule } from '../../rule'
import { api, field, lending, reference, scenario, string, values } from '../../sketch'
import { text } from '../../words'

type Examples = DrawnRule['examples']
type UseCase = NonNullable<BusinessApi['useCases']>[number]

const loanId = reference('loan_id', 'loan')

function offering(...useCases: readonly UseCase[]): Topology {
  return lending({ nodes: [api('lending', { useCases })] })
}

/** A use case that finds loans. */
function finding(name: string, more: Partial<UseCase>): UseCase {
  return scenario(name, [{ step: 'find', entity: 'loan', where: [], as: 'loans' }], more)
}

export const goodUseCases: Examples['valid'] = [
  {
    name: text('A path with a place', 'Путь с местом'),
    topology: offering(finding('approve_loan', { path: '/loans/{loan_id}/approve', input: [loanId] })),
  },
  {
    name: text('One path, two methods', 'Один путь, два метода'),
    topology: offering(
      finding('show_report', { method: 'GET', path: '/report', input: [string('month')] }),
      finding('make_report', { method: 'POST', path: '/report' }),
    ),
  },
]

export const faultyUseCases: Examples['invalid'] = [
  {
    name: text('A path in capitals, without a slash', 'Путь прописными и без черты'),
    topology: offering(finding('approve', { path: 'Loans/Approve' })),
  },
  {
    name: text('A place that is no input', 'Место, которого нет среди полей'),
    topology: offering(finding('approve', { path: '/loans/{loan_id}/approve' })),
  },
  {
    name: text('A place that may be missing', 'Место, которого может не быть'),
    topology: offering(
      finding('approve', { path: '/notes/{note}', input: [string('note', { optional: true })] }),
    ),
  },
  {
    name: text('Two of one method and path', 'Два с одним методом и путём'),
    topology: offering(finding('approve', { path: '/decision' }), finding('refuse', { path: '/decision' })),
  },
  {
    name: text('The route of a resource', 'Путь ресурса'),
    topology: offering(finding('apply', { path: '/loans' })),
  },
  {
    name: text('The name of an operation of a resource', 'Имя операции ресурса'),
    topology: offering(finding('create_loan', { path: '/applications' })),
  },
  {
    name: text('An object without a body', 'Объект без тела запроса'),
    topology: offering(
      finding('search', {
        method: 'GET',
        input: [field('filter', { type: 'object', fields: [string('word')] })],
      }),
    ),
  },
  {
    name: text('A GET that writes', 'GET, который записывает'),
    topology: offering(
      scenario('apply', [{ step: 'create', entity: 'loan', values: values({ amount: constant(5) }) }], {
        method: 'GET',
      }),
    ),
  },
]
