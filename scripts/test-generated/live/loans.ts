import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, expectStatus } from './http'
import { toRow } from './world'

const PATIENCE_SECONDS = 90
const LEAST_AMOUNT = 2000

/** A loan that was applied for, and answered with 2xx. */
export interface Applied {
  readonly id: string
  readonly key: string
}

/** What an applicant tells of the trace that the request is a part of. */
export type Tracing = 'traced' | 'damaged' | 'silent'

/** What has become of all loans, when nothing moves any more. */
export interface Tally {
  readonly answered: number
  /** Answered, and never decided: the event has not arrived. */
  readonly lost: number
  /** Rows beyond one for each request. */
  readonly doubledRows: number
  /** Loans that were decided more than once. */
  readonly doubledEvents: number
}

/** People who apply for loans, over and over until they are answered, each request with a key of its own. */
export class Loans {
  readonly applied: Applied[] = []
  private user = ''
  private begun = 0

  constructor(private readonly client: Client) {}

  async begin(): Promise<void> {
    const answer = await this.client.send('POST', '/api/v1/users', {
      body: {
        email: `${randomUUID()}@example.org`,
        name: 'Somebody',
        birth_date: '1990-01-01',
        is_verified: true,
      },
    })
    expectStatus(answer, 201)
    this.user = String(toRow(answer.body).id)
  }

  /** Applies for loans, all at once, and comes back when every one is answered. */
  async apply(count: number, tracing: Tracing = 'traced'): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.applyOnce(tracing)))
  }

  /** Waits until nothing is undecided, or until that lasts too long, and counts. */
  async tally(): Promise<Tally> {
    const end = Date.now() + PATIENCE_SECONDS * 1000
    let rows = await this.rows()
    while (rows.some(({ status }) => status === 'pending') && Date.now() < end) {
      await sleep(500)
      rows = await this.rows()
    }
    const pending = new Set(rows.filter(({ status }) => status === 'pending').map(({ id }) => id))
    const known = new Set(rows.map(({ id }) => id))
    return {
      answered: this.applied.length,
      lost: this.applied.filter(({ id }) => pending.has(id) || !known.has(id)).length,
      doubledRows: rows.length - new Set(this.applied.map(({ key }) => key)).size,
      doubledEvents: rows.filter(({ version }) => Number(version) > 2).length,
    }
  }

  private async applyOnce(tracing: Tracing): Promise<void> {
    const key = randomUUID()
    this.begun += 1
    const body = { amount: String(LEAST_AMOUNT + this.begun), term_months: 12 }
    const end = Date.now() + PATIENCE_SECONDS * 1000
    while (Date.now() < end) {
      const id = await this.ask(key, tracing, body)
      if (id !== undefined) {
        this.applied.push({ id, key })
        return
      }
      await sleep(50)
    }
    throw new Error(`Nobody answered an application for ${PATIENCE_SECONDS} s`)
  }

  /** The id of the loan; undefined where nobody answers, or an outage is answered. */
  private async ask(key: string, tracing: Tracing, body: object): Promise<string | undefined> {
    const sent = { body, headers: { 'Idempotency-Key': key, ...traceHeaders(key, tracing) } }
    const path = `/api/v1/users/${this.user}/loan-applications`
    const answer = await this.client.send('POST', path, sent).catch(() => undefined)
    if (!answer || answer.status === 503) return undefined
    expectStatus(answer, 201)
    return String(toRow(answer.body).id)
  }

  /** Asks again once where a connection that was kept open turned out to be closed. */
  private read(path: string): ReturnType<Client['send']> {
    return this.client.send('GET', path).catch(() => this.client.send('GET', path))
  }

  private async rows(): Promise<readonly ReturnType<typeof toRow>[]> {
    const rows: ReturnType<typeof toRow>[] = []
    let cursor: unknown
    do {
      const query = typeof cursor === 'string' ? `&cursor=${encodeURIComponent(cursor)}` : ''
      const answer = await this.read(`/api/v1/loans?limit=100${query}`)
      expectStatus(answer, 200)
      const page = toRow(answer.body)
      const { items } = page
      if (!Array.isArray(items)) throw new Error('a page without items')
      rows.push(...items.map(toRow))
      cursor = page.next_cursor
    } while (typeof cursor === 'string')
    return rows
  }
}

/** The trace in which a loan is applied for. */
export const traceOf = (key: string) => key.replaceAll('-', '')

function traceHeaders(key: string, tracing: Tracing): Readonly<Record<string, string>> {
  if (tracing === 'silent') return {}
  const span = randomBytes(8).toString('hex')
  return { traceparent: `${tracing === 'damaged' ? 'ff' : '00'}-${traceOf(key)}-${span}-01` }
}
