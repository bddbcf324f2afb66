import { clinic } from './clinic'
import { delivery } from './delivery'
import { finance } from './finance'
import { financeLending } from './finance-lending'
import { library } from './library'
import { notes } from './notes'
import type { Example } from './parts'
import { shop } from './shop'
import { taskTracker } from './task-tracker'

export type { Example }

/** Every example, in the order in which they are offered. */
export const examples: readonly Example[] = [
  financeLending,
  finance,
  notes,
  shop,
  clinic,
  taskTracker,
  library,
  delivery,
]
