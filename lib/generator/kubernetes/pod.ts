import type { YamlObject } from '../formats/yaml'

/** The user that the images of services are built for. */
export const SERVICE_USER = { user: 10001, group: 10001 } as const

/** A user and a group, as numbers: a cluster cannot tell by a name that it is not root. */
export interface RunsAs {
  readonly user: number
  readonly group: number
}

/** What every container of the project may do: nothing that it does not need. */
export const HARDENED: YamlObject = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
}

/** What pods have in common that the standard `restricted` asks for. */
export function restricted(host: string, { user, group }: RunsAs): YamlObject {
  return {
    serviceAccountName: host,
    automountServiceAccountToken: false,
    // Addresses come from DNS; variables for every Service of the namespace would only stand in the way.
    enableServiceLinks: false,
    securityContext: {
      fsGroup: group,
      fsGroupChangePolicy: 'OnRootMismatch',
      runAsGroup: group,
      runAsNonRoot: true,
      runAsUser: user,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  }
}

/** What a container is sure to get, and what it gets at most: memory in MiB, CPU in thousandths. */
export function resources(sure: { cpu: number; memory: number }, most: { cpu: number; memory: number }) {
  const amounts = ({ cpu, memory }: { cpu: number; memory: number }) => ({
    cpu: `${cpu}m`,
    memory: `${memory}Mi`,
  })
  return { requests: amounts(sure), limits: amounts(most) }
}

/** Folders that a container may write to and that end with its pod. */
export function scratch(folders: Readonly<Record<string, string>>): {
  readonly volumes: readonly YamlObject[]
  readonly volumeMounts: readonly YamlObject[]
} {
  const entries = Object.entries(folders)
  return {
    volumes: entries.map(([name]) => ({ name, emptyDir: { sizeLimit: '64Mi' } })),
    volumeMounts: entries.map(([name, mountPath]) => ({ name, mountPath })),
  }
}
