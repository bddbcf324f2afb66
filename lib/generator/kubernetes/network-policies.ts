import type { YamlObject } from '../formats/yaml'
import { anyOf, chosen, type Reach, type Workload } from './workload'

/** The label of a namespace whose pods may bring requests from outside to the project. */
export const INGRESS_LABEL = 'ingress-to'

/** Addresses that are not outside: those of pods and nodes, and where clouds answer for themselves. */
const INSIDE = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
]
const INSIDE_6 = ['::1/128', 'fc00::/7', 'fe80::/10']

type Inner = Extract<Reach, { host: string }>

/** Without a policy that allows it nothing comes to a pod and nothing leaves it. */
export const denyAll: YamlObject = policy('default-deny', {}, { ingress: [], egress: [] })

/** What may come to a program and where it may go: what is drawn, and nothing else. */
export function policyOf(workload: Workload, all: readonly Workload[], project: string): YamlObject {
  const lasting = workload.isForDevelopment ? all : all.filter(({ isForDevelopment }) => !isForDevelopment)
  const hosts = new Set(lasting.map(({ host }) => host))
  const { host, publicPort, reaches } = workload
  const reached = reaches.filter((reach) => !isInner(reach) || hosts.has(reach.host))
  return policy(
    host,
    { matchLabels: chosen(host) },
    {
      ingress: [
        ...callersOf(host, lasting),
        ...(publicPort === null ? [] : [fromOutside(publicPort, project)]),
      ],
      egress: [...(reached.length > 0 ? [TO_DNS] : []), ...reached.map(toReach)],
    },
  )
}

/** Lets those who use a program of development get to it; in production they have no such way. */
export function callersPolicy({ host }: Workload, all: readonly Workload[]): YamlObject {
  const callers = all.filter(({ reaches }) => reachesTo(reaches, host).length > 0)
  const ways = new Map(
    callers.flatMap(({ reaches }) => reachesTo(reaches, host)).map((reach) => [reach.port, reach]),
  )
  return policy(`callers-of-${host}`, anyOf(callers.map((caller) => caller.host)), {
    egress: [TO_DNS, ...[...ways.values()].map(toReach)],
  })
}

/** A policy for the pods that a selector chooses. */
export function policy(
  name: string,
  podSelector: YamlObject,
  rules: { readonly ingress?: readonly YamlObject[]; readonly egress?: readonly YamlObject[] },
): YamlObject {
  const policyTypes = [...(rules.ingress ? ['Ingress'] : []), ...(rules.egress ? ['Egress'] : [])]
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name },
    spec: { podSelector, policyTypes, ...rules },
  }
}

function isInner(reach: Reach): reach is Inner {
  return 'host' in reach
}

function reachesTo(reaches: readonly Reach[], host: string): readonly Inner[] {
  return reaches.filter(isInner).filter((reach) => reach.host === host)
}

/** One rule for each port that somebody comes to. */
function callersOf(host: string, all: readonly Workload[]): readonly YamlObject[] {
  const byPort = new Map<number, string[]>()
  for (const { host: caller, reaches } of all)
    for (const { port } of reachesTo(reaches, host)) byPort.set(port, [...(byPort.get(port) ?? []), caller])
  return [...byPort].map(([port, callers]) => ({
    from: [...new Set(callers)].sort().map((caller) => ({ podSelector: { matchLabels: chosen(caller) } })),
    ports: [tcp(port)],
  }))
}

function fromOutside(port: number, project: string): YamlObject {
  return {
    from: [{ namespaceSelector: { matchLabels: { [INGRESS_LABEL]: project } } }],
    ports: [tcp(port)],
  }
}

function toReach(reach: Reach): YamlObject {
  if (isInner(reach))
    return { to: [{ podSelector: { matchLabels: chosen(reach.host) } }], ports: [tcp(reach.port)] }
  return {
    to: [{ ipBlock: { cidr: '0.0.0.0/0', except: INSIDE } }, { ipBlock: { cidr: '::/0', except: INSIDE_6 } }],
    ports: reach.ports.map(tcp),
  }
}

function tcp(port: number): YamlObject {
  return { protocol: 'TCP', port }
}

/** Names are looked up at the DNS of the cluster. */
export const TO_DNS: YamlObject = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
}
