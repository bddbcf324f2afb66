import type { Topology } from '@/lib/topology/model/topology'

/** What shows a property: stages of a design's gate, unit tests of the generator, or a command of its own. */
export type Proof =
  | { readonly by: 'stages'; readonly stages: readonly RegExp[] }
  | { readonly by: 'unit'; readonly files: readonly string[] }
  | { readonly by: 'command'; readonly command: string }

export interface Property {
  readonly number: number
  /** What every download promises, in a few words. */
  readonly says: string
  readonly proof: Proof
  /** Designs that have nothing of it are left out. */
  readonly appliesTo?: (design: Topology) => boolean
  /** What no command shows. */
  readonly byHand?: string
}

const stages = (...found: readonly RegExp[]): Proof => ({ by: 'stages', stages: found })
const unit = (...files: readonly string[]): Proof => ({ by: 'unit', files })
const command = (text: string): Proof => ({ by: 'command', command: text })

const hasQueue = ({ nodes }: Topology) => nodes.some(({ type }) => type === 'queue')
const hasPostgres = ({ nodes }: Topology) =>
  nodes.some((node) => node.type === 'database' && node.engine === 'postgres')
const hasKubernetes = ({ project }: Topology) => project.options?.kubernetes ?? false
const isObserved = ({ project }: Topology) => project.options?.observability ?? false

/** The properties of every generated project, in their order. */
export const properties: readonly Property[] = [
  { number: 1, says: 'installs from its pins', proof: stages(/^install$/) },
  { number: 2, says: 'mypy --strict over everything', proof: stages(/^types$/) },
  { number: 3, says: 'ruff check', proof: stages(/^lint$/) },
  { number: 4, says: 'ruff format', proof: stages(/^format$/) },
  { number: 5, says: 'English code, texts in the locale', proof: stages(/^tests$/) },
  { number: 6, says: 'import contracts, broken by a plant', proof: stages(/^layers$/) },
  { number: 7, says: 'no driver in what others install', proof: stages(/^tests$/) },
  { number: 8, says: 'one runtime for each service', proof: stages(/^tests$/) },
  { number: 9, says: 'unit tests in an empty environment', proof: stages(/^tests$/) },
  { number: 10, says: 'branch coverage of at least 90 %', proof: stages(/^coverage$/) },
  { number: 11, says: 'warnings are errors', proof: stages(/^tests$/) },
  {
    number: 12,
    says: 'tests in random order and in parallel',
    proof: stages(/^tests$/),
    byHand: 'the gate runs tests in random order; `make test` of a download runs them in parallel, too',
  },
  { number: 13, says: 'integration on real servers, no skip', proof: stages(/^integration$/) },
  { number: 14, says: 'fakes keep the contract of the real', proof: stages(/^tests$/, /^integration$/) },
  {
    number: 15,
    says: 'migrations up, down, up, alembic check',
    proof: stages(/^migrations$/),
    appliesTo: hasPostgres,
  },
  { number: 16, says: 'OpenAPI, AsyncAPI, schemas current', proof: stages(/^contracts$/, /^tests$/) },
  { number: 17, says: 'clients match data APIs', proof: stages(/^tests$/, /^integration$/) },
  { number: 18, says: 'problem documents', proof: stages(/^live (create|absent|access)/) },
  { number: 19, says: 'an If-Match race has one winner', proof: stages(/^live update/) },
  {
    number: 20,
    says: 'retry ladder, dead letters, poison',
    proof: stages(/^integration$/),
    appliesTo: hasQueue,
  },
  {
    number: 21,
    says: 'duplicates once, a crash loses nothing',
    proof: stages(/^integration$/),
    appliesTo: hasQueue,
  },
  {
    number: 22,
    says: 'the broker away: not ready, then back',
    proof: command('npm run test:generated -- --designs 0 --flow 20'),
  },
  { number: 23, says: 'an outage gives 503', proof: stages(/^live outage/) },
  { number: 24, says: 'SIGTERM drains', proof: stages(/^live stop/) },
  { number: 25, says: 'correlation and trace ids', proof: stages(/^live correlation/) },
  { number: 26, says: 'logs are JSON without secrets', proof: stages(/^live logs/) },
  { number: 27, says: 'live is not ready', proof: stages(/^live outage/) },
  { number: 28, says: 'no ids in labels of metrics', proof: stages(/^tests$/), appliesTo: isObserved },
  {
    number: 29,
    says: 'images: hadolint, numeric user, read-only',
    proof: stages(/^containers$/),
    byHand: 'images are linted, never built or run: that needs Docker',
  },
  {
    number: 30,
    says: 'compose files are valid',
    proof: stages(/^containers$/),
    byHand: 'compose files are checked against their schema, never started: that needs Docker',
  },
  {
    number: 31,
    says: 'manifests are valid',
    proof: stages(/^manifests$/),
    appliesTo: hasKubernetes,
    byHand: 'manifests are built and checked against schemas, never applied to a cluster',
  },
  {
    number: 32,
    says: 'network policies are the links',
    proof: unit('lib/generator/kubernetes/network-policies.test.ts'),
  },
  { number: 33, says: 'no unsafe code, no secret', proof: stages(/^bandit$/, /^secrets$/) },
  {
    number: 34,
    says: 'make targets do what the README says',
    proof: command('npm run test:generated -- --designs 0 --budget 0.01'),
    byHand: 'make check, arch-check, env and k8s-check are run; up, dev and what else needs Docker is not',
  },
  { number: 35, says: 'the same bytes each time', proof: unit('lib/generator/generate.test.ts') },
  {
    number: 36,
    says: 'in form for any names and lengths',
    proof: command('npm run test:ruff -- --designs 300'),
  },
  {
    number: 37,
    says: 'holds for random designs',
    proof: command('npm run test:generated -- --designs 25 --servers --live 3'),
  },
  { number: 38, says: '.gitignore hides nothing', proof: stages(/^hidden$/) },
]
