import type { YamlObject } from '../formats/yaml'

/** What one program of a project is in a cluster: its manifests, and whom it talks to. */
export interface Workload {
  /** The folder of its manifests: what belongs to one service shares one. */
  readonly folder: string
  /** Its name in the cluster, and the label by which everybody finds its pods. */
  readonly host: string
  /** Its manifests, by the names of their files without the ending. */
  readonly manifests: Readonly<Record<string, YamlObject>>
  /** What its ConfigMap says; without an entry it has none. */
  readonly config: Readonly<Record<string, string>>
  /** What that says otherwise, or besides, while developing. */
  readonly developmentConfig: Readonly<Record<string, string>>
  /** Keys of the Secret that it does not start without. */
  readonly secrets: readonly string[]
  readonly reaches: readonly Reach[]
  /** The port that people outside of the cluster come to; null for what is reached from inside alone. */
  readonly publicPort: number | null
  /** Whether an image with its name is built from the project. */
  readonly isBuilt: boolean
  /** Whether it is there while developing only. */
  readonly isForDevelopment?: true
}

/** Someone whom a program talks to: another one of the cluster, or something outside of it. */
export type Reach =
  | { readonly host: string; readonly port: number }
  | { readonly outside: 'http' | 'mail'; readonly ports: readonly number[] }

/** What programs are for; what is not a service is brought into a cluster before all services. */
export type Component = 'service' | 'migration' | 'database' | 'broker' | 'store' | 'mail'

const NAME = 'app.kubernetes.io/name'
const COMPONENT = 'app.kubernetes.io/component'

/** The Secret that every program takes its own keys from. */
export const SECRET = 'secrets'

/** The label by which the pods of a program are chosen. */
export function chosen(host: string): YamlObject {
  return { [NAME]: host }
}

/** Everything that can be asked for of one program's objects. */
export function labelled(host: string, component: Component): YamlObject {
  return { [NAME]: host, [COMPONENT]: component }
}

/** Chooses the pods of several programs. */
export function anyOf(hosts: readonly string[]): YamlObject {
  return { matchExpressions: [{ key: NAME, operator: 'In', values: hosts }] }
}

/** The account that a pod runs as: it may ask the cluster for nothing, and has no token to ask with. */
export function serviceAccount(host: string, component: Component): YamlObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: host, labels: labelled(host, component) },
    automountServiceAccountToken: false,
  }
}
