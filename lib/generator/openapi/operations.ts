import type { Locale } from '@/lib/topology/model/basics'
import type { CrudOperation } from '@/lib/topology/model/service'
import type { Entity, Filter } from '../project'
import { words } from '../wording'
import { type Problem, problemTitle } from '../wording-problems'
import type { Method, Parameter, Response, Schema } from './document'
import { orNull } from './model-schema'
import { titleOf } from './titles'

/** What every API does with an entity, whatever the kind of its service. */
export interface CrudFacts {
  readonly method: Method
  /** The names of the functions begin with it: `create_loan`. */
  readonly verb: string
  /** Whether it is about one entity, named in the path, or about the list. */
  readonly on: 'one' | 'list'
  readonly status: number
  /** A header that it reads. */
  readonly header: string | null
  readonly problems: readonly Problem[]
}

export const CRUD_FACTS: Readonly<Record<CrudOperation, CrudFacts>> = {
  create: {
    method: 'post',
    verb: 'create',
    on: 'list',
    status: 201,
    header: 'idempotency-key',
    problems: ['unique-violation', 'body-too-large', 'invalid-input', 'unavailable'],
  },
  read: {
    method: 'get',
    verb: 'read',
    on: 'one',
    status: 200,
    header: null,
    problems: ['not-found', 'invalid-input', 'unavailable'],
  },
  list: {
    method: 'get',
    verb: 'list',
    on: 'list',
    status: 200,
    header: null,
    problems: ['invalid-input', 'unavailable'],
  },
  update: {
    method: 'patch',
    verb: 'update',
    on: 'one',
    status: 200,
    header: 'if-match',
    problems: [
      'not-found',
      'unique-violation',
      'stale-version',
      'body-too-large',
      'invalid-input',
      'version-required',
      'unavailable',
    ],
  },
  delete: {
    method: 'delete',
    verb: 'delete',
    on: 'one',
    status: 204,
    header: 'if-match',
    problems: [
      'not-found',
      'unique-violation',
      'stale-version',
      'invalid-input',
      'version-required',
      'unavailable',
    ],
  },
}
