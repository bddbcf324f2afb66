import { useCallback, useState } from 'react'

interface Edges {
  readonly above: boolean
  readonly below: boolean
}

/** Whether there is more of a scrolled element above and below what is seen; the first of the pair is its ref. */
export function useScrollEdges() {
  const [edges, setEdges] = useState<Edges>({ above: false, below: false })
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const measure = () => {
      const { scrollTop, scrollHeight, clientHeight } = element
      const [above, below] = [scrollTop > 1, scrollTop + clientHeight < scrollHeight - 1]
      setEdges((known) => (known.above === above && known.below === below ? known : { above, below }))
    }
    const sizes = new ResizeObserver(measure)
    // What grows inside makes the body no taller, so its children are watched, too.
    const watch = () => {
      sizes.disconnect()
      sizes.observe(element)
      for (const child of element.children) sizes.observe(child)
    }
    const children = new MutationObserver(watch)
    watch()
    children.observe(element, { childList: true })
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      sizes.disconnect()
      children.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [])
  return [ref, edges] as const
}
