import { openSheet, showLeft, useView, WIDE } from '@/lib/store/view'

/** Shows the outline at the left and takes the focus there; the palette again when it was there already. */
export function toggleOutline(): void {
  const isWide = matchMedia(WIDE).matches
  const { left, sheet } = useView.getState()
  const isThere = left === 'outline' && (isWide || sheet === 'palette')
  showLeft(isThere ? 'palette' : 'outline')
  if (!isWide) openSheet('palette')
  if (!isThere) useView.setState({ takeFocus: 'outline' })
}
