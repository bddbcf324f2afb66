import type { CrudOperation } from '@/lib/topology/model/service'
import type { ProblemStatus } from '../wording-problems'
import type { Method } from './document'

/** The models that an entity has in an API. */
export type ModelUse = 'create' | 'update' | 'entity' | 'page'

/** What an operation is whatever the kind of its service; functions are called `<operation>_<entity>`. */
interface CrudFacts {
  readonly method: Method
  /** Whether it is about one entity, which the path names, or about all. */
  readonly about: 'one' | 'all'
  readonly status: number
  /** A header that it reads. */
  readonly header: string | null
  readonly body: ModelUse | null
  readonly answer: ModelUse | null
  readonly problems: readonly ProblemStatus[]
}

const ALWAYS = [422, 503] as const
const CHANGED = [412, 428, ...ALWAYS] as const

export const CRUD_FACTS: Readonly<Record<CrudOperation, CrudFacts>> = {
  create: {
    method: 'post',
    about: 'all',
    status: 201,
    header: 'idempotency-key',
    body: 'create',
    answer: 'entity',
    problems: [409, 413, ...ALWAYS],
  },
  read: {
    method: 'get',
    about: 'one',
    status: 200,
    header: null,
    body: null,
    answer: 'entity',
    problems: [404, ...ALWAYS],
  },
  list: {
    method: 'get',
    about: 'all',
    status: 200,
    header: null,
    body: null,
    answer: 'page',
    problems: ALWAYS,
  },
  update: {
    method: 'patch',
    about: 'one',
    status: 200,
    header: 'if-match',
    body: 'update',
    answer: 'entity',
    problems: [404, 409, 413, ...CHANGED],
  },
  delete: {
    method: 'delete',
    about: 'one',
    status: 204,
    header: 'if-match',
    body: null,
    answer: null,
    problems: [404, 409, ...CHANGED],
  },
}
