import { useStoreApi } from '@xyflow/react'
import { useMemo } from 'react'
import { select, useSelection } from '@/lib/store/selection'

/**
 * A press on the empty canvas, and a frame, let go of links that are selected, unless a key adds to the selection. The
 * library does so only with nodes: it knows nothing of our links.
 */
export function useLetLinksGo() {
  const store = useStoreApi()
  return useMemo(() => {
    const letGo = () => {
      const { nodes, links } = useSelection.getState()
      if (links.length > 0 && !store.getState().multiSelectionActive) select({ nodes })
    }
    return { onPaneClick: letGo, onSelectionStart: letGo }
  }, [store])
}
