/** What numbers that nobody gave are; forms show them in the empty fields, and the generator takes them. */
export const DEFAULTS = {
  /** Messages that a consumer of a queue holds unacknowledged. */
  prefetch: 10,
  /** Tries after the first, 1, 10 and 60 seconds later. */
  retries: 3,
  /** Messages that one process of a worker handles at the same time. */
  concurrency: 10,
  /** Length of a line of text. */
  maxLength: 255,
} as const
