/**
 * A name that fits: as it is, or its beginning and eight hexadecimal digits that depend on all of it (FNV-1a),
 * so that two long names that begin alike stay two. The lengths are in ASCII characters.
 */
export function cutName(name: string, limit: number): string {
  return name.length <= limit ? name : `${name.slice(0, limit - 9)}_${hashOf(name)}`
}

/** The same for class names, which have no underscores. */
export function cutClassName(name: string, limit: number): string {
  return name.length <= limit ? name : name.slice(0, limit - 8) + hashOf(name).toUpperCase()
}

function hashOf(name: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}
