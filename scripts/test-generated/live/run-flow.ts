import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Project } from '@/lib/generator/project'
import { Chance } from '@/lib/topology/random/chance'
import { Checks } from '../checks'
import { migrate } from '../integration'
import type { Outcome, Subject } from '../stages'
import { findPostgres, findRabbitMq } from '../tools'
import { ensure, expectProblem } from './http'
import { Loans, traceOf } from './loans'
import { type LogLine, readLog, refuseSecrets } from './logs'
import { type MailMoment, MailSink, tallyMails } from './mail-sink'
import { Postgres } from './postgres'
import type { ServiceProcess } from './process'
import { RabbitMq } from './rabbitmq'
import { Servers } from './servers'
import { System } from './system'
import { expectOneTrace, handledLines } from './traces'

const API = 'finance_lending_api'
const DATA = 'finance_user_data_api'
const WORKER = 'finance_scoring_worker'
const READY_SECONDS = 60
const RECOVERY_SECONDS = 30
/** Loans that are applied for in each repetition. */
const LOAD = 10

/** When the worker is killed: as it comes to send a mail, when it has sent one, at any moment. */
const KILLED_AT: readonly (MailMoment | 'any')[] = ['came', 'sent', 'any']

/**
 * Lets people apply for loans while everything around them fails, several times each, and counts what was lost and
 * what was done twice. The design is that of `lendingByEvents`.
 */
export async function runFlow(
  subject: Subject,
  project: Project,
  scratch: string,
  repetitions: number,
): Promise<readonly Outcome[]> {
  const checks = new Checks('flow ')
  const servers = new Servers(join(scratch, 'servers'))
  const flow = await checks.run('start', () => Flow.start(subject, project, scratch, servers, repetitions))
  if (flow) {
    await flow.tryAll(checks)
    await flow.remove()
  }
  await servers.remove()
  return checks.outcomes
}

class Flow {
  private readonly loans: Loans
  private readonly chance = new Chance(1)
  /** When workers were dead that were killed. */
  private readonly kills: number[] = []
  private slowest = 0

  private constructor(
    private readonly system: System,
    private readonly postgres: Postgres,
    private readonly rabbitmq: RabbitMq,
    private readonly mails: MailSink,
    private readonly repetitions: number,
  ) {
    this.loans = new Loans(this.process(API).client)
  }

  static async start(
    subject: Subject,
    project: Project,
    scratch: string,
    servers: Servers,
    repetitions: number,
  ): Promise<Flow> {
    const postgres = await Postgres.create(await findPostgres(), join(scratch, 'postgres'))
    const rabbitmq = await RabbitMq.create(await findRabbitMq(), join(scratch, 'rabbitmq'))
    const { TEST_REDIS_URL = '' } = await servers.addresses(['TEST_REDIS_URL'])
    const mails = await MailSink.open()
    const mailed = project.services.flatMap(({ mailServers }) =>
      mailServers.map(({ variable }) => [variable, mails.url] as const),
    )
    const addresses = {
      RABBITMQ_URL: rabbitmq.url,
      REDIS_URL: TEST_REDIS_URL,
      ...Object.fromEntries(mailed),
    }
    const system = await System.prepare(subject, postgres, project, addresses)
    for (const service of project.services) {
      if (service.engine !== 'postgres') continue
      await postgres.createDatabase(service.name)
      await migrate(subject, service, postgres.url(service.name))
    }
    await system.start()
    const flow = new Flow(system, postgres, rabbitmq, mails, repetitions)
    await flow.loans.begin()
    return flow
  }

  async tryAll(checks: Checks): Promise<void> {
    await checks.run('quiet', () => this.quiet())
    await checks.run('api killed', () => this.apiKilled())
    await checks.run('worker killed', () => this.workerKilled())
    await checks.run('broker restarted', () => this.brokerRestarted())
    await checks.run('database stopped', () => this.databaseStopped())
    await checks.run('SIGTERM under load', () => this.stoppedUnderLoad())
    await checks.run('logs', async () => this.logs())
  }

  async remove(): Promise<void> {
    await Promise.all([...this.system.processes.values()].map((process) => process.stop()))
    await this.mails.close()
    await this.rabbitmq.remove()
    await this.postgres.remove()
  }

  /** Nothing fails: the correlation id and the trace of a request are those of the worker's log line. */
  private async quiet(): Promise<void> {
    await this.loans.apply(LOAD)
    const given = this.loans.applied.map(({ key }) => traceOf(key))
    await this.loans.apply(LOAD / 2, 'damaged')
    await this.loans.apply(LOAD / 2, 'silent')
    await this.count('quiet')
    const count = this.loans.applied.length
    // What is written is seen before it is acknowledged and logged.
    const end = Date.now() + RECOVERY_SECONDS * 1000
    while (handledLines(this.log(WORKER)).length < count && Date.now() < end) await sleep(100)
    const handled = handledLines(this.log(WORKER)).length
    ensure(handled === count, `${handled} of ${count} messages are logged as handled`)
    expectOneTrace({ api: this.log(API), data: this.log(DATA), worker: this.log(WORKER) }, given)
  }

