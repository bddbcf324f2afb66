/** Of the list one sees at least two problems, and of the canvas enough to see where they are. */
export const PROBLEMS_LIMITS = { least: 72, above: 340 } as const
