import { changeAt } from '../at'
import type { Edit } from '../edits'
import type { Field } from '../model/field'
import type { Path } from './step-lists'

/** Gives the use case around a place of a service one more input. */
export function giveInput(service: string, path: Path, input: Field): Edit {
  return changeAt({ part: 'node', id: service, path: [...path.slice(0, 2), 'input'] }, (fields) =>
    Array.isArray(fields) ? [...fields, input] : fields,
  )
}
