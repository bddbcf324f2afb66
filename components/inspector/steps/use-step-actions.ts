import type { KeyboardEvent } from 'react'
import { fieldKey } from '@/lib/commands/focus'
import { focusPlace, inside, moveItem, removeItem } from '@/lib/commands/lists'
import { duplicateStep, pasteStep, wrapInForEach } from '@/lib/commands/steps'
import { currentTopology } from '@/lib/store/document'
import { announce } from '@/lib/store/view'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { Step } from '@/lib/topology/model/step'
import { sayStep } from '@/lib/topology/steps/say-step'
import { copiedStep, copyStep } from './copied-step'
import { useOpenStep } from './open-step'

export interface StepActions {
  readonly move: (from: number, to: number) => void
  readonly duplicate: (index: number) => void
  readonly wrap: (index: number) => void
  readonly copy: (index: number) => void
  readonly paste: (index: number) => void
  readonly remove: (index: number) => void
  /** Does what a key means on a closed step; false where it means nothing. */
  readonly onKey: (event: KeyboardEvent<HTMLElement>, index: number) => boolean
}

/** What can be done with the steps of a list; each is one undo step, and the focus stays with the step. */
export function useStepActions(place: Place, steps: readonly Step[]): StepActions {
  const say = useSay()
  const { key, open } = useOpenStep()
  const isOpen = (index: number) => key === fieldKey(inside(place, index))
  const move = (from: number, to: number) => {
    const wasOpen = isOpen(from)
    if (!moveItem(place, from, to)) return
    open(wasOpen ? inside(place, to) : undefined)
    focusPlace(inside(place, to))
    announce(say(stepsTexts.moved(String(to + 1))))
  }
  const remove = (index: number) => {
    const step = steps[index]
    const look = lookup(currentTopology())
    const service = look.service(place.id ?? '')
    if (!step || !service) return
    open(undefined)
    removeItem(place, index, say(sayStep(look, service, step)))
    focusPlace(steps.length > 1 ? inside(place, Math.max(0, index - 1)) : place)
  }
  const added = (next: Place) => {
    open(undefined)
    focusPlace(next)
  }
  const actions = {
    move,
    remove,
    duplicate: (index: number) => added(duplicateStep(place, index)),
    wrap: (index: number) => {
      wrapInForEach(place, index)
      added(inside(place, index))
    },
    copy: (index: number) => {
      const step = steps[index]
      if (!step) return
      copyStep(step)
      announce(say(stepsTexts.copied))
    },
    paste: (index: number) => {
      const step = copiedStep()
      if (step) added(pasteStep(place, index, step))
    },
  }
  return { ...actions, onKey: (event, index) => onKey(event, index, actions) }
}

function onKey(
  event: KeyboardEvent<HTMLElement>,
  index: number,
  actions: Omit<StepActions, 'onKey'>,
): boolean {
  const { code, altKey } = event
  const mod = event.ctrlKey || event.metaKey
  if (code === 'ArrowUp' || code === 'ArrowDown') {
    const by = code === 'ArrowUp' ? -1 : 1
    if (altKey) actions.move(index, index + by)
    else goBy(event.currentTarget, by)
  } else if ((code === 'Delete' || code === 'Backspace') && !mod) actions.remove(index)
  else if (mod && code === 'KeyD') actions.duplicate(index)
  else if (mod && code === 'KeyC') actions.copy(index)
  else if (mod && code === 'KeyV') actions.paste(index)
  else return false
  return true
}

/** Goes to the step before or after, across the lists of loops. */
function goBy(row: HTMLElement, by: number): void {
  const rows = [...(row.closest('[data-steps]')?.querySelectorAll<HTMLElement>('[data-step-row]') ?? [])]
  rows[rows.indexOf(row) + by]?.focus()
}
