/** A colour as it is in the theme that is shown: `light-dark(…)` and `var(…)` mean nothing to a painter. */
export function resolveColor(color: string, element: Element): string {
  const probe = document.createElement('i')
  probe.style.color = color
  element.parentElement?.append(probe)
  const resolved = getComputedStyle(probe).color
  probe.remove()
  return resolved
}
