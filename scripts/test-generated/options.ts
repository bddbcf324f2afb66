import { parseArgs } from 'node:util'

/** What a run was asked for. */
export interface Options {
  /** How many random designs. */
  readonly designs: number
  /** Seed of the first random design; the next ones follow it. */
  readonly seed: number
  /** Random designs only, as when a failing seed is repeated. */
  readonly randomOnly: boolean
  /** One example instead of all designs. */
  readonly example: string | undefined
  /** Minutes after which no further design is started. */
  readonly budget: number | undefined
  readonly python: string
  /** Where the projects are left for a look at them. */
  readonly keep: string | undefined
  /** How many designs are also run as processes. */
  readonly live: number
  /** Whether every design's migrations and integration tests run on real servers. */
  readonly servers: boolean
  /** How often everything fails while messages flow; 0 leaves it out. */
  readonly flow: number
}

export const USAGE = `npm run test:generated -- [options]
  --designs N     random designs after the examples (default 25)
  --seed S        random designs only, from seed S on
  --example ID    this example only
  --budget MIN    start no further design after so many minutes
  --python V      version of Python (default 3.11)
  --live N        also run N designs on a real PostgreSQL (default 1)
  --servers       also run migrations and integration tests on real PostgreSQL, RabbitMQ and Redis
  --flow N        also let loans flow through events while everything fails, N times each
  --keep DIR      leave the projects in this folder`

/** A wrong command line; the message is for the person. */
export class WrongUse extends Error {}

function toNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < least) {
    throw new WrongUse(`--${name} needs a number of at least ${least}, not "${text}".`)
  }
  return value
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        designs: text,
        seed: text,
        example: text,
        budget: text,
        python: text,
        keep: text,
        live: text,
        servers: { type: 'boolean' },
        flow: text,
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** Reads the command line; `undefined` when the person asked for help. */
export function readOptions(args: readonly string[]): Options | undefined {
  const values = parse(args)
  if (values.help) return undefined
  const designs = toNumber('designs', values.designs, 0)
  const seed = toNumber('seed', values.seed, 0)
  const alone = values.example !== undefined || seed !== undefined
  return {
    designs: Math.floor(designs ?? (values.example !== undefined ? 0 : seed !== undefined ? 1 : 25)),
    seed: Math.floor(seed ?? 1),
    randomOnly: seed !== undefined && values.example === undefined,
    example: values.example,
    budget: toNumber('budget', values.budget, 0),
    python: values.python ?? '3.11',
    keep: values.keep,
    live: Math.floor(toNumber('live', values.live, 0) ?? (alone ? 0 : 1)),
    servers: values.servers ?? false,
    flow: Math.floor(toNumber('flow', values.flow, 0) ?? 0),
  }
}
