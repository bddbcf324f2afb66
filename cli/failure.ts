/** What the exit code of the command line says. */
export const EXIT = { fine: 0, errors: 1, wrongUse: 2, unreadable: 3 } as const

/** Ends a command: the message says what happened, where, and what to do. */
export class Failure extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message)
  }
}

/** The reason that Node gives for a failed call to the system, such as `ENOENT`. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  return (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error))
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not do that there',
  EPERM: 'this user may not do that there',
  EROFS: 'the file system is read-only',
  ENOENT: 'there is nothing at this path',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EEXIST: 'it exists already',
  ELOOP: 'the path goes through symbolic links in a circle',
}
