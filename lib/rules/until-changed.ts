import type { Lookup } from '@/lib/topology/lookup'
import { isSame } from '@/lib/topology/per-item'
import type { Keys } from '@/lib/topology/while-same'
import type { Finding } from './rule'

type Judge = (look: Lookup) => Iterable<Finding>

const NOTHING: readonly Finding[] = []

/**
 * The same check, which remembers that it found nothing: as long as the parts of a design that it looks at are the
 * very same, it is not asked again. A finding is made anew each time, since its repair looks at the whole design.
 */
export function untilChanged(keysOf: Keys, judge: Judge): Judge {
  let quiet: readonly unknown[] | undefined
  return (look) => {
    const keys = keysOf(look)
    if (quiet && isSame(quiet, keys)) return NOTHING
    const found = [...judge(look)]
    quiet = found.length === 0 ? keys : undefined
    return found
  }
}
