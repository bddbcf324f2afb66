import { useEffect, useState } from 'react'

/** False until the page has been painted once: what is not needed for that is asked for after it. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    // The first frame is on the screen when the task after it runs.
    const frame = requestAnimationFrame(() => setTimeout(() => setPainted(true)))
    return () => cancelAnimationFrame(frame)
  }, [])
  return painted
}
