/** One piece of work of a run. */
export interface Task {
  readonly id: string
  /** Done whatever the time is; the rest is left out once the budget is used up. */
  readonly always: boolean
  readonly run: (lane: number) => Promise<void>
}

/**
 * Runs tasks in their order in so many lanes, and starts none that is not needed once `late` says so. Answers the
 * ids of those left out.
 */
export async function runInLanes(
  tasks: Iterable<Task>,
  lanes: number,
  late: () => boolean,
): Promise<readonly string[]> {
  const leftOut: string[] = []
  const waiting = tasks[Symbol.iterator]()
  const work = async (lane: number) => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const task = next.value
      if (!task.always && late()) leftOut.push(task.id)
      else await task.run(lane)
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)))
  return leftOut
}
