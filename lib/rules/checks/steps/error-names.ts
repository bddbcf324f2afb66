import { entityClass } from '@/lib/topology/class-names'
import { RESERVED_CLASS_NAMES } from '@/lib/topology/reserved'
import type { DesignReader } from '@/lib/topology/steps/reader'

/** Errors that every entity has: `LoanNotFoundError`, `StaleLoanError`. */
const OF_ENTITY = /^(?:Stale(.+)|Invalid(.+)|(.+)NotFound|(.+)Conflict)Error$/

/** Errors of Python's own that a class of this name would hide. */
const PYTHONS = new Set(
  `ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError ChildProcessError
  ConnectionError ConnectionAbortedError ConnectionRefusedError ConnectionResetError EOFError FileExistsError
  FileNotFoundError FloatingPointError ImportError IndentationError IndexError InterruptedError IsADirectoryError
  KeyError LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError
  OverflowError PermissionError ProcessLookupError RecursionError ReferenceError RuntimeError SyntaxError SystemError
  TabError TimeoutError TypeError UnboundLocalError UnicodeError ValueError ZeroDivisionError`.split(/\s+/),
)

/** Whether an error's class would be one that a service has anyway. */
export function clashOfError(reader: DesignReader, className: string): boolean {
  if (RESERVED_CLASS_NAMES.has(className) || PYTHONS.has(className)) return true
  const [, ...parts] = OF_ENTITY.exec(className) ?? []
  const stem = parts.find((part) => part !== undefined)
  if (stem === undefined) return false
  return reader.read(`class ${stem}`, ({ topology }) =>
    topology.entities.some((one) => entityClass(one) === stem),
  )
}
