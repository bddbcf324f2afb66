/**
 * Code points that are shown as they are: letters, digits, punctuation and signs that every editor prints and
 * that change neither the order nor the meaning of what stands around them. The list is our own, because the
 * tables of engines differ with their version of Unicode and a download has the same bytes everywhere.
 * Left out on purpose: control, format, bidi and invisible characters, letters written from right to left,
 * private and unassigned code points, surrogates.
 */
const SHOWN: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x34e],
  [0x350, 0x377],
  [0x37a, 0x37f],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x52f],
  [0x531, 0x556],
  [0x561, 0x587],
  [0x10d0, 0x10fa],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2074, 0x208e],
  [0x20a0, 0x20bf],
  [0x2100, 0x218b],
  [0x2190, 0x23fe],
  [0x2500, 0x27bf],
  [0x3001, 0x303e],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x4e00, 0x9fa5],
  [0xac00, 0xd7a3],
  [0xff01, 0xff5e],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6c5],
  [0x1f900, 0x1f9ff],
]

/** Whether a character (one code point) may stand in a file as it is. */
export function isShown(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x7f) return point >= 0x20
  return SHOWN.some(([first, last]) => point >= first && point <= last)
}

/** ASCII text without control characters, the common case, needs no look at each character. */
export function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}
