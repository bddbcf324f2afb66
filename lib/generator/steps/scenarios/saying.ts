import type { Step } from '@/lib/topology/model/step'
import type { Answer } from './attempt'
import { evaluate, NobodyKnows, type Sight } from './evaluate'
import type { Memory } from './memory'
import type { Rows } from './rows'

type Content = NonNullable<Extract<Step, { readonly step: 'answer' }>['content']>

/** What is answered, of the rows as they are then. */
export function answerWith(content: Content, sight: Sight, memory: Memory, rows: Rows): Answer {
  if (content.body === 'list') {
    const list = memory.lists.get(content.result)
    if (!list) throw new NobodyKnows()
    return { is: 'rows', rows: list.rows }
  }
  if (content.body === 'object') {
    const parts = content.fields.map(({ name, value }) => [name, evaluate(sight, value)] as const)
    return { is: 'parts', parts }
  }
  const row = memory.loaded(content.result)
  const entity = rows.get(row.row)?.entity
  if (!entity) throw new NobodyKnows()
  return { is: 'row', entity, row }
}
