import { createServer, type Server, type Socket } from 'node:net'
import { findFreePort } from '../../free-port.mjs'

/** A mail as it came. */
export interface Arrival {
  /** Its Message-ID, the same however often it is sent. */
  readonly id: string
  /** When it came, in milliseconds. */
  readonly at: number
}

/** What a sender does: it comes to send a mail, or it has sent one, and does not know yet that it was taken. */
export type MailMoment = 'came' | 'sent'

/** A mail server on loopback that takes every mail, and keeps what tells one from another. */
export class MailSink {
  /** Every mail, in the order in which they came. */
  readonly arrivals: Arrival[] = []
  private readonly sockets = new Set<Socket>()
  private readonly awaited = new Map<MailMoment, () => void>()

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {
    server.on('connection', (socket) => this.greet(socket))
  }

  static async open(): Promise<MailSink> {
    const port = await findFreePort()
    const server = createServer()
    const sink = new MailSink(server, port)
    await new Promise<void>((done, fail) => {
      server.once('error', fail)
      server.listen(port, '127.0.0.1', done)
    })
    return sink
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}?from=robot@example.org`
  }

  /** Calls back when this happens the next time, before anything is said to the sender. */
  atNext(moment: MailMoment, act: () => void): void {
    this.awaited.set(moment, act)
  }

  private note(moment: MailMoment): void {
    const act = this.awaited.get(moment)
    this.awaited.delete(moment)
    act?.()
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise<void>((done) => this.server.close(() => done()))
  }

  private greet(socket: Socket): void {
    this.sockets.add(socket)
    socket.once('close', () => this.sockets.delete(socket))
    // Whoever is killed in the midst of a sentence resets the connection.
    socket.on('error', () => socket.destroy())
    const talk = new Talk((id) => {
      this.arrivals.push({ id, at: Date.now() })
      this.note('sent')
    })
    let rest = ''
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const said = talk.answer(line)
        if (said !== '') socket.write(said)
        if (talk.isOver) socket.end()
      }
    })
    this.note('came')
    socket.write('220 sink\r\n')
  }
}

/** One conversation over SMTP. */
class Talk {
  isOver = false
  private mail: string[] | undefined

  constructor(private readonly take: (id: string) => void) {}

  /** What is said to a line, if anything. */
  answer(line: string): string {
    if (this.mail) return this.read(this.mail, line)
    const command = line.slice(0, 4).toUpperCase()
    if (command === 'DATA') {
      this.mail = []
      return '354 go on\r\n'
    }
    this.isOver = command === 'QUIT'
    return this.isOver ? '221 bye\r\n' : '250 fine\r\n'
  }

  private read(mail: string[], line: string): string {
    if (line !== '.') {
      mail.push(line)
      return ''
    }
    this.mail = undefined
    const head = mail.slice(0, mail.indexOf('')).join('\n')
    const id = /^message-id:\s*(\S+)/im.exec(head)?.[1]
    if (!id) return '554 a mail needs a Message-ID\r\n'
    this.take(id)
    return '250 taken\r\n'
  }
}

/** What became of mails. */
export interface MailTally {
  /** Different ones. */
  readonly mails: number
  /** How often one came again. */
  readonly repeated: number
  /** How often one came again though nobody was killed right after it had come before. */
  readonly unexplained: number
}

/** The sender is dead by then, but what it has said may still be on its way here. */
const SLACK_MS = 500
/** Between sending and recording there is one write to Redis. */
const RECORDING_MS = 5_000

/** Counts mails; `kills` are the moments at which senders were killed. */
export function tallyMails(arrivals: readonly Arrival[], kills: readonly number[]): MailTally {
  const last = new Map<string, number>()
  let repeated = 0
  let unexplained = 0
  for (const { id, at } of arrivals) {
    const before = last.get(id)
    last.set(id, at)
    if (before === undefined) continue
    repeated += 1
    const killed = kills.some(
      (kill) => kill <= at && kill >= before - SLACK_MS && kill <= before + RECORDING_MS,
    )
    if (!killed) unexplained += 1
  }
  return { mails: last.size, repeated, unexplained }
}
