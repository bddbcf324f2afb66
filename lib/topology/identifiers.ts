/** Every derived name fits its target (Kubernetes 63, PostgreSQL 63 bytes) when identifiers stop here. */
export const MAX_IDENTIFIER = 40
/** The context stands before every service's name and must leave room for it. */
export const MAX_CONTEXT = 20
/** Above this a service's name is legal, but hard to read. */
export const MAX_EASY_NAME = 30
/** Enum values are data, not identifiers, and only have to fit a column. */
export const MAX_ENUM_VALUE = 63

const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/
const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/
const ENUM_VALUE = /^[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/

/** snake_case ASCII: a letter first, single underscores between letters and digits, none at the ends. */
export function isName(text: string): boolean {
  return NAME.test(text)
}

/** SCREAMING_SNAKE_CASE ASCII, for environment variables. */
export function isVariableName(text: string): boolean {
  return VARIABLE.test(text)
}

/** `<subject>.<verb>`, both snake_case. */
export function isMessageName(text: string): boolean {
  const [subject, verb, ...more] = text.split('.')
  return more.length === 0 && isName(subject ?? '') && isName(verb ?? '')
}

/** A letter, then letters, digits, `_` and `-`, ending with a letter or a digit; 63 characters at most. */
export function isEnumValue(text: string): boolean {
  return text.length <= MAX_ENUM_VALUE && ENUM_VALUE.test(text)
}

const CYRILLIC = 'абвгдежзийклмнопрстуфхыэіґў'
const CYRILLIC_LATIN = 'abvgdejziyklmnoprstufhyeigu'
const SEVERAL: Readonly<Record<string, string>> = {
  ё: 'e',
  ж: 'zh',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ь: '',
  ю: 'yu',
  я: 'ya',
  ї: 'yi',
  є: 'ye',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

const LETTERS = new Map([
  ...Array.from(CYRILLIC, (letter, index): [string, string] => [letter, CYRILLIC_LATIN.charAt(index)]),
  ...Object.entries(SEVERAL),
])

/** Writes a text in lower-case ASCII letters as far as it can; the rest stays as it is. */
export function transliterate(text: string): string {
  const lower = Array.from(text.normalize('NFC').toLowerCase(), (char) => LETTERS.get(char) ?? char).join('')
  return lower.normalize('NFKD').replace(/\p{M}/gu, '')
}

/**
 * Makes a good name of any text: transliterated, snake_case, no longer than
 * asked. A text that has no letter to start with gets the fallback before it.
 */
export function slug(text: string, fallback: string, longest = MAX_IDENTIFIER): string {
  const apart = text.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
  const words = transliterate(apart)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const named = /^[a-z]/.test(words) ? words : [fallback, words].filter(Boolean).join('_')
  return cut(named, longest)
}

/** Cuts a name to a length, between words where that leaves anything. */
export function cut(name: string, longest: number): string {
  if (name.length <= longest) return name
  const head = name.slice(0, longest + 1)
  const end = head.lastIndexOf('_')
  return (end > 0 ? head.slice(0, end) : name.slice(0, longest)).replace(/_+$/, '')
}

/** Makes a good environment variable of any text. */
export function variableSlug(text: string, fallback: string): string {
  return slug(text.toLowerCase(), fallback).toUpperCase()
}

/** Makes `<subject>.<verb>` of any text: the last word is the verb. */
export function messageSlug(text: string): string {
  const words = slug(text.replaceAll('.', '_'), 'message').split('_')
  const verb = words.length > 1 ? words.pop() : 'requested'
  return `${words.join('_')}.${verb && /^[a-z]/.test(verb) ? verb : `requested_${verb}`}`
}

/** Makes a good enum value of any text; letters keep their case. */
export function enumValueSlug(text: string): string {
  const words = Array.from(text, (char) => (/[A-Za-z0-9_-]/.test(char) ? char : transliterate(char))).join('')
  const kept = words.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^[_-]+|[_-]+$/g, '')
  const named = /^[A-Za-z]/.test(kept) ? kept : ['value', kept].filter(Boolean).join('_')
  return named.slice(0, MAX_ENUM_VALUE).replace(/[_-]+$/, '')
}
