import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs'

/** Ruff as a generated project configures it, in this process: for tests of what is generated. */
export class Ruff {
  private readonly workspace: Workspace

  /** `settings` are those of `[tool.ruff]`. */
  constructor(settings: object) {
    this.workspace = new Workspace(settings, PositionEncoding.Utf16)
  }

  /** The text as `ruff format` leaves it; throws where it is not Python. */
  format(text: string): string {
    return this.workspace.format(text)
  }

  /** What `ruff check` finds: line, code and message of each finding. */
  check(text: string): string[] {
    const found = this.workspace.check(text) as Diagnostic[]
    return found.map(
      ({ start_location, code, message }) => `${start_location.row}: ${code ?? 'syntax'} ${message}`,
    )
  }
}

interface Diagnostic {
  readonly code: string | null
  readonly message: string
  readonly start_location: { readonly row: number }
}
