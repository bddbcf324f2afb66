import type { Entity, FieldType, HttpSystem, MailServer } from '../project'
import { domainImports, domainType } from '../python/domain-types'

/** A text for people that a list of steps says, by the constant that has it. */
export interface StepText {
  readonly name: string
  readonly text: string
}

/** What the Python of a list of steps needs around it; collected while it is written. */
export class Needs {
  readonly imports = new Set<string>()
  readonly gateways = new Map<string, Entity>()
  /** Systems outside that are asked for something, by name. */
  readonly systems = new Map<string, HttpSystem>()
  /** Servers that mail is sent by, by name. */
  readonly mailers = new Set<string>()
  readonly texts: StepText[] = []
  /** Numbers that values are compared with, by their place: `LIMIT_1` is the first. */
  readonly limits: string[] = []
  /** Functions of the module, each a whole text. */
  readonly functions: string[] = []
  /** Rules of the person's own with the beginning of their classes' names. */
  readonly decisions = new Map<string, string>()

  constructor(
    readonly service: string,
    /** Begins the names of its texts: `APPLY_FOR_LOAN`. */
    readonly prefix: string,
  ) {}

  import(module: string, name: string): void {
    this.imports.add(`from ${module} import ${name}`)
  }

  own(module: string, name: string): void {
    this.import(`${this.service}.${module}`, name)
  }

  /** A type of the domain, for an annotation. */
  domainType(type: FieldType): string {
    for (const line of domainImports([type], this.service)) this.imports.add(line)
    return domainType(type).text
  }

  gateway(entity: Entity): string {
    this.gateways.set(entity.name, entity)
    this.own(`application.ports.${entity.name}_gateway`, `${entity.className}Gateway`)
    return `self._${entity.plural}`
  }

  /** A rule of the person's own, which the class is given. */
  decision(rule: string, stem: string): void {
    this.decisions.set(rule, stem)
    this.own(`domain.decisions.${rule}`, `${stem}Rule`)
  }

  system(system: HttpSystem): string {
    this.systems.set(system.name, system)
    this.own(`application.ports.${system.name}_system`, `${system.className}System`)
    return `self._${system.name}_system`
  }

  mailer({ name }: MailServer): string {
    this.mailers.add(name)
    this.own('application.ports.mailer', 'Mailer')
    return `self._${name}_mailer`
  }

  /** A number of the design that something is compared with; the module says it once, by name. */
  limit(code: string): string {
    const known = this.limits.indexOf(code)
    const number = known < 0 ? this.limits.push(code) : known + 1
    return `LIMIT_${number}`
  }

  text(text: string): string {
    const known = this.texts.find((one) => one.text === text)
    if (known) return `texts.${known.name}`
    this.import(this.service, 'texts')
    const name = `${this.prefix}_${this.texts.length + 1}`
    this.texts.push({ name, text })
    return `texts.${name}`
  }
}
