'use client'
import { Select } from '@/components/ui/select'
import { setDialogue } from '@/lib/commands/dialogue'
import { useTopology } from '@/lib/store/document'
import { dialogueTexts, inspectorTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { type EditorProps, inside } from './field-context'
import { Row } from './row'
import { useStep } from './use-place'

type Doing = 'steps' | 'create' | 'list'

/** What a command of a bot does: steps, or a dialogue that creates or lists an entity. */
export function DialogueEditor({ place, value }: EditorProps) {
  const say = useSay()
  const entities = useTopology((topology) => topology.entities)
  const stepEntity = useStep(inside(place, 'entity'))
  const dialogue = value as { readonly action: 'create' | 'list'; readonly entity: string } | undefined
  const words = propertyTexts.dialogue
  if (!words) return null
  const [first] = entities
  const options = (['steps', 'create', 'list'] as const)
    .filter((doing) => doing === 'steps' || first !== undefined || dialogue)
    .map((doing) => ({ value: doing, label: say(dialogueTexts[doing]) }))
  const known = entities.map(({ id, name }) => ({ value: id, label: name }))
  const gone =
    dialogue && !entities.some(({ id }) => id === dialogue.entity)
      ? [{ value: dialogue.entity, label: say(inspectorTexts.unknownEntity) }]
      : []
  return (
    <>
      <Row place={place} label={say(words)} half>
        {(control) => (
          <Select<Doing>
            {...control}
            value={dialogue?.action ?? 'steps'}
            options={options}
            onChange={(doing) => setDialogue(place, doing, dialogue?.entity ?? first?.id ?? '')}
            className="w-full"
          />
        )}
      </Row>
      {dialogue && (
        <Row place={inside(place, 'entity')} label={say(inspectorTexts.entity)} half>
          {(control) => (
            <Select
              {...control}
              value={dialogue.entity}
              options={[...gone, ...known]}
              onChange={stepEntity}
              className="w-full"
            />
          )}
        </Row>
      )}
    </>
  )
}