  private log(name: string): readonly LogLine[] {
    return readLog(name, this.process(name).output())
  }

  /** The API is killed in the midst of its work, and started again. */
  private async apiKilled(): Promise<void> {
    await this.repeat(async () => {
      const work = this.loans.apply(LOAD)
      await this.anyMoment()
      await this.process(API).kill()
      await this.begin(API)
      await work
    })
    await this.count('api killed')
  }

  /** The worker, too: between writing and mailing, between sending and recording, or at any moment, in turn. */
  private async workerKilled(): Promise<void> {
    await this.repeat(async (number) => {
      const moment = KILLED_AT[number % KILLED_AT.length] ?? 'any'
      const killing = moment === 'any' ? undefined : this.killedAt(moment)
      const work = this.loans.apply(LOAD)
      if (!killing) await this.anyMoment()
      await (killing ?? this.process(WORKER).kill())
      this.kills.push(Date.now())
      await this.begin(WORKER)
      await work
    })
    await this.count('worker killed')
  }

  private killedAt(moment: MailMoment): Promise<void> {
    return new Promise((killed) => {
      this.mails.atNext(moment, () => killed(this.process(WORKER).kill()))
    })
  }

  private anyMoment(): Promise<void> {
    return sleep(this.chance.int(5, 300))
  }

  /** While the broker is away nothing is ready, what is written waits, and all of it arrives afterwards. */
  private async brokerRestarted(): Promise<void> {
    await this.repeat(async () => {
      await this.rabbitmq.stop()
      for (const name of [API, WORKER]) await this.process(name).waitFor('/health/ready', 503, 15)
      const work = this.loans.apply(1)
      await this.rabbitmq.start()
      const began = Date.now()
      for (const name of [API, WORKER])
        await this.process(name).waitFor('/health/ready', 200, RECOVERY_SECONDS)
      this.slowest = Math.max(this.slowest, (Date.now() - began) / 1000)
      await work
    })
    await this.count('broker restarted')
    say(`ready again at most ${this.slowest.toFixed(1)} s after the broker`)
  }

  private async databaseStopped(): Promise<void> {
    await this.repeat(async () => {
      await this.postgres.stop()
      try {
        await this.process(DATA).waitFor('/health/ready', 503, 10)
        ensure(
          (await this.process(DATA).probe('/health/live')) === 200,
          'it does not live without a database',
        )
        expectProblem(await this.process(API).client.send('GET', '/api/v1/loans'), 503)
      } finally {
        await this.postgres.start()
      }
      await this.process(DATA).waitFor('/health/ready', 200, RECOVERY_SECONDS)
      await this.loans.apply(1)
    })
    await this.count('database stopped')
  }

  /** Everything that was begun is ended, or left to who starts next. */
  private async stoppedUnderLoad(): Promise<void> {
    await this.repeat(async () => {
      const work = this.loans.apply(LOAD)
      await sleep(this.chance.int(5, 200))
      for (const name of [API, WORKER]) {
        const { how, clean } = await this.process(name).stop()
        ensure(clean, `${name} ended with ${how} after SIGTERM`)
        await this.begin(name)
      }
      await work
    })
    await this.count('SIGTERM under load')
  }

  private logs(): void {
    for (const [name, process] of this.system.processes) {
      const text = process.output()
      readLog(name, text)
      refuseSecrets(name, text, this.system.secrets)
    }
  }

  private async repeat(once: (number: number) => Promise<void>): Promise<void> {
    for (let number = 0; number < this.repetitions; number += 1) await once(number)
  }

  private process(name: string): ServiceProcess {
    return this.system.process(name)
  }

  private async begin(name: string): Promise<void> {
    const process = this.system.launch(this.system.service(name))
    await process.waitFor('/health/ready', 200, READY_SECONDS)
  }

  private async count(what: string): Promise<void> {
    const { answered, lost, doubledRows, doubledEvents } = await this.loans.tally()
    const end = Date.now() + RECOVERY_SECONDS * 1000
    while (tallyMails(this.mails.arrivals, []).mails < answered && Date.now() < end) await sleep(100)
    const { mails, repeated, unexplained } = tallyMails(this.mails.arrivals, this.kills)
    say(
      `${what}: ${answered} answered so far, ${lost} lost, ${doubledRows} rows and ${doubledEvents} events doubled; ` +
        `${mails} mails, ${repeated} of them again, ${unexplained} without a kill`,
    )
    ensure(
      lost + doubledRows + doubledEvents === 0,
      `lost ${lost}, doubled ${doubledRows} and ${doubledEvents}`,
    )
    ensure(mails === answered, `${mails} mails about ${answered} loans`)
    ensure(unexplained === 0, `${unexplained} mails came again though nobody was killed`)
  }
}

/** The figures are for whoever reads the run. */
function say(text: string): void {
  process.stdout.write(`flow: ${text}\n`)
}
