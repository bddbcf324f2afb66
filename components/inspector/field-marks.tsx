'use client'
import { inspectorTexts, typeTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import type { Field } from '@/lib/topology/model/field'

/** What a closed field says of itself in small: values, what a list holds, marks, the default. */
export function FieldMarks({ field }: { readonly field: Field }) {
  const say = useSay()
  const marks = [
    field.type === 'list' && say(typeTexts[field.of.type]),
    field.type === 'enum' && field.values.map(({ name }) => name).join(', '),
    field.type === 'object' && field.fields.map(({ name }) => name).join(', '),
    field.unique && say(inspectorTexts.uniqueShort),
    field.indexed && say(inspectorTexts.indexedShort),
    field.default !== undefined && `= ${String(field.default)}`,
  ].filter(Boolean)
  if (marks.length === 0) return null
  return <p className="truncate pr-2 pb-1 pl-7.5 text-2xs text-faint">{marks.join(' · ')}</p>
}
