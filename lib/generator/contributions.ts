import type { YamlObject } from './formats/yaml'

/** What one service adds to the files that all services share. */
export interface Contributions {
  /** One English sentence for its pyproject. */
  readonly description: string
  /** Python packages that it imports, `shared` with its extras among them. */
  readonly requirements: readonly string[]
  /** Packages that only the checks of its code need, such as stubs. */
  readonly checkRequirements?: readonly string[]
  /** What it reads from its environment. */
  readonly variables: readonly Variable[]
  /** Containers of development, by their host name. */
  readonly containers: Readonly<Record<string, YamlObject>>
  /** Volumes that its containers keep data in. */
  readonly volumes?: readonly string[]
  readonly contracts: readonly ImportContract[]
}

/** An environment variable. */
export interface Variable {
  readonly name: string
  /** Words of the generator about it. */
  readonly comment: string
  /** A fixed value, a random secret that `make env` makes, or nothing until a person says it. */
  readonly value: { readonly is: 'fixed'; readonly text: string } | { readonly is: 'secret' }
}

/** A contract of import-linter; its id says what it is about and stays the same. */
export type ImportContract = { readonly id: string; readonly name: string } & (
  | { readonly type: 'layers'; readonly containers: readonly string[]; readonly layers: readonly string[] }
  | { readonly type: 'independence'; readonly modules: readonly string[] }
  | {
      readonly type: 'forbidden'
      readonly source_modules: readonly string[]
      readonly forbidden_modules: readonly string[]
      readonly allow_indirect_imports?: boolean
    }
)
