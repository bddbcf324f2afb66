import { createServer, type Server, type Socket } from 'node:net'

/** A mail server on loopback that takes every mail and keeps what tells one from another. */
export class MailSink {
  /** The Message-ID of each mail, in the order in which they came. */
  readonly ids: string[] = []

  private constructor(private readonly server: Server) {}

  static async open(): Promise<MailSink> {
    const server = createServer()
    const sink = new MailSink(server)
    server.on('connection', (socket) => sink.talk(socket))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return sink
  }

  get url(): string {
    const address = this.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    return `smtp://127.0.0.1:${port}?from=robot@example.org`
  }

  /** How many mails came more than once. */
  get repeated(): number {
    return this.ids.length - new Set(this.ids).size
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server.close(() => done()))
  }

  private talk(socket: Socket): void {
    let isMail = false
    let rest = ''
    const answer = (line: string): string => {
      if (isMail) {
        this.note(line)
        isMail = line !== '.'
        return isMail ? '' : '250 taken\r\n'
      }
      isMail = line.toUpperCase() === 'DATA'
      if (isMail) return '354 go on\r\n'
      return line.toUpperCase() === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n'
    }
    socket.on('error', () => socket.destroy())
    socket.write('220 sink\r\n')
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n')
      rest = lines.pop() ?? ''
      socket.write(lines.map(answer).join(''))
    })
  }

  private note(line: string): void {
    const id = /^message-id:\s*(\S+)/i.exec(line)?.[1]
    if (id) this.ids.push(id)
  }
}
