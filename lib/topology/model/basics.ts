import * as z from 'zod'

// The pages run under a policy without eval; zod otherwise compiles its parsers.
z.config({ jitless: true })

/** Text for people, in the languages that a generated system can speak. */
export const localTextSchema = z
  .strictObject({
    en: z.string().max(2000).optional(),
    ru: z.string().max(2000).optional(),
  })
  .meta({ id: 'LocalText', description: 'Text for people, per language; may be absent.' })

/** Opaque identity of a part of the design; never appears in generated code. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ role: 'id', description: 'Opaque id, unique in the design; appears nowhere but in design files.' })

/**
 * What a text of the document is, told to those who walk the schema; text without a role is free text for
 * people. A default in the notes of a schema is what an absent value means.
 */
export type TextRole = 'id' | 'name' | 'pattern' | 'url-path' | 'cron' | 'time-zone'

/** A yes or no that means no when it is absent. */
export const absentNo = z.boolean().optional().meta({ default: false })

/**
 * A name as a person typed it. Whether it is a good name is a matter of the
 * rules, so that the editor can hold a wrong one and explain it.
 */
export const nameSchema = z.string().max(200).meta({ role: 'name' })

/** A path into a value: the field, then fields of objects inside it. */
export const pathSchema = z.array(nameSchema).max(8)

export const engineSchema = z.enum(['postgres', 'mongo'])
export const localeSchema = z.enum(['ru', 'en'])
export const accessSchema = z.enum(['read', 'write'])
export const methodSchema = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Text of our own, which exists in both languages. */
export interface Text {
  readonly en: string
  readonly ru: string
}

export type LocalText = Immutable<z.output<typeof localTextSchema>>
export type Engine = z.output<typeof engineSchema>
export type Locale = z.output<typeof localeSchema>
export type Access = z.output<typeof accessSchema>

/** The document is immutable: every edit makes a new one and shares what is unchanged. */
export type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: Immutable<T[K]> }
