import type { Step } from '@/lib/topology/model/step'
import type { Value } from '@/lib/topology/model/value'
import { pythonLiteral } from '../encode/python'
import type { Entity } from '../project'
import type { Body } from './body'
import { constantAs } from './constants'
import type { Scope } from './scope'

export type Find = Extract<Step, { readonly step: 'find' }>

/** As many as come at once where the design does not say how many. */
const MOST = 100

/** Where a search is asked, and the variable that holds it. */
export interface Asked {
  readonly gateway: string
  readonly search: string
}

/** Writes down what a step searches for, and gives where it is to be asked. */
export function writeSearch(body: Body, scope: Scope, step: Find): Asked {
  const entity = body.dictionary.entity(step.entity)
  const gateway = body.needs.gateway(entity)
  const search = body.freshName(`search_${step.as}`)
  const conditions = step.where.map(({ field, operator, value }) => {
    body.needs.own('application.search', 'RowCondition')
    return `RowCondition("${field}", "${operator}", ${compared(body, scope, entity, field, value)})`
  })
  const { orderBy, descending, limit = MOST } = step
  const given = [
    ...(conditions.length > 0 ? [`where=[${conditions.join(', ')}]`] : []),
    ...(orderBy === undefined ? [] : [`order_by=${pythonLiteral(orderBy, { ascii: true })}`]),
    ...(descending ? ['descending=True'] : []),
    ...(limit === MOST ? [] : [`limit=${limit}`]),
  ]
  body.needs.own('application.search', 'RowSearch')
  body.writer.statement(`${search} = RowSearch(${given.join(', ')}${given.length > 1 ? ',' : ''})`)
  return { gateway, search }
}

/** What a field is compared with: a constant is of the field's type, everything else stays as it is. */
function compared(body: Body, scope: Scope, { fields }: Entity, name: string, value: Value): string {
  const field = fields.find((one) => one.name === name)
  if (value.value === 'constant' && field) return constantAs(value.constant, field.type, body.needs).code
  return value.value === 'constant'
    ? body.asMoment(value.constant).code
    : body.short(body.values.write(scope, value))
}

/** Writes a step that finds some: the first of them, up to the limit. */
export function writeFind(body: Body, scope: Scope, step: Find, into: string): void {
  const { gateway, search } = writeSearch(body, scope, step)
  if (into === '') {
    body.writer.statement(`await ${gateway}.search(${search})`)
    return
  }
  const page = body.freshName(`page_${step.as}`)
  body.writer.statement(`${page} = await ${gateway}.search(${search})`)
  body.writer.statement(`${into}${page}.items`)
}

/** Writes a step that finds all there are: they are read page by page. */
export function writeFindAll(body: Body, scope: Scope, step: Find, into: string): void {
  const { gateway, search } = writeSearch(body, scope, step)
  body.needs.own('application.search', 'read_all')
  body.writer.statement(`${into}await read_all(${gateway}, ${search})`)
}

/** The expression that gives all that is found, page by page. */
export function everything(body: Body, { gateway, search }: Asked): string {
  body.needs.own('application.search', 'every')
  return `every(${gateway}, ${search})`
}
