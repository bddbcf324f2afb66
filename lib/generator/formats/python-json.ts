/** What Python's `json` writes; numbers are whole, all others stand in a `PythonFloat`. */
export type Json = null | boolean | number | bigint | string | PythonFloat | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

/** A number that Python keeps as a float: it writes `1000.0` and `9.223372036854776e+18`. */
export class PythonFloat {
  private readonly value: number

  /** `text` is plain decimal notation, of any length: the nearest float is meant. */
  constructor(text: string) {
    this.value = Number(text)
    if (!Number.isFinite(this.value)) throw new RangeError(`${text} is no float`)
  }

  /** As `repr` writes it in Python: with an exponent below 0.0001 and from 10¹⁶ on. */
  toString(): string {
    const [digits = '', exponent = '0'] = this.value.toExponential().split('e')
    const power = Number(exponent)
    if (power < -4 || power >= 16) {
      return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
    }
    return Number.isInteger(this.value) ? `${this.value}.0` : String(this.value)
  }
}

/** What `str(Decimal(text))` gives for plain decimal notation: very small numbers get an exponent. */
export function pythonDecimal(text: string): string {
  const [, sign = '', zeros, digits = ''] = /^(-?)0\.(0{6,})([1-9]\d*)$/.exec(text) ?? []
  if (zeros === undefined) return text
  const rest = digits.length > 1 ? `.${digits.slice(1)}` : ''
  return `${sign}${digits.charAt(0)}${rest}E-${zeros.length + 1}`
}

/** Exactly what `json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)` gives. */
export function toPythonJson(value: Json): string {
  return write(value, '\n')
}

function write(value: Json, newLine: string): string {
  if (typeof value === 'string' || value === null) return JSON.stringify(value)
  if (typeof value !== 'object' || value instanceof PythonFloat) return String(value)
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => write(item, `${newLine}  `))
    return enclose('[', items, ']', newLine)
  }
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}: ${write(item, `${newLine}  `)}`)
  return enclose('{', members, '}', newLine)
}

function enclose(open: string, items: readonly string[], close: string, newLine: string): string {
  if (items.length === 0) return open + close
  return `${open}${newLine}  ${items.join(`,${newLine}  `)}${newLine}${close}`
}
