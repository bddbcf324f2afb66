import type { Field } from '@/lib/generator/project'
import type { Offer } from './crud'
import { type Answer, ensure, expectProblem, expectStatus, Surprise, tell } from './http'
import { isSame } from './same-value'
import type { Row } from './samples'
import type { Kept } from './world'

const RANGED: ReadonlySet<Field['type']['type']> = new Set(['integer', 'decimal', 'date', 'datetime'])
const MOST_PAGES = 200

interface Page {
  readonly items: readonly Row[]
  readonly next: string | null
}

function toPage(answer: Answer): Page {
  const { body } = expectStatus(answer, 200)
  const page = body as { items?: unknown; next_cursor?: unknown }
  const { items, next_cursor: next } = page
  if (Array.isArray(items) && (next === null || typeof next === 'string'))
    return { items: items as Row[], next }
  throw new Surprise(`no page: ${tell(answer)}`)
}

async function readPage({ client, path }: Offer, query: Readonly<Record<string, string>>): Promise<Page> {
  return toPage(await client.send('GET', `${path}?${new URLSearchParams(query)}`))
}

/** Every row that a query finds, page by page. */
async function readAll(offer: Offer, query: Readonly<Record<string, string>>): Promise<readonly Row[]> {
  const rows: Row[] = []
  let page = await readPage(offer, query)
  for (let pages = 1; ; pages += 1) {
    rows.push(...page.items)
    if (page.next === null) return rows
    ensure(pages < MOST_PAGES, `the list ${offer.path} does not end`)
    page = await readPage(offer, { ...query, cursor: page.next })
  }
}

/** Lists rows page by page, each once, and finds them by what is indexed. */
export async function tryList(offer: Offer, rows: readonly Kept[]): Promise<void> {
  const all = await readAll(offer, { limit: '2' })
  const ids = all.map(({ id }) => String(id))
  ensure(new Set(ids).size === ids.length, `a row came twice in ${offer.path}`)
  for (const { id } of rows) ensure(ids.includes(id), `${offer.path} leaves out ${id}`)
  const { items } = await readPage(offer, { limit: '2' })
  ensure(items.length === Math.min(2, all.length), `limit=2 gave ${items.length} rows`)
  const { client, path } = offer
  expectProblem(await client.send('GET', `${path}?cursor=bm90LW91cnM`), 422, 'invalid-cursor')
  expectProblem(await client.send('GET', `${path}?limit=101`), 422)
  expectProblem(await client.send('GET', `${path}?limit=0`), 422)
  for (const field of offer.entity.fields) if (field.indexed) await tryFilter(offer, field, rows)
}

async function tryFilter(offer: Offer, field: Field, rows: readonly Kept[]): Promise<void> {
  const kept = rows.find(({ row }) => row[field.name] !== null && row[field.name] !== undefined)
  if (!kept || field.type.type === 'secret') return
  const value = kept.row[field.name]
  const text = String(value)
  const found = await readAll(offer, { [field.name]: text, limit: '100' })
  const told = `${offer.path}?${field.name}=${text}`
  ensure(
    found.some(({ id }) => id === kept.id),
    `${told} leaves out ${kept.id}`,
  )
  for (const row of found) {
    const right = isSame(field.type, value, row[field.name])
    ensure(right, `${told} gave a row with ${JSON.stringify(row[field.name])}`)
  }
  if (!RANGED.has(field.type.type)) return
  const range = { [`${field.name}_from`]: text, [`${field.name}_to`]: text, limit: '100' }
  const between = await readAll(offer, range)
  const same = between.length === found.length && between.some(({ id }) => id === kept.id)
  ensure(same, `${told}: the range from and to it gave ${between.length} rows, the value ${found.length}`)
}
