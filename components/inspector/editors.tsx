'use client'
import { DefaultEditor } from './default-editor'
import { EntityChoice } from './entity-choice'
import type { Editors } from './field-context'
import { ItemTypeEditor, ObjectFieldsEditor } from './nested-editors'
import { ResourcesEditor } from './resources-editor'
import { ValuesEditor } from './values-editor'

/** Properties that are more than a text, a number, a yes or a choice, by their key in the format. */
export const editors: Editors = {
  default: DefaultEditor,
  entity: EntityChoice,
  fields: ObjectFieldsEditor,
  of: ItemTypeEditor,
  resources: ResourcesEditor,
  values: ValuesEditor,
}
