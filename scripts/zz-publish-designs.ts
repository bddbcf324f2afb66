const input = (...path: string[]) => ({ value: 'input', path })
const result = (name: string, ...path: string[]) => ({ value: 'result', name, path })
const c = (constant: any) => ({ value: 'constant', constant })
const api = (d: any) => d.nodes.find((n: any) => n.kind === 'business_api')
export function lending(d: any) {
  const a = api(d)
  const steps = a.useCases[0].steps
  const at = steps.findIndex((s: any) => s.step === 'create')
  steps.splice(at + 1, 0, { step: 'publish', message: 'applied', values: [
    { name: 'loan_id', value: result(steps[at].as ?? 'loan', 'id') },
    { name: 'amount', value: input('amount') },
    { name: 'status', value: result(steps[at].as ?? 'loan', 'status') },
    { name: 'note', value: c('Hi') },
  ] }, { step: 'publish', message: 'remind', delaySeconds: 3600, values: [{ name: 'loan_id', value: result(steps[at].as ?? 'loan', 'id') }, { name: 'at', value: { value: 'now' } }] })
  d.messages.push({ id: 'applied', type: 'event', name: 'loan.applied', fields: [
    { name: 'loan_id', type: 'reference', entity: 'loan' },
    { name: 'amount', type: 'decimal', precision: 12, scale: 2, min: 1 },
    { name: 'status', type: 'enum', values: [{ name: 'pending' }, { name: 'approved' }, { name: 'rejected' }, { name: 'issued' }, { name: 'closed' }] },
    { name: 'note', type: 'string', optional: true, maxLength: 20 },
    { name: 'kind', type: 'enum', values: [{ name: 'new' }, { name: 'old-one' }], default: 'new' },
    { name: 'tags', type: 'list', of: { type: 'string', maxLength: 10 }, maxItems: 3, default: ['a'] },
    { name: 'told_at', type: 'datetime', default: 'now' },
  ] }, { id: 'remind', type: 'task', name: 'loan.remind', fields: [{ name: 'loan_id', type: 'uuid' }, { name: 'at', type: 'datetime' },
    { name: 'address', type: 'object', optional: true, fields: [{ name: 'street', type: 'string' }, { name: 'kind', type: 'enum', values: [{ name: 'home' }] }, { name: 'zip', type: 'string', optional: true, pattern: '^[0-9]{5}$' }] },
    { name: 'extra', type: 'json', optional: true }] })
  d.nodes.push({ id: 'q', type: 'queue', name: 'applications', messages: ['applied'] }, { id: 'q2', type: 'queue', name: 'reminders', messages: ['remind', 'applied'] })
  d.links.push({ id: 'p', type: 'publishes', from: a.id, to: 'q' }, { id: 'p2', type: 'publishes', from: a.id, to: 'q2' })
  return d
}
export function quiet(d: any) {
  const made = lending(d)
  api(made).useCases[0].steps = api(made).useCases[0].steps.filter((s: any) => s.step !== 'publish')
  return made
}
const rows = [{ name: 'street', type: 'string', maxLength: 50 }, { name: 'kind', type: 'enum', values: [{ name: 'home' }, { name: 'work' }] }, { name: 'zip', type: 'string', optional: true }]
export function alone(d: any) {
  const a = { id: 'a', type: 'service', kind: 'business_api', domain: 'orders', label: { ru: 'Заказы' }, useCases: [
    { id: 'u', name: 'place_order', method: 'POST', path: '/orders/{number}', input: [
      { name: 'number', type: 'integer', min: 1, max: 100 }, { name: 'price', type: 'decimal', precision: 8, scale: 2, optional: true },
      { name: 'mood', type: 'enum', values: [{ name: 'good' }, { name: 'bad' }], default: 'good' }, { name: 'note', type: 'string', optional: true },
    ], steps: [
      { step: 'require', condition: { test: 'compare', operator: '<', left: input('number'), right: c(50) }, error: 'too_many', status: 409, text: { ru: 'Слишком много.', en: 'Too many' } },
      { step: 'publish', message: 'placed', values: [{ name: 'order_id', value: { value: 'new_id' } }, { name: 'count', value: input('number') }, { name: 'price', value: input('price') }, { name: 'mood', value: input('mood') }, { name: 'text', value: { value: 'text', text: { ru: 'Заказ {n}', en: 'Order {n}' }, places: [{ name: 'n', value: input('number') }] } }] },
      { step: 'publish', message: 'send', delaySeconds: 5, when: { test: 'is_set', value: input('note') }, values: [{ name: 'body', value: input('note') }, { name: 'until', value: { value: 'shift', date: { value: 'now' }, direction: 'after', amount: 3, unit: 'days' } }] },
      { step: 'answer', status: 202 },
    ] },
  ] }
  return { ...d, project: { ...d.project, name: 'orders', context: 'orders' }, entities: [], nodes: [a, { id: 'q', type: 'queue', name: 'placed_orders', messages: ['placed'] }, { id: 't', type: 'queue', name: 'mail_tasks', messages: ['send'], prefetch: 2, retries: 0, deadLetter: false }],
    links: [{ id: 'l', type: 'publishes', from: 'a', to: 'q' }, { id: 'l2', type: 'publishes', from: 'a', to: 't' }], layout: undefined,
    messages: [
      { id: 'placed', type: 'event', name: 'order.placed', fields: [{ name: 'order_id', type: 'uuid' }, { name: 'count', type: 'integer', min: 1, max: 20 }, { name: 'price', type: 'decimal', precision: 8, scale: 2, optional: true }, { name: 'mood', type: 'enum', values: [{ name: 'good' }, { name: 'bad' }] }, { name: 'text', type: 'string' }, { name: 'lines', type: 'list', of: { type: 'object', fields: rows }, optional: true }] },
      { id: 'send', type: 'task', name: 'email.send', fields: [{ name: 'body', type: 'text' }, { name: 'until', type: 'datetime' }, { name: 'extra', type: 'json', optional: true }] },
    ] }
}
export function crud(d: any) {
  const a = api(d)
  a.useCases = []
  const loan = d.entities.find((e: any) => e.id === 'loan')
  loan.fields.push({ name: 'address', type: 'object', optional: true, fields: rows }, { name: 'tags', type: 'list', of: { type: 'string', maxLength: 9 }, maxItems: 3 }, { name: 'extra', type: 'json', optional: true }, { name: 'kind', type: 'enum', values: [{ name: 'big' }, { name: 'small' }] })
  const fields = [{ name: 'id', type: 'uuid' }, { name: 'version', type: 'integer' }, { name: 'created_at', type: 'datetime' }, ...loan.fields.filter((f: any) => !['status'].includes(f.name)).map(({ indexed, unique, default: _, onDelete, ...f }: any) => f), { name: 'status', type: 'string' }, { name: 'unknown', type: 'string', optional: true }]
  d.messages.push({ id: 'c', type: 'event', name: 'loan.created', fields }, { id: 'u', type: 'event', name: 'loan.updated', fields }, { id: 'x', type: 'event', name: 'loan.deleted', fields: [{ name: 'id', type: 'uuid' }] }, { id: 'uc', type: 'event', name: 'user.created', fields: [] })
  d.nodes.push({ id: 'q', type: 'queue', name: 'loans', messages: ['c', 'u', 'x', 'uc'] })
  d.links.push({ id: 'p', type: 'publishes', from: a.id, to: 'q' })
  return d
}
export function both(d: any) {
  const kept = api(d).useCases
  const made = crud(d)
  api(made).useCases = [...kept, { id: 'z', name: 'close_loan', method: 'POST', path: '/loans/{loan_id}/closing', input: [{ name: 'loan_id', type: 'reference', entity: 'loan' }, { name: 'sure', type: 'boolean', default: true }, { name: 'email', type: 'email' }], steps: [
    { step: 'load', entity: 'loan', by: 'id', value: input('loan_id'), as: 'loan' },
    { step: 'update', target: 'loan', values: [{ name: 'status', value: c('closed') }], when: { test: 'compare', operator: '=', left: input('sure'), right: c(true) } },
  ] }, { id: 'y', name: 'drop_loan', method: 'DELETE', path: '/loans/{loan_id}/traces', input: [{ name: 'loan_id', type: 'reference', entity: 'loan' }], steps: [
    { step: 'load', entity: 'loan', by: 'id', value: input('loan_id'), as: 'loan' },
    { step: 'delete', target: 'loan' },
  ] }, { id: 'w', name: 'register', method: 'PUT', path: '/registrations', input: [{ name: 'email', type: 'email' }, { name: 'name', type: 'string', maxLength: 200 }, { name: 'birth_date', type: 'date' }], steps: [
    { step: 'upsert', entity: 'user', by: 'email', values: [{ name: 'email', value: input('email') }, { name: 'name', value: input('name') }, { name: 'birth_date', value: input('birth_date') }] },
  ] }]
  for (const u of api(made).useCases) for (const s of u.steps) if (s.step === 'create') s.values.push({ name: 'tags', value: c('x') }, { name: 'kind', value: c('big') })
  made.entities.find((e: any) => e.id === 'loan').fields.find((f: any) => f.name === 'tags').optional = true
  for (const m of made.messages) { const t = m.fields.find((f: any) => f.name === 'tags'); if (t) t.optional = true }
  for (const u of api(made).useCases) for (const s of u.steps) if (s.step === 'create') s.values = s.values.filter((v: any) => v.name !== 'tags')
  return made
}
export function reading(d: any) {
  const made = lending(d)
  const a = api(made)
  a.resources = []
  a.useCases[0].steps = a.useCases[0].steps.filter((s: any) => s.step !== 'create' && s.step !== 'answer' && !s.delaySeconds)
  for (const s of a.useCases[0].steps) if (s.step === 'publish') s.values = [{ name: 'loan_id', value: { value: 'new_id' } }, { name: 'amount', value: input('amount') }, { name: 'status', value: c('pending') }]
  made.links[0].access = 'read'
  made.messages = made.messages.filter((m: any) => m.id === 'applied')
  made.nodes = made.nodes.filter((n: any) => n.id !== 'q2')
  made.links = made.links.filter((n: any) => n.id !== 'p2')
  return made
}
