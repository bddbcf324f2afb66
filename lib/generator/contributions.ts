import type { ComposeService } from './compose'
import type { YamlObject } from './formats/yaml'
import type { Workload } from './kubernetes/workload'

/** What one service adds to the files that all services share. */
export interface Contributions {
  /** One English sentence for its pyproject. */
  readonly description: string
  /** Python packages that it imports, `shared` with its extras among them. */
  readonly requirements: readonly string[]
  /** Packages that only the checks of its code need, such as stubs. */
  readonly checkRequirements?: readonly string[]
  /** What its settings must find in the environment to start. */
  readonly settings: readonly Setting[]
  /** What a person may or must say in `.env`. */
  readonly variables: readonly Variable[]
  /** Containers of development, by their host name: what one needs comes before it. */
  readonly containers: Readonly<Record<string, ComposeService>>
  /** The same programs in a cluster, by their host name. */
  readonly workloads: Readonly<Record<string, Workload>>
  /** Volumes that its containers keep data in. */
  readonly volumes?: readonly string[]
  /** Containers that bring a database to its newest schema and end. */
  readonly migrations?: readonly string[]
  /** Servers that its integration tests look for. */
  readonly testServers?: readonly TestServer[]
  /** Pages of its servers that a person looks at while developing. */
  readonly consoles?: readonly Console[]
  readonly contracts: readonly ImportContract[]
}

/** A page of a container that is no service of the project. */
export interface Console {
  readonly host: string
  /** What one sees there, in English. */
  readonly shows: string
  /** Its port on this machine unless `.env` says otherwise. */
  readonly port: number
  /** Who one logs in as, with which variable of `.env`; null where everybody may look. */
  readonly login: { readonly user: string; readonly password: string } | null
}

export interface Setting {
  readonly name: string
  /** A value that is well-formed and leads nowhere; null for a secret. */
  readonly example: string | null
}

/** A line of `.env.example`. */
export interface Variable {
  readonly name: string
  /** Variables with the same heading stand together under it. */
  readonly heading: string
  /** Null is a secret that `make env` makes up; a text is the default, which stands there as a comment. */
  readonly default: string | null
}

/** A server that tests run against, as a container of the CI workflow. */
export interface TestServer {
  readonly name: string
  /** The variable that tells tests where it is, and what it says in CI. */
  readonly variable: string
  readonly url: string
  readonly container: YamlObject
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
