import { cards } from './cards'
import type { Example, ExampleCard } from './parts'

/** An example as it is offered: its design comes when it is chosen. */
export interface OfferedExample extends ExampleCard {
  readonly load: () => Promise<Example>
}

/** Every example, in the order in which they are offered, without their designs. */
export const offeredExamples: readonly OfferedExample[] = [
  {
    ...cards.financeLending,
    load: () => import('./finance-lending').then((module) => module.financeLending),
  },
  { ...cards.finance, load: () => import('./finance').then((module) => module.finance) },
  { ...cards.notes, load: () => import('./notes').then((module) => module.notes) },
  { ...cards.shop, load: () => import('./shop').then((module) => module.shop) },
  { ...cards.clinic, load: () => import('./clinic').then((module) => module.clinic) },
  { ...cards.taskTracker, load: () => import('./task-tracker').then((module) => module.taskTracker) },
  { ...cards.library, load: () => import('./library').then((module) => module.library) },
  { ...cards.delivery, load: () => import('./delivery').then((module) => module.delivery) },
]
