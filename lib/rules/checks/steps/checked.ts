import type { Place } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import type { Step } from '@/lib/topology/model/step'
import type { StepPoint } from '@/lib/topology/steps/analysis'
import type { DesignReader } from '@/lib/topology/steps/reader'
import type { Scope } from '@/lib/topology/steps/scope'
import type { Path, StepContext, StepList } from '@/lib/topology/steps/step-lists'
import type { Fix, Text } from '../../rule'
import { plain, text } from '../../words'

/** Something wrong in one step. */
export interface StepFault {
  /** From the step on. */
  readonly path: Path
  /** What the step does wrong, said of it: `sets amount, …`; in Russian a sentence of its own. */
  readonly message: Text
  readonly fix?: Fix
}

/** A step that is being checked, with what its checks need. */
export interface Checked<S extends Step = Step> {
  readonly step: S
  readonly point: StepPoint
  readonly list: StepList
  readonly scope: Scope
  readonly reader: DesignReader
  /** The place of a part of the step, for its repair. */
  readonly at: (...path: Path) => Place
}

/** A step of one type. */
export type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>

export function fault(path: Path, en: string, ru: string, fix?: Fix): StepFault {
  return { path, message: text(en, ru), ...(fix && { fix }) }
}

/** A repair that takes away or replaces something that a person made. */
export function bold(en: string, ru: string, edit: Edit): Fix {
  return { label: text(en, ru), edit, safe: false }
}

/** A repair that only adds, or writes the same thing in another way. */
export function safe(en: string, ru: string, edit: Edit): Fix {
  return { label: text(en, ru), edit, safe: true }
}

/** The list as a sentence names it: `apply_for_loan`, `the handler of loan.applied`, `/loans`. */
export function listWords(reader: DesignReader, context: StepContext): Text {
  switch (context.in) {
    case 'use_case':
      return text(plain(context.of.name))
    case 'handler': {
      const name = plain(reader.message(context.of.message)?.name ?? context.of.message)
      return text(`the handler of ${name}`, `обработчике ${name}`)
    }
    case 'schedule':
      return text(plain(context.of.name))
    case 'command':
      return text(`/${plain(context.of.name)}`)
  }
}
