import { canonical } from '@/lib/topology/canonical'
import type { Topology } from '@/lib/topology/model/topology'
import { readFrame, toFrameText } from './frame'
import { PackFault, pack, unpack } from './pack'
import { read } from './read'
import type { Refusal, Text } from './result'
import type { Plain, WireFormat } from './wire/format'
import { readWire, WireFault } from './wire/read'
import wire1 from './wire/wire-1.json' with { type: 'json' }
import { writeWire } from './wire/write'

/** A longer link is not opened; browsers and messengers cut such texts anyway. */
export const MAX_LINK_CHARACTERS = 400_000

/** What a link holds, or why it cannot be opened, in words for the person who has it. */
export type DecodeResult =
  | { readonly ok: true; readonly topology: Topology }
  | { readonly ok: false; readonly reason: Refusal; readonly message: Text }

/** The tables of all versions; each version of the format has one, and it stays for ever. */
const WIRES: readonly WireFormat[] = [wire1 as unknown as WireFormat]

const encoded = new WeakMap<Topology, string>()

/**
 * The design as the text that stands after the `#` of its link: the same for all documents that mean the same. Made
 * once for each immutable document: a save asks for it several times.
 */
export function encodeLink(topology: Topology): string {
  const link = encoded.get(topology) ?? encodeNow(topology)
  encoded.set(topology, link)
  return link
}

function encodeNow(topology: Topology): string {
  const format = WIRES.find(({ version }) => version === topology.topoforge)
  if (!format) throw new Error(`There is no link format for version ${topology.topoforge}.`)
  const streams = writeWire(format, canonical(topology) as unknown as Plain)
  return toFrameText({ version: format.version, content: pack(streams) })
}

/** The design in a link: the whole address, or what stands after its `#`. Never throws. */
export function decodeLink(link: string): DecodeResult {
  if (link.length > MAX_LINK_CHARACTERS) return refused('too-large')
  const frame = readFrame(link.trim().replace(/^.*#/s, ''))
  if (!frame) return refused('damaged')
  const format = WIRES.find(({ version }) => version === frame.version)
  if (!format) return refused('too-new')
  try {
    const result = read(readWire(format, unpack(frame.content)))
    return result.ok ? { ok: true, topology: result.topology } : refused(result.reason)
  } catch (fault) {
    if (fault instanceof WireFault || fault instanceof PackFault) return refused(fault.reason)
    throw fault
  }
}

const REASONS: Readonly<Record<Refusal, Text>> = {
  damaged: {
    en: 'The link is damaged: letters are missing or changed. Ask for it again, or copy it in one piece.',
    ru: 'Ссылка повреждена: буквы пропали или изменены. Попросите её ещё раз или скопируйте целиком.',
  },
  'too-new': {
    en: 'The link was made by a newer Topoforge. Update this one and open the link again.',
    ru: 'Ссылка сделана более новой версией Topoforge. Обновите эту и откройте ссылку снова.',
  },
  'too-large': {
    en: 'The link holds more than may be opened.',
    ru: 'В ссылке больше, чем можно открыть.',
  },
  invalid: {
    en: 'The link holds no design that Topoforge could have made.',
    ru: 'В ссылке нет проекта, который мог бы сделать Topoforge.',
  },
}

function refused(reason: Refusal): DecodeResult {
  return { ok: false, reason, message: REASONS[reason] }
}
