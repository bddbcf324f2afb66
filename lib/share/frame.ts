/**
 * The envelope of every link of every version: a byte for the version, the content, four bytes of checksum over both,
 * as base64url. It never changes, so a link of a newer version is told from a damaged one.
 */
export interface Frame {
  readonly version: number
  readonly content: Uint8Array
}

const CHECKSUM_BYTES = 4

export function toFrameText({ version, content }: Frame): string {
  const bytes = new Uint8Array(1 + content.length + CHECKSUM_BYTES)
  bytes[0] = version
  bytes.set(content, 1)
  const end = bytes.length - CHECKSUM_BYTES
  new DataView(bytes.buffer).setUint32(end, checksum(bytes.subarray(0, end)))
  return toBase64Url(bytes)
}

/** The frame of a text, or nothing if it is not whole. */
export function readFrame(text: string): Frame | undefined {
  const bytes = fromBase64Url(text)
  if (!bytes || bytes.length <= 1 + CHECKSUM_BYTES) return undefined
  const end = bytes.length - CHECKSUM_BYTES
  const written = new DataView(bytes.buffer).getUint32(end)
  if (written !== checksum(bytes.subarray(0, end))) return undefined
  return { version: bytes[0] ?? 0, content: bytes.subarray(1, end) }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  // The last letter has bits to spare; only one spelling is ours.
  return toBase64Url(bytes) === text ? bytes : undefined
}

/** The remainders of CRC-32 (the polynomial of zip and PNG, reversed) for every byte. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  }
  return remainder
})

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (REMAINDERS[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}
