/** The longest line of generated Python, as its ruff configuration says. */
export const LINE_LENGTH = 100

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}]/u
const COMBINING = /\p{M}/u

/** Columns that a line takes, as formatters count them: wide characters are two, combining ones none. */
export function widthOf(line: string): number {
  if (/^[\x20-\x7e]*$/.test(line)) return line.length
  let width = 0
  for (const character of line) width += WIDE.test(character) ? 2 : COMBINING.test(character) ? 0 : 1
  return width
}
