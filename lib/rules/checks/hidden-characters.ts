/**
 * Characters that a reader does not see, or that change the order of what is
 * read: controls, marks of direction, zero width, fillers, tags, lone
 * surrogates, line and paragraph separators. A fixed list, so that every
 * browser and the command line agree whatever their version of Unicode.
 */
const HIDDEN = new RegExp(
  [
    '[\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F',
    '\\u200B\\u200C\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFE\\uFFFF',
    '\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}\\uD800-\\uDFFF]',
    // Joins pictures into one; anywhere else it only hides.
    '|(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D',
  ].join(''),
  'gu',
)

/** The first hidden character of a text; line feeds and tabs count only where there is one line. */
export function hiddenIn(text: string, oneLine: boolean): string | undefined {
  for (const [char] of text.matchAll(HIDDEN)) if (oneLine || (char !== '\n' && char !== '\t')) return char
  return undefined
}

/** The text without hidden characters; what ends a line becomes a line feed, or a blank where there is one line. */
export function withoutHidden(text: string, oneLine: boolean): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
  const flat = oneLine ? lines.replace(/[\n\t]+/g, ' ') : lines
  const clean = flat.replace(HIDDEN, (char) => (char === '\n' || char === '\t' ? char : ''))
  // Taking one away can bring a joiner next to a letter.
  return hiddenIn(clean, oneLine) === undefined ? clean : withoutHidden(clean, oneLine)
}
