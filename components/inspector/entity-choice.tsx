'use client'
import { Select } from '@/components/ui/select'
import { useTopology } from '@/lib/store/document'
import { inspectorTexts, propertyTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { EditorProps } from './field-context'
import { Row } from './row'
import { useStep } from './use-place'

/** One of the entities of the design, by name; one that is gone stays visible as such. */
export function EntityChoice({ place, value }: EditorProps) {
  const say = useSay()
  const step = useStep(place)
  const entities = useTopology((topology) => topology.entities)
  const words = propertyTexts.entity
  if (!words) return null
  const current = String(value ?? '')
  const options = entities.map(({ id, name }) => ({ value: id, label: name }))
  const gone = options.some((option) => option.value === current)
    ? []
    : [{ value: current, label: say(inspectorTexts.unknownEntity) }]
  return (
    <Row place={place} label={say(words)}>
      {(control) => (
        <Select
          {...control}
          value={current}
          options={[...gone, ...options]}
          onChange={step}
          className="w-full"
        />
      )}
    </Row>
  )
}
