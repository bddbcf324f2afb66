import type { ThemeRegistrationRaw } from 'shiki/core'

/**
 * What the parts of code are shown as. The highlighter knows colours only, so each sort gets a number as its colour;
 * the page turns the number into a class, and the class has a colour in both themes.
 */
const SORTS = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'markup.inline.raw', 'markup.fenced_code'],
  constant: ['constant', 'support.constant', 'constant.character.escape', 'constant.other.placeholder'],
  keyword: ['keyword', 'storage', 'keyword.operator.logical', 'variable.language', 'support.type.exception'],
  callable: [
    'entity.name.function',
    'support.function',
    'meta.function-call.generic',
    'entity.name.tag.yaml',
  ],
  type: [
    'entity.name.type',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
    'entity.name.section',
  ],
  key: [
    'entity.name.tag',
    'support.type.property-name',
    'variable.other.readwrite.toml',
    'entity.other.attribute-name',
    'variable.other.normal.shell',
    'keyword.other.definition.ini',
  ],
  heading: ['markup.heading', 'entity.name.section.markdown', 'markup.bold'],
  link: ['markup.underline.link', 'string.other.link'],
  faint: ['punctuation', 'meta.brace'],
} as const

export type Sort = keyof typeof SORTS | 'plain'

/** The sorts by their numbers; 0 is plain. */
export const SORT_NAMES: readonly Sort[] = ['plain', ...(Object.keys(SORTS) as (keyof typeof SORTS)[])]

/** The colour that stands for a sort. */
function colourOf(sort: number): string {
  return `#${sort.toString(16).padStart(6, '0')}`
}

/** The number of the sort that a colour stands for. */
export function sortOf(colour: string | undefined): number {
  return colour === undefined ? 0 : Number.parseInt(colour.slice(1, 7), 16)
}

export const theme: ThemeRegistrationRaw = {
  name: 'sorts',
  type: 'light',
  colors: { 'editor.foreground': colourOf(0), 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: colourOf(0), background: '#ffffff' } },
    ...Object.values(SORTS).map((scope, index) => ({
      scope: [...scope],
      settings: { foreground: colourOf(index + 1) },
    })),
  ],
}
