import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MailSink, tallyMails } from './mail-sink'

describe('MailSink', () => {
  let sink: MailSink
  beforeEach(async () => {
    sink = await MailSink.open()
  })
  afterEach(() => sink.close())

  /** Says everything at once, and gives all that came back. */
  async function say(...lines: readonly string[]): Promise<string> {
    const { port, hostname } = new URL(sink.url.replace('smtp:', 'http:'))
    const socket = connect(Number(port), hostname)
    socket.end(lines.map((line) => `${line}\r\n`).join(''))
    let heard = ''
    for await (const chunk of socket) heard += String(chunk)
    return heard
  }

  it('takes mails and knows them by their ids', async () => {
    const mail = ['MAIL FROM:<a@example.org>', 'RCPT TO:<b@example.org>', 'DATA']
    const heard = await say(
      'EHLO here',
      ...mail,
      'Subject: one',
      'Message-ID: <1@example.org>',
      '',
      'Message-ID: <no@example.org>',
      '.',
      ...mail,
      'Message-ID:',
      ' <2@example.org>',
      '',
      '.',
      'QUIT',
    )
    expect(sink.arrivals.map(({ id }) => id)).toEqual(['<1@example.org>', '<2@example.org>'])
    const codes = heard
      .trim()
      .split('\r\n')
      .map((line) => line.slice(0, 3))
    expect(codes.join(' ')).toBe('220 250 250 250 354 250 250 250 354 250 221')
  })

  it('tells once that somebody has come, and that a mail was sent', async () => {
    const told: string[] = []
    sink.atNext('came', () => told.push(`came ${sink.arrivals.length}`))
    sink.atNext('sent', () => told.push(`sent ${sink.arrivals.length}`))
    for (let count = 0; count < 2; count += 1) await say('DATA', 'Message-ID: <1@example.org>', '', '.')
    expect(told).toEqual(['came 0', 'sent 1'])
  })

  it('takes no mail that cannot be told from others, and none that was not said to its end', async () => {
    expect(await say('DATA', 'Subject: one', '', '.', 'QUIT')).toContain('\r\n554 ')
    await say('DATA', 'Message-ID: <1@example.org>', '', 'half')
    expect(sink.arrivals).toEqual([])
  })
})

describe('tallyMails', () => {
  const came = (id: string, at: number) => ({ id, at })

  it('counts what came again, and asks whether somebody was killed meanwhile', () => {
    const arrivals = [came('a', 1_000), came('b', 1_100), came('a', 20_000), came('b', 21_000)]
    expect(tallyMails(arrivals, [1_050])).toEqual({ mails: 2, repeated: 2, unexplained: 0 })
    expect(tallyMails(arrivals, [])).toEqual({ mails: 2, repeated: 2, unexplained: 2 })
    expect(tallyMails(arrivals, [15_000])).toEqual({ mails: 2, repeated: 2, unexplained: 2 })
    expect(tallyMails(arrivals, [20_500])).toEqual({ mails: 2, repeated: 2, unexplained: 2 })
  })

  it('asks that for each time it came', () => {
    const arrivals = [came('a', 1_000), came('a', 20_000), came('a', 40_000)]
    expect(tallyMails(arrivals, [1_010])).toEqual({ mails: 1, repeated: 2, unexplained: 1 })
    expect(tallyMails(arrivals, [1_010, 20_010])).toEqual({ mails: 1, repeated: 2, unexplained: 0 })
  })
})
