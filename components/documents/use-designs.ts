import { useEffect, useState } from 'react'
import { listDeleted, listDesigns } from '@/lib/store/collection'
import type { DesignFacts } from '@/lib/store/record'
import { useSession } from '@/lib/store/session'

/** All designs of this browser and those deleted lately, as they change; undefined until they are read. */
export interface Designs {
  readonly kept: readonly DesignFacts[]
  readonly deleted: readonly DesignFacts[]
}

/** Follows the list of designs while somebody looks at it. */
export function useDesigns(isOpen: boolean): Designs | undefined {
  const changes = useSession(({ shelfChanges }) => shelfChanges)
  const [designs, setDesigns] = useState<Designs>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the list is a reason to read it again
  useEffect(() => {
    if (!isOpen) return
    let isOver = false
    void Promise.all([listDesigns(), listDeleted()]).then(([kept, deleted]) => {
      if (!isOver) setDesigns({ kept, deleted })
    })
    return () => {
      isOver = true
    }
  }, [isOpen, changes])
  return designs
}
