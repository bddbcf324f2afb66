import type { Place } from '@/lib/topology/at'
import type { Step } from '@/lib/topology/model/step'

/** What the form of one sort of step is given. */
export interface FormProps<Name extends Step['step']> {
  readonly place: Place
  readonly step: Extract<Step, { step: Name }>
}
