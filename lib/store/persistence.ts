const ASKED = 'topoforge.persist-asked'

/** So many steps make a design that is worth asking for. */
const WORTH = 5

/**
 * Asks the browser, once, to keep its designs also when space is short: when somebody has worked for a while, so
 * that a browser that asks the person does not ask who only looks. Answers nothing; `isPersisted` tells.
 */
export function askToPersist(steps: number): void {
  try {
    if (steps < WORTH || localStorage.getItem(ASKED) !== null) return
    localStorage.setItem(ASKED, 'yes')
    void navigator.storage?.persist?.().catch(() => false)
  } catch {
    // Where nothing can be stored there is nothing to persist.
  }
}

/** Whether the browser promised not to throw the designs away when space is short. */
export async function isPersisted(): Promise<boolean> {
  return (await navigator.storage?.persisted?.().catch(() => false)) ?? false
}
