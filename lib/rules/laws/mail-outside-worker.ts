import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import { isMailOutsideWorker } from '../link-fault'
import { isUsedByStep, taskAndWorkerInstead } from '../repairs/event-instead'
import type { Finding, Rule } from '../rule'
import { calls, lending } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, text } from '../words'

const mail: Node = { id: 'mail', type: 'external', protocol: 'smtp', name: 'mail' }

export const mailOutsideWorker: Rule = {
  id: 'mail-outside-worker',
  group: 'communication',
  severity: 'error',
  title: text('Only a worker sends mail.', 'Почту отправляет только воркер.'),
  why: text(
    'A mail server is slow and fails at times: a worker tries again, while nobody waits for the answer.',
    'Почтовый сервер медлит и отказывает: воркер повторит попытку, и никто не ждёт ответа.',
  ),
  check: (look) => look.linksOfType('calls').flatMap((link) => [...checkLink(look, link)]),
  checkLink,
  examples: {
    valid: [
      {
        name: text('A worker sends the mail', 'Письмо отправляет воркер'),
        topology: flowing({ nodes: [mail], links: [calls('scoring', 'mail')] }),
      },
    ],
    invalid: [
      {
        name: text('An API sends mail itself', 'API отправляет почту сам'),
        topology: lending({ nodes: [mail], links: [calls('lending', 'mail')] }),
      },
    ],
  },
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (!isMailOutsideWorker(look, link)) return
  const [from, to] = [nodeName(look, link.from), nodeName(look, link.to)]
  yield {
    message: text(
      `${from} reaches the mail server ${to} itself; publish a task and let a worker send.`,
      `${from} обращается к почтовому серверу ${to} сама; опубликуйте задачу, а письмо пусть отправит воркер.`,
    ),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.from },
      { part: 'node', id: link.to },
    ],
    ...(!isUsedByStep(look, link) && {
      fix: {
        label: text('Publish a task to a worker', 'Передать задачу воркеру'),
        edit: taskAndWorkerInstead(link),
        safe: false,
      },
    }),
  }
}
