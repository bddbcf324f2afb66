import * as z from 'zod'

/** What a service answered. */
export interface Answer {
  readonly request: string
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface Sent {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Something turned out otherwise than the contract says; where it was noticed is of no interest. */
export class Surprise extends Error {
  constructor(message: string) {
    super(message)
    this.stack = message
  }
}

const PATIENCE_MS = 20_000

/** Talks to one service from outside. */
export class Client {
  constructor(
    readonly base: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  async send(method: string, path: string, { body, headers }: Sent = {}): Promise<Answer> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...this.headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : toJson(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = await response.text()
    const request = `${method} ${this.base}${path}`
    return { request, status: response.status, headers: response.headers, body: parse(text) }
  }
}

const LARGE = /"§(-?\d+)§"/g

/** JSON with integers of any size: bigints are written as they are. */
function toJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `§${part}§` : part))
  return text.replace(LARGE, '$1')
}

function parse(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function tell({ request, status, body }: Answer): string {
  return `${request} → ${status} ${JSON.stringify(body)?.slice(0, 600) ?? ''}`
}

/** Throws unless the service answered with this status. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer
  throw new Surprise(`expected ${status}: ${tell(answer)}`)
}

export function ensure(truth: boolean, message: string): void {
  if (!truth) throw new Surprise(message)
}

const problemSchema = z.looseObject({
  type: z.string().startsWith('urn:problem:'),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  instance: z.string(),
  correlation_id: z.string().min(1),
  errors: z
    .array(z.looseObject({ pointer: z.string(), message: z.string().min(1) }))
    .min(1)
    .optional(),
})

/** Throws unless the answer is a problem document (RFC 9457) with this status and, if given, this type. */
export function expectProblem(answer: Answer, status: number, slug?: string): z.output<typeof problemSchema> {
  expectStatus(answer, status)
  const type = answer.headers.get('content-type') ?? 'no type'
  ensure(type.startsWith('application/problem+json'), `${tell(answer)} came as ${type}`)
  const problem = problemSchema.safeParse(answer.body)
  if (!problem.success) throw new Surprise(`no problem document: ${tell(answer)}\n${problem.error.message}`)
  ensure(problem.data.status === status, `another status inside: ${tell(answer)}`)
  const right = slug === undefined || problem.data.type === `urn:problem:${slug}`
  ensure(right, `expected urn:problem:${slug}: ${tell(answer)}`)
  return problem.data
}

/** Throws unless some error of the problem is about this field. */
export function expectNamed(answer: Answer, status: number, field: string, slug?: string): void {
  const { errors = [], detail } = expectProblem(answer, status, slug)
  const named = errors.some(({ pointer }) => pointer.split('/').includes(field)) || detail.includes(field)
  ensure(named, `“${field}” is not named: ${tell(answer)}`)
}
