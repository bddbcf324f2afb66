const LONGEST_PATH = 180
const SAFE_PART = /^[A-Za-z0-9._-]+$/
/** Names that Windows keeps for devices, whatever follows the first dot. */
const DEVICES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i

/** What is wrong with a path of a generated file; undefined for one that every file system takes. */
export function pathFault(path: string): string | undefined {
  if (path.length > LONGEST_PATH) return `longer than ${LONGEST_PATH} characters`
  for (const part of path.split('/')) {
    if (part === '' || part === '.' || part === '..') return 'an empty or relative part'
    if (!SAFE_PART.test(part)) return `a part with other characters than letters, digits and . _ -: ${part}`
    if (part.endsWith('.')) return 'a part that ends with a dot'
    if (DEVICES.test(part.split('.')[0] ?? '')) return `a name that Windows keeps for a device: ${part}`
  }
  return undefined
}

/** What two paths have in common if they would be one file where case does not count. */
export function foldedPath(path: string): string {
  return path.toLowerCase()
}
