const SCALAR = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9a-zA-Z.])/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
/** The beginning of a scalar that the end of the document cut off. */
const CUT_SCALAR = /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-?[0-9.]*(?:[eE][+-]?)?)$/

/** What may come next; `first` is right after an opening bracket, where a closing one may come too. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'end'

/**
 * Where a text stops being JSON: engines say it in words of their own, or not at all. The length of the text if only
 * its end is missing. Goes through it once and without recursion, so length and depth are no danger.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at += 1
    if (at >= text.length || (expected === 'end' && open.length === 0)) return at
    const next = step(text, at, expected, open)
    if (next === undefined) return at
    if (next.at >= text.length) return text.length
    at = next.at
    expected = next.expected
  }
}

interface Step {
  readonly at: number
  readonly expected: Expected
}

/** One token: where it ends and what may follow; nothing if it may not stand here. */
function step(text: string, at: number, expected: Expected, open: string[]): Step | undefined {
  const sign = text.charAt(at)
  const inObject = open.at(-1) === '{'
  const then = (next: Expected): Step => ({ at: at + 1, expected: next })
  if (expected === 'colon') return sign === ':' ? then('value') : undefined
  if (expected === 'end' && sign === ',') return then(inObject ? 'key' : 'value')
  if (sign === (inObject ? '}' : ']') && ['end', inObject ? 'first key' : 'first value'].includes(expected)) {
    open.pop()
    return then('end')
  }
  if (expected === 'end') return undefined
  if (expected === 'key' || expected === 'first key') {
    return sign === '"' ? ended(endOfText(text, at), 'colon') : undefined
  }
  return valueAt(text, at, sign, open)
}

function valueAt(text: string, at: number, sign: string, open: string[]): Step | undefined {
  if (sign === '"') return ended(endOfText(text, at), 'end')
  if (sign !== '{' && sign !== '[') return ended(endOfScalar(text, at), 'end')
  open.push(sign)
  return { at: at + 1, expected: sign === '{' ? 'first key' : 'first value' }
}

function ended(end: number | undefined, expected: Expected): Step | undefined {
  return end === undefined ? undefined : { at: end, expected }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** The end of the text that begins here, that of the document if it is not closed, nothing if it is wrong. */
function endOfText(text: string, start: number): number | undefined {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code < 0x20) return undefined
    if (code !== 0x5c) at += 1
    else if (text.length - at < 6) return text.length
    else {
      const end = after(ESCAPE, text, at)
      if (end === undefined) return undefined
      at = end
    }
  }
  return text.length
}

function endOfScalar(text: string, at: number): number | undefined {
  const end = after(SCALAR, text, at)
  if (end !== undefined) return end
  return text.length - at < 400 && CUT_SCALAR.test(text.slice(at)) ? text.length : undefined
}

function after(token: RegExp, text: string, at: number): number | undefined {
  token.lastIndex = at
  return token.test(text) ? token.lastIndex : undefined
}
