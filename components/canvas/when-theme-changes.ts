import { useView } from '@/lib/store/view'

/** Calls back when the colours of the page are others; answers how to end that. */
export function whenThemeChanges(tell: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', tell)
  const stop = useView.subscribe(({ theme }, before) => {
    if (theme !== before.theme) tell()
  })
  return () => {
    dark.removeEventListener('change', tell)
    stop()
  }
}
