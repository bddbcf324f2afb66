import { isSame } from '@/lib/topology/per-item'
import type { Finding } from './rule'

/**
 * Makes findings about one part each, and gives the very same one again for as long as what it says of the part is the
 * same: most findings outlive an edit. The finding and its repair may look at nothing but the part and `says`.
 */
export function sameFindings(): (about: object, says: readonly unknown[], make: () => Finding) => Finding {
  const known = new WeakMap<object, { readonly says: readonly unknown[]; readonly finding: Finding }>()
  return (about, says, make) => {
    const last = known.get(about)
    if (last && isSame(last.says, says)) return last.finding
    const finding = make()
    known.set(about, { says, finding })
    return finding
  }
}
