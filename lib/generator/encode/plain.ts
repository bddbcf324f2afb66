import { words } from '../wording'
import { isPlain, isShown } from './printable'

/**
 * A word of letters, digits and `. _ / - :`, which means the same in shell, Make, Dockerfiles, paths and prose.
 * Anything else is refused: text that a person typed has no place there.
 */
export function plainWord(value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9._/:-]+$/.test(value) || value.startsWith('-')) {
    throw new TypeError(`${JSON.stringify(value)} is not a plain word`)
  }
  return value
}

/** The words of a name, for English prose such as docstrings: `loan_application` → `loan application`. */
export function plainWords(name: unknown): string {
  return words(plainWord(name)).replaceAll('/', ' ')
}

/** A number of JSON: only digits, sign, point and exponent. */
export function plainNumber(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(`${JSON.stringify(value)} is not a number`)
  }
  return String(value)
}

/** Text as one line of characters that are shown; line ends and tabs become spaces. */
function oneLine(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`${typeof value} is not text`)
  const line = value.replace(/\s+/gu, ' ').trim()
  if (isPlain(line)) return line
  return [...line].map((character) => (isShown(character) ? character : '\ufffd')).join('')
}

/** Text for people inside Markdown, on one line, with no mark of Markdown or HTML left active. */
export function markdown(value: unknown): string {
  return oneLine(value)
    .replace(/[\\`*_[\]<>&|~$#@{}]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/** Text inside the quotes of a Mermaid label. What is not a letter, digit, space or plain sign goes by number. */
export function mermaidLabel(value: unknown): string {
  return oneLine(value).replace(/[^\p{L}\p{N} .,_/-]/gu, (character) => `#${character.codePointAt(0)};`)
}
