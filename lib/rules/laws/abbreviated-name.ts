import { MAX_CONTEXT, MAX_IDENTIFIER } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { GivenName, NameRole } from '@/lib/topology/names'
import { serviceName } from '@/lib/topology/naming'
import { goodName } from '../good-name'
import type { Finding, Rule } from '../rule'
import { api, lending, string, withField } from '../sketch'
import { namesThat } from '../suspects'
import { plain, text } from '../words'

export const abbreviatedName: Rule = {
  id: 'abbreviated-name',
  group: 'names',
  severity: 'warning',
  title: text('Words are written out.', 'Слова пишутся полностью.'),
  why: text(
    'Whoever joins the project reads lending, but has to ask about lnd.',
    'Новый человек прочтёт lending, а о lnd ему придётся спрашивать.',
  ),
  check,
  examples: {
    valid: [{ name: text('quantity', 'quantity'), topology: withField(string('quantity')) }],
    invalid: [
      { name: text('qty', 'qty'), topology: withField(string('qty')) },
      {
        name: text('fin_usr_api', 'fin_usr_api'),
        topology: lending({ project: { context: 'fin' }, nodes: [api('lending', { domain: 'usr' })] }),
      },
    ],
  },
}

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acct: 'account',
    addr: 'address',
    amt: 'amount',
    appl: 'application',
    bal: 'balance',
    cfg: 'config',
    cust: 'customer',
    dept: 'department',
    descr: 'description',
    dob: 'date_of_birth',
    emp: 'employee',
    fin: 'finance',
    inv: 'invoice',
    mgmt: 'management',
    mgr: 'manager',
    msg: 'message',
    notif: 'notification',
    org: 'organization',
    pmt: 'payment',
    prod: 'product',
    pwd: 'password',
    qty: 'quantity',
    svc: 'service',
    trx: 'transaction',
    txn: 'transaction',
    usr: 'user',
  }),
)

/** Plurals and variables follow other names; commands are typed by people and may be short. */
const ROLES: ReadonlySet<NameRole> = new Set([
  'context',
  'domain',
  'function',
  'entity',
  'field',
  'queue',
  'external',
])

function* check(look: Lookup): Generator<Finding> {
  for (const given of namesThat(look.topology, isAbbreviated)) {
    const words = given.name.split('_')
    const full = words.map((word) => WORDS.get(word) ?? word).join('_')
    const name = plain(given.name)
    yield {
      message: text(`${name} is abbreviated; write ${full}.`, `${name}: сокращение; напишите ${full}.`),
      at: [given.place],
      ...(canBe(look, given, full) && {
        fix: { label: text(`Use ${full}`, `Взять ${full}`), edit: given.rename(full), safe: true },
      }),
    }
  }
}

const isAbbreviated = ({ role, name }: GivenName) =>
  ROLES.has(role) && name.split('_').some((word) => WORDS.has(word))

/** Whether the long form is free and fits; a context lengthens every service. */
function canBe(look: Lookup, given: GivenName, full: string): boolean {
  if (goodName(look, given, full) !== full) return false
  const longer = full.length - given.name.length
  const { project } = look.topology
  const names = look.services.map((service) => ({ id: service.id, name: serviceName(project, service) }))
  if (given.role === 'context') {
    return full.length <= MAX_CONTEXT && names.every(({ name }) => name.length + longer <= MAX_IDENTIFIER)
  }
  if (given.role !== 'domain' && given.role !== 'function') return full.length < MAX_IDENTIFIER - 2
  const own = names.find(({ id }) => id === given.place.id)?.name ?? ''
  const next = own.replace(given.name, full)
  return next.length <= MAX_IDENTIFIER && !names.some(({ name }) => name === next)
}
