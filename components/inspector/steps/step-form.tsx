'use client'
import { GitBranch, X } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { focusPlace, inside } from '@/lib/commands/lists'
import { useTopology } from '@/lib/store/document'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { Step } from '@/lib/topology/model/step'
import { analysisOf } from '@/lib/topology/steps/analysis'
import { firstCondition } from '@/lib/topology/steps/first-condition'
import { ProblemNotes } from '../problem-notes'
import { useStep } from '../use-place'
import { type Around, AroundContext, ScopeProvider, useAround } from './around'
import { ConditionEditor } from './condition-editor'
import type { FormProps } from './form-props'
import { AnswerForm } from './forms/answer-form'
import { CallForm } from './forms/call-form'
import { CreateForm } from './forms/create-form'
import { DecideForm } from './forms/decide-form'
import { FindForm } from './forms/find-form'
import { ForEachForm } from './forms/for-each-form'
import { LoadForm } from './forms/load-form'
import { PublishForm } from './forms/publish-form'
import { RequireForm } from './forms/require-form'
import { EmailForm, NotifyForm } from './forms/tell-forms'
import { UpdateForm } from './forms/update-form'
import { useOwnFindings } from './slot'

type Forms = { readonly [Name in Step['step']]: (props: FormProps<Name>) => ReactNode }

const FORMS: Forms = {
  load: LoadForm,
  find: FindForm,
  for_each: ForEachForm,
  require: RequireForm,
  decide: DecideForm,
  create: CreateForm,
  update: UpdateForm,
  delete: UpdateForm,
  upsert: CreateForm,
  publish: PublishForm,
  call: CallForm,
  email: EmailForm,
  notify: NotifyForm,
  answer: AnswerForm,
}

interface StepFormProps {
  readonly place: Place
  readonly step: Step
}

/** The form of an open step; what is wrong with the step as a whole stands first. */
export function StepForm({ place, step }: StepFormProps) {
  const around = useWhere(place)
  const keys = useMemo(() => Object.keys(step).filter((key) => key !== 'step'), [step])
  const delegated = useMemo(() => [...keys, ...HELD[step.step]], [keys, step.step])
  const findings = useOwnFindings(place, delegated)
  if (!around) return null
  // The table gives each step the form of its own sort, which the type system cannot see through a key.
  const Form = FORMS[step.step] as (props: StepFormProps) => ReactNode
  return (
    <AroundContext value={around}>
      <div className="flex flex-wrap gap-3">
        <div className="basis-full empty:hidden">
          <ProblemNotes findings={findings} />
        </div>
        <When place={place} step={step} />
        <Form place={place} step={step} />
      </div>
    </AroundContext>
  )
}

/** Properties that may be absent and have a control all the same. */
const HELD: { readonly [Name in Step['step']]: readonly string[] } = {
  load: [],
  find: ['orderBy', 'limit'],
  for_each: [],
  require: [],
  decide: [],
  create: ['as'],
  update: [],
  delete: [],
  upsert: ['as'],
  publish: ['delaySeconds'],
  call: ['otherwise'],
  email: [],
  notify: [],
  answer: ['content'],
}

/** Where the step stands: what can be named before it and in it. */
function useWhere(place: Place): Around | undefined {
  const topology = useTopology()
  const key = (place.path ?? []).join('/')
  return useMemo(() => {
    const look = lookup(topology)
    const service = look.service(place.id ?? '')
    const lists = service ? analysisOf(look, service).lists : []
    const point = lists.flatMap(({ points }) => points).find(({ path }) => path.join('/') === key)
    return service && point && { look, service, scope: point.inside, before: point.scope, place }
  }, [topology, place, key])
}

/** Under which condition the step runs at all. */
function When({ place, step }: StepFormProps) {
  const say = useSay()
  const when = inside(place, 'when')
  const put = useStep(when)
  const { before } = useAround()
  if (!step.when) {
    const add = () => {
      put(firstCondition(before))
      focusPlace(when)
    }
    return (
      <Button size="small" onClick={add} className="-my-1 -ml-2">
        <GitBranch className="size-3.5" aria-hidden />
        {say(stepsTexts.addWhen)}
      </Button>
    )
  }
  return (
    <ScopeProvider scope={before}>
      <div className="basis-full">
        <ConditionEditor
          place={when}
          label={say(stepsTexts.when)}
          condition={step.when}
          onRemove={() => put(undefined)}
        />
        <Button size="small" onClick={() => put(undefined)} className="-ml-2">
          <X className="size-3.5" aria-hidden />
          {say(stepsTexts.removeWhen)}
        </Button>
      </div>
    </ScopeProvider>
  )
}
