import { useEffect } from 'react'
import { focusCanvas } from '@/lib/commands/focus'

/** Whoever removed something may still move the focus by intent; after this time, in milliseconds, it is lost. */
const PATIENCE = 60

const TABBABLE =
  'a[href], button:not([tabindex="-1"]), input:not([tabindex="-1"]), textarea, [tabindex="0"], [role="treeitem"]'
/** Beyond these another part of the page begins. */
const FRAME = 'main, aside, nav, header, section[aria-label], [role="dialog"], [role="tree"]'

/** One step from the focused element outwards: its parent, and the place in it. */
interface Step {
  readonly parent: Element
  readonly index: number
}

/**
 * Keeps the keyboard where it was when what had the focus is removed: it goes to what came into its place, else to
 * what stood before it, else to what stands around.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: { readonly element: Element; readonly way: readonly Step[] } | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const isLost = () =>
      last &&
      !last.element.isConnected &&
      (document.activeElement === document.body || document.activeElement?.matches('[role="dialog"]'))
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      // A dialog takes the focus to itself when it was lost inside it.
      if (last && !last.element.isConnected && target.matches('[role="dialog"]')) soon()
      else last = { element: target, way: wayOut(target) }
    }
    // Who clicks beside everything wants the focus nowhere.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Element && !target.closest(`${TABBABLE}, [tabindex]`)) last = undefined
    }
    const recover = () => {
      if (last && isLost()) moveOn(last.way)
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(recover, PATIENCE)
    }
    const observer = new MutationObserver(() => isLost() && soon())
    addEventListener('focusin', onFocusIn)
    addEventListener('pointerdown', onPointerDown, { capture: true })
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      removeEventListener('focusin', onFocusIn)
      removeEventListener('pointerdown', onPointerDown, { capture: true })
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
}

function wayOut(from: Element): readonly Step[] {
  const way: Step[] = []
  for (let child = from; child.parentElement && child !== document.body; child = child.parentElement) {
    way.push({ parent: child.parentElement, index: [...child.parentElement.children].indexOf(child) })
  }
  return way
}

function moveOn(way: readonly Step[]): void {
  const outside = way.findIndex(({ parent }) => parent.isConnected)
  for (let at = outside; at < way.length; at += 1) {
    const { parent, index } = way[at] as Step
    if (parent === document.body) break
    const inner = way.slice(0, at).toReversed()
    const next = at === outside ? [index, index - 1] : [index - 1, index + 1]
    for (const place of next) {
      const target = likeIn(parent.children[place], inner)
      if (target) {
        target.focus()
        return
      }
    }
    if (parent.matches(FRAME)) {
      focusFrame(parent)
      return
    }
  }
  focusCanvas()
}

/** In a neighbour, what stands where the focus stood in the removed one; else the first that takes the focus. */
function likeIn(element: Element | undefined, inner: readonly Step[]): HTMLElement | undefined {
  if (!element) return undefined
  let twin: Element | undefined = element
  for (const { index } of inner) twin = twin?.children[index]
  const found = twin?.matches(TABBABLE) ? twin : firstTabbable(element)
  return found instanceof HTMLElement && found.checkVisibility() ? found : undefined
}

function firstTabbable(element: Element): Element | null {
  return element.matches(TABBABLE) ? element : element.querySelector(TABBABLE)
}

function focusFrame(frame: Element): void {
  if (!(frame instanceof HTMLElement)) return
  if (!frame.matches(TABBABLE)) frame.tabIndex = -1
  frame.focus({ preventScroll: true })
}
