import type { Step } from '@/lib/topology/model/step'
import type { Value } from '@/lib/topology/model/value'
import type { ObjectField } from '../project'
import type { Body } from './body'
import type { Scope } from './scope'
import { TEXT } from './typed'

type Email = Extract<Step, { readonly step: 'email' }>

/** Writes a mail; its id is the same when the list runs again, so that a receiver can tell. */
export function writeEmail(body: Body, scope: Scope, step: Email, number: number): void {
  const { needs, writer } = body
  const text = (name: string, value: Value) => {
    const wanted: ObjectField = { name, type: TEXT, required: true, label: null }
    return `${name}=${body.short(body.values.writeAs(scope, value, wanted))}`
  }
  needs.import('shared.mail', 'Mail')
  const mail = body.freshName('new_mail')
  const parts = [
    `id=${body.occasion}.new_id("email", ${number})`,
    text('to', step.to),
    text('subject', step.subject),
    text('body', step.body),
  ]
  const mailer = needs.mailer(body.dictionary.mailServer(step.via))
  writer.statement(`${mail} = Mail(${parts.join(', ')},)`)
  writer.statement(`await ${mailer}.send(${mail})`)
}
