'use client'
import { hasPages } from '@/lib/commands/pages'
import type { Property, Shape } from '@/lib/topology/shape'
import { ChoicesEditor } from './choices-editor'
import { CollectionEditor } from './collection-editor'
import { DefaultEditor } from './default-editor'
import { DialogueEditor } from './dialogue-editor'
import { EntityChoice } from './entity-choice'
import type { Editor } from './field-context'
import { FieldsEditor } from './field-list'
import { LinkMessages } from './link-messages'
import { MessageChoice } from './message-choice'
import { NamesEditor } from './names-editor'
import { ItemTypeEditor, ObjectFieldsEditor } from './nested-editors'
import { QueueMessages } from './queue-messages'
import { ResourcesEditor } from './resources-editor'
import { CronEditor, TimeZoneEditor } from './schedule-controls'
import { StepsEditor } from './steps/steps-editor'
import { ValuesEditor } from './values-editor'
import { VariantsEditor } from './variants-editor'

/**
 * Properties that are more than their shape says, by their key in the format, or by `owner.key` where one key means
 * several things. The editor of a list of a node, an entity, a message or an item with a page of its own makes a
 * `Section`.
 */
const editors: Readonly<Record<string, Editor>> = {
  default: DefaultEditor,
  entity: EntityChoice,
  cron: CronEditor,
  dialogue: DialogueEditor,
  message: MessageChoice,
  of: ItemTypeEditor,
  resources: ResourcesEditor,
  steps: StepsEditor,
  timeZone: TimeZoneEditor,
  values: ValuesEditor,
  'Topology.links:publishes.messages': LinkMessages,
  'Topology.nodes:queue.messages': QueueMessages,
}

/** The editor of a property: by its key, else by its shape; none where a plain control does. */
export function findEditor(owner: string, { key, shape }: Property): Editor | undefined {
  return editors[`${owner}.${key}`] ?? editors[key] ?? editorOfShape(shape)
}

function editorOfShape(shape: Shape): Editor | undefined {
  if (shape.is === 'variants') return VariantsEditor
  if (shape.is !== 'list') return undefined
  const { of } = shape
  if (of.is === 'variants' && of.name === 'Field') return FieldsEditor
  if (of.is === 'variants' && of.name === 'ObjectField') return ObjectFieldsEditor
  if (of.is === 'choice') return ChoicesEditor
  if (of.is === 'text' && of.role === 'name') return NamesEditor
  return hasPages(shape) ? CollectionEditor : undefined
}
