import type { Topology } from '@/lib/topology/model/topology'
import { FORMAT_VERSION, topologySchema } from '@/lib/topology/model/topology'
import { plainZeros } from '@/lib/topology/plain-zeros'
import { topologyShape } from '@/lib/topology/shape'
import { explain } from './explain'
import { migrate } from './migrations'
import { repair } from './repair'
import { type ReadResult, type ReadWarning, refuse } from './result'
import { toSource } from './source'

type Plain = Readonly<Record<string, unknown>>
type Refused = Extract<ReadResult, { ok: false }>

/** A list of hundreds of faults helps nobody; the first ones do. */
const MAX_DETAILS = 50

/**
 * The one door for foreign documents: JSON text or a value of any kind. It must be a design of this version of the
 * format, or of an older one, and nothing else: unknown keys are refused by name.
 */
export function read(input: unknown): ReadResult {
  const opened = open(input)
  return opened.ok ? strict(opened.document, []) : opened
}

/**
 * As `read`, for a person who wants to go on working: what the format does not know is left out, a bad record is set
 * aside while the rest opens, and a warning names each repair.
 */
export function readRepairing(input: unknown): ReadResult {
  const opened = open(input)
  if (!opened.ok) return opened
  const { value, warnings } = repair(opened.document)
  return strict(value, warnings)
}

/** The document in the present version, of a size that may be opened; nothing else about it is known. */
function open(input: unknown): { ok: true; document: Plain } | Refused {
  const source = toSource(input)
  if (!source.ok) return source
  const { value } = source
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return notTopology()
  const document = value as Plain
  const version = Object.hasOwn(document, 'topoforge') ? document.topoforge : undefined
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return notTopology()
  const tooLarge = refuseSize(document)
  if (tooLarge) return tooLarge
  if (version > FORMAT_VERSION) return tooNew(document, version)
  return { ok: true, document: migrate(document, version) }
}

function notTopology(): Refused {
  return refuse('invalid', {
    en: `This is no Topoforge design: it has no "topoforge" with the version of the format.`,
    ru: `Это не проект Topoforge: в нём нет "topoforge" с версией формата.`,
  })
}

/** What this version understands of a newer document, for reading only. */
function tooNew(document: Plain, version: number): Refused {
  const refusal = refuse('too-new', {
    en: `The design is of version ${version} of the format; this Topoforge knows ${FORMAT_VERSION}. Update it to work on the design.`,
    ru: `Проект записан в версии ${version} формата, эта программа знает ${FORMAT_VERSION}. Обновите её, чтобы работать с ним.`,
  })
  const known = topologySchema.safeParse(repair({ ...document, topoforge: FORMAT_VERSION }).value)
  return known.success ? { ...refusal, known: plainZeros(known.data) as Topology } : refusal
}

/** The lists that make up a document, with the most that each may hold. */
const LISTS = topologyShape.properties.flatMap(({ key, shape }) =>
  shape.is === 'list' ? [{ key, most: shape.max }] : [],
)

function refuseSize(document: Plain): Refused | undefined {
  for (const { key, most } of LISTS) {
    const list = document[key]
    if (!Array.isArray(list) || list.length <= most) continue
    const message = {
      en: `"${key}" has ${list.length} parts; a design with more than ${most} is not opened.`,
      ru: `В "${key}" ${list.length} частей; проект, где их больше ${most}, не открывается.`,
    }
    return refuse('too-large', message, [key])
  }
  return undefined
}

function strict(document: Plain, warnings: readonly ReadWarning[]): ReadResult {
  const parsed = topologySchema.safeParse(document)
  if (parsed.success) return { ok: true, topology: plainZeros(parsed.data) as Topology, warnings }
  const details = parsed.error.issues.flatMap((issue) => explain(issue, document))
  return { ok: false, reason: 'invalid', details: details.slice(0, MAX_DETAILS) }
}
