'use client'
import { Select } from '@/components/ui/select'
import { inside } from '@/lib/commands/lists'
import { useSay } from '@/lib/text/say'
import { statusTexts, stepsTexts } from '@/lib/text/steps'
import type { Place } from '@/lib/topology/at'
import type { AnswerBody } from '@/lib/topology/model/step'
import type { Scope } from '@/lib/topology/steps/scope'
import type { ValueType } from '@/lib/topology/steps/value-type'
import { useStep } from '../../use-place'
import { useAround } from '../around'
import type { FormProps } from '../form-props'
import { NamedValues } from '../named-values'
import { resultOptions } from '../options'
import { PickSlot } from '../pick-slot'
import { type Delegated, Slot } from '../slot'

const STATUSES = ['200', '201', '202', '204'] as const
type Body = AnswerBody['body'] | 'nothing'
const BODIES = [
  { value: 'nothing', words: stepsTexts.nothing },
  { value: 'entity', words: stepsTexts.one },
  { value: 'list', words: stepsTexts.many },
  { value: 'object', words: stepsTexts.object },
] as const
const PARTS: Delegated = ['result', 'fields']

/** The status and what comes back: nothing, a result, or an object of values. */
export function AnswerForm({ place, step }: FormProps<'answer'>) {
  const say = useSay()
  const put = useStep(place)
  const { scope } = useAround()
  const isCommand = scope.context.in === 'command'
  const changeStatus = (status: string) => {
    const { content, ...rest } = step
    const code = Number(status) as typeof step.status
    put({ ...rest, status: code, ...(code !== 204 && content && { content }) })
  }
  const changeBody = (body: Body) => {
    const { content: _, ...rest } = step
    if (body === 'nothing') put({ ...rest, ...(isCommand ? {} : { status: 204 }) })
    else put({ ...rest, status: step.status === 204 ? 200 : step.status, content: firstBody(scope, body) })
  }
  return (
    <>
      {!isCommand && (
        <Slot place={inside(place, 'status')} label={say(stepsTexts.status)} half>
          {(control) => (
            <Select
              {...control}
              value={String(step.status)}
              options={STATUSES.map((status) => ({
                value: status,
                label: say(statusTexts[status] ?? { en: status, ru: status }),
              }))}
              onChange={changeStatus}
              className="w-full"
            />
          )}
        </Slot>
      )}
      <Slot place={inside(place, 'content')} label={say(stepsTexts.content)} delegated={PARTS} half>
        {(control) => (
          <Select<Body>
            {...control}
            value={step.content?.body ?? 'nothing'}
            options={BODIES.map(({ value, words }) => ({ value, label: say(words) }))}
            onChange={changeBody}
            className="w-full"
          />
        )}
      </Slot>
      {step.content && <Content place={inside(place, 'content')} content={step.content} />}
    </>
  )
}

function Content({ place, content }: { readonly place: Place; readonly content: AnswerBody }) {
  const say = useSay()
  const { look, scope } = useAround()
  if (content.body === 'object')
    return (
      <NamedValues place={inside(place, 'fields')} label={say(stepsTexts.values)} values={content.fields} />
    )
  const { body } = content
  const options = resultOptions(look, scope, say, (type) =>
    canBe(body, type) ? undefined : body === 'list' ? stepsTexts.many : stepsTexts.one,
  )
  return (
    <PickSlot
      place={inside(place, 'result')}
      label={say(stepsTexts.result)}
      value={content.result}
      options={options.filter(({ value, reason }) => value !== 'item' && !reason)}
    />
  )
}

function canBe(body: 'entity' | 'list', type: ValueType): boolean {
  const isList = type.is === 'entities' || (type.is === 'plain' && type.type.type === 'list')
  return type.is === 'unknown' || isList === (body === 'list')
}

/** The last result of the sort, or values of the answer's own. */
function firstBody(scope: Scope, body: AnswerBody['body']): AnswerBody {
  if (body === 'object') return { body, fields: [] }
  const last = [...scope.results].findLast(([, { type }]) => canBe(body, type))
  return { body, result: last?.[0] ?? '' }
}
