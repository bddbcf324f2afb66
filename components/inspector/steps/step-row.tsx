'use client'
import {
  ArrowDown,
  ArrowUp,
  ClipboardCopy,
  ClipboardPaste,
  Copy,
  GripVertical,
  MoreHorizontal,
  Repeat,
  Trash2,
} from 'lucide-react'
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { EditButton } from '@/components/ui/lock'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { fieldKey } from '@/lib/commands/focus'
import { isInLoop, listBefore } from '@/lib/commands/steps'
import { useTopology } from '@/lib/store/document'
import { useView } from '@/lib/store/view'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { phaseTexts, stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { Step } from '@/lib/topology/model/step'
import { phaseOf } from '@/lib/topology/steps/phases'
import { phraseStep } from '@/lib/topology/steps/say-step'
import { ProblemCount } from '../problem-count'
import { useCopiedStep } from './copied-step'
import { useOpenStep } from './open-step'
import { PhraseView } from './phrase-view'
import { StepForm } from './step-form'
import { StepIcon } from './step-icon'
import type { StepActions } from './use-step-actions'

interface StepRowProps {
  readonly list: Place
  readonly place: Place
  readonly index: number
  readonly count: number
  readonly step: Step
  readonly number: string
  readonly actions: StepActions
  readonly handle: object
  /** The steps of a loop. */
  readonly children?: ReactNode
}

/** One step: number, icon and sentence in a row; its form below when it is open, then the steps inside it. */
export function StepRow({
  list,
  place,
  index,
  count,
  step,
  number,
  actions,
  handle,
  children,
}: StepRowProps) {
  const say = useSay()
  const { key, open } = useOpenStep()
  const own = fieldKey(place)
  const isOpen = key === own
  const toggle = () => open(isOpen ? undefined : place)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isOpen && event.key === 'Escape') open(undefined)
    else if (!actions.onKey(event, index)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onFormKey = (event: KeyboardEvent<HTMLElement>) => {
    const isInside = event.target instanceof Element && event.currentTarget.contains(event.target)
    if (event.key !== 'Escape' || !isInside || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    open(undefined)
    document.querySelector<HTMLElement>(`[data-field="${CSS.escape(own)}"]`)?.focus()
  }
  return (
    <div className={cx('rounded-lg', isOpen && 'bg-sunken/60 ring-1 ring-line')}>
      <div className="group/step flex items-start">
        <span
          {...handle}
          title={say(stepsTexts.drag(number))}
          className="grid h-8 w-4 shrink-0 cursor-grab touch-none place-items-center text-faint opacity-0 hover:opacity-100 group-hover/step:opacity-100 pointer-coarse:opacity-100"
        >
          <GripVertical className="size-3.5" aria-hidden />
        </span>
        <button
          type="button"
          data-field={own}
          data-step-row
          aria-expanded={isOpen}
          onClick={toggle}
          onKeyDown={onKeyDown}
          className="flex min-h-8 min-w-0 flex-1 items-start gap-2 rounded-md px-1.5 py-1.5 text-left hover:bg-hover"
        >
          <span className="w-5 shrink-0 text-right text-2xs text-faint tabular-nums leading-5">{number}</span>
          <StepIcon type={step.step} phase={phaseOf(step)} className="mt-[3px] size-3.5" />
          <span className="sr-only">{say(phaseTexts[phaseOf(step)])}: </span>
          <span className="min-w-0 flex-1 text-ink text-xs leading-5">
            <Sentence service={place.id ?? ''} step={step} />
          </span>
          <span className="pt-0.5">
            <ProblemCount place={place} />
          </span>
        </button>
        <RowMenu list={list} index={index} count={count} number={number} step={step} actions={actions} />
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the form from anywhere inside it
        <div onKeyDown={onFormKey} className="px-3 pt-1.5 pb-3">
          <StepForm place={place} step={step} />
        </div>
      )}
      {children}
    </div>
  )
}

interface SentenceProps {
  readonly service: string
  readonly step: Step
}

/** What the step does in words; drawn again only when the step or a name in it changes. */
const Sentence = memo(function Sentence({ service, step }: SentenceProps) {
  const locale = useView((view) => view.locale)
  const topology = useTopology()
  const look = lookup(topology)
  const around = look.service(service)
  return around && <PhraseView phrase={phraseStep(look, around, step)} locale={locale} />
})

interface RowMenuProps {
  readonly list: Place
  readonly index: number
  readonly count: number
  readonly number: string
  readonly step: Step
  readonly actions: StepActions
}

const ICON = 'size-3.5 text-faint'

function RowMenu({ list, index, count, number, step, actions }: RowMenuProps) {
  const say = useSay()
  const canPaste = useCopiedStep() !== undefined
  return (
    <Menu
      align="end"
      trigger={
        <EditButton
          type="button"
          aria-label={say(stepsTexts.actions(number))}
          className="mt-0.5 grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
        >
          <MoreHorizontal className="size-3.5" aria-hidden />
        </EditButton>
      }
    >
      <MenuItem
        icon={<ArrowUp className={ICON} aria-hidden />}
        keys="Alt+↑"
        refusal={index === 0 ? say(stepsTexts.isFirst) : undefined}
        onSelect={() => actions.move(index, index - 1)}
      >
        {say(inspectorTexts.moveUp)}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown className={ICON} aria-hidden />}
        keys="Alt+↓"
        refusal={index === count - 1 ? say(stepsTexts.isLast) : undefined}
        onSelect={() => actions.move(index, index + 1)}
      >
        {say(inspectorTexts.moveDown)}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Copy className={ICON} aria-hidden />} onSelect={() => actions.duplicate(index)}>
        {say(stepsTexts.duplicate)}
      </MenuItem>
      <WrapItem list={list} index={index} step={step} onWrap={() => actions.wrap(index)} />
      <MenuItem icon={<ClipboardCopy className={ICON} aria-hidden />} onSelect={() => actions.copy(index)}>
        {say(stepsTexts.copy)}
      </MenuItem>
      <MenuItem
        icon={<ClipboardPaste className={ICON} aria-hidden />}
        refusal={canPaste ? undefined : say(stepsTexts.noneCopied)}
        onSelect={() => actions.paste(index)}
      >
        {say(stepsTexts.paste)}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={<Trash2 className={ICON} aria-hidden />}
        keys="Del"
        onSelect={() => actions.remove(index)}
      >
        {say(inspectorTexts.remove)}
      </MenuItem>
    </Menu>
  )
}

interface WrapItemProps {
  readonly list: Place
  readonly index: number
  readonly step: Step
  readonly onWrap: () => void
}

/** Asked only while the menu is open: it wants to know what is in scope. */
function WrapItem({ list, index, step, onWrap }: WrapItemProps) {
  const say = useSay()
  const refusal = whyNotWrapped(list, index, step)
  return (
    <MenuItem
      icon={<Repeat className={ICON} aria-hidden />}
      refusal={refusal && say(refusal)}
      onSelect={onWrap}
    >
      {say(stepsTexts.wrap)}
    </MenuItem>
  )
}

function whyNotWrapped(list: Place, index: number, step: Step) {
  if (step.step === 'answer') return stepsTexts.wrapAnswer
  if (step.step === 'for_each' || isInLoop(list)) return stepsTexts.wrapTwice
  return listBefore(list, index) === undefined ? stepsTexts.wrapNot : undefined
}
