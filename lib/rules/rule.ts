import type { Place } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'

/** Text that exists in both languages of the interface. */
export interface Text {
  readonly en: string
  readonly ru: string
}

export type Severity = 'error' | 'warning' | 'info'

/**
 * What a finding is about: a part of the design by its id, and, where it is
 * about one field, the path to it inside that part (`['fields', 2, 'name']`).
 */
export type Target = Place

/** A repair: one click, one undo step, after which the finding is gone and no new error is there. */
export interface Fix {
  readonly label: Text
  readonly edit: Edit
  /** Whether "fix all" may apply it: it takes away nothing that a person made. */
  readonly safe: boolean
  /**
   * Whether it only adds what a person would need anyway and asks no question: then it is applied together with the
   * edit that brought the finding.
   */
  readonly completes?: boolean
}

export interface Finding {
  /** What is wrong, naming the things by their names. */
  readonly message: Text
  /** The first target is where the finding is shown; the others belong to it. */
  readonly at: readonly [Target, ...Target[]]
  readonly fix?: Fix
}

/** A finding together with the rule that made it. */
export interface JudgedFinding extends Finding {
  readonly rule: string
  readonly severity: Severity
}

/** A small design that keeps or breaks the rule; examples are documentation and tests. */
export interface RuleExample {
  readonly name: Text
  readonly topology: Topology
  /** Other rules that this design cannot help breaking. */
  readonly also?: readonly string[]
}

export type RuleGroup = 'data-access' | 'processes' | 'communication' | 'names' | 'ports' | 'documents'

/** What is true of every rule, whether a drawing can break it or not. */
interface Law {
  /** The fault, kebab-case; public, never changes its meaning; also the name of the file. */
  readonly id: string
  readonly group: RuleGroup
  readonly severity: Severity
  /** The law. */
  readonly title: Text
  /** Why it matters, in one sentence. */
  readonly why: Text
}

/** A rule that judges designs. */
export interface DrawnRule extends Law {
  readonly check: (look: Lookup) => Iterable<Finding>
  /**
   * Judges one link alone, which may not be in the design yet: this is what
   * refuses a connection while it is dragged.
   */
  readonly checkLink?: (look: Lookup, link: Link) => Iterable<Finding>
  readonly examples: {
    readonly valid: readonly [RuleExample, ...RuleExample[]]
    readonly invalid: readonly [RuleExample, ...RuleExample[]]
  }
  readonly undrawable?: undefined
}

/** Code that keeps or breaks a law, and what it shows. */
export interface CodeExample {
  readonly name: Text
  readonly language: 'python' | 'text'
  readonly code: string
  /** A design, where one shows it too. */
  readonly topology?: Topology
}

/** A law that no drawing can break: it is there for what is imported and for the download's own checks. */
export interface UndrawnRule extends Law {
  readonly undrawable: {
    /** Why a drawing cannot break it, and who holds it instead. */
    readonly because: Text
    readonly invalid: CodeExample
    readonly valid: CodeExample
  }
  readonly check?: undefined
  readonly checkLink?: undefined
  readonly examples?: undefined
}

export type Rule = DrawnRule | UndrawnRule
