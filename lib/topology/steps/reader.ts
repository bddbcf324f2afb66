/**
 * Reads a design and remembers what it read. What was worked out from a reader's answers holds as long as the answers
 * stay the same, so after an edit only those services are worked out again that are concerned.
 */
import type { Lookup } from '../lookup'
import type { Entity } from '../model/entity'
import type { LinkType } from '../model/link'
import type { Message } from '../model/message'
import type { Node } from '../model/node'
import { type Operation, type OutputOf, operationOf } from './operations'

interface Answer {
  readonly ask: (look: Lookup) => unknown
  readonly answer: unknown
}

export class DesignReader {
  private readonly answers = new Map<string, Answer>()

  constructor(
    private look: Lookup,
    private readonly outputOf: OutputOf,
  ) {}

  entity(id: string): Entity | undefined {
    return this.read(`entity ${id}`, (look) => look.entity(id))
  }

  message(id: string): Message | undefined {
    return this.read(`message ${id}`, (look) => look.message(id))
  }

  node(id: string): Node | undefined {
    return this.read(`node ${id}`, (look) => look.node(id))
  }

  /** What a person calls a node. */
  nameOf(id: string): string {
    return this.read(`name ${id}`, (look) => {
      const node = look.node(id)
      return node ? look.nameOf(node) : id
    })
  }

  /** Whether a link of this type leads from one node to the other. */
  isLinked(type: LinkType, from: string, to: string): boolean {
    return this.read(`${type} ${from} ${to}`, (look) =>
      look.linksFrom(from, type).some((link) => link.to === to),
    )
  }

  /** An operation of an outside system or of a Business API, by its name. */
  operation(target: string, name: string): Operation | undefined {
    return this.read(`operation ${target} ${name}`, (look) => operationOf(look, target, name, this.outputOf))
  }

  /** Anything else of the design that can be compared with `===`. */
  read<T>(key: string, ask: (look: Lookup) => T): T {
    const known = this.answers.get(key)
    if (known) return known.answer as T
    const answer = ask(this.look)
    this.answers.set(key, { ask, answer })
    return answer
  }

  /** Whether a later design would answer all the same; from then on it is the one that is read. */
  holdsIn(look: Lookup): boolean {
    if (look === this.look) return true
    for (const { ask, answer } of this.answers.values()) if (ask(look) !== answer) return false
    this.look = look
    return true
  }
}
