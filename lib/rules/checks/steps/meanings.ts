import { changeAt, type Place } from '@/lib/topology/at'
import { cut } from '@/lib/topology/identifiers'
import type { ListAnalysis, StepPoint } from '@/lib/topology/steps/analysis'
import { signatureOf } from '@/lib/topology/steps/decision'
import { errorClass } from '@/lib/topology/steps/error-class'
import type { Path } from '@/lib/topology/steps/step-lists'
import { plain } from '../../words'
import { fault, type StepFault, safe } from './checked'

interface FoundAt {
  readonly analysis: ListAnalysis
  readonly point: StepPoint
  readonly found: StepFault
}

/** Names that a whole service shares: one error has one meaning, one rule one signature. */
export function* checkMeanings(lists: readonly ListAnalysis[]): Generator<FoundAt> {
  const errors = new Meanings()
  const rules = new Meanings()
  const all = lists.flatMap((analysis) => analysis.points.map((point) => ({ analysis, point })))
  for (const { point } of all) {
    if (point.step.step === 'require') errors.take(errorClass(point.step.error))
    if (point.step.step === 'decide') rules.take(point.step.rule)
  }
  for (const { analysis, point } of all) {
    const place = { part: 'node', id: analysis.list.service.id, path: point.path } as const
    const found = checkError(point, place, errors) ?? checkRule(point, place, rules)
    if (found) yield { analysis, point, found }
  }
}

type At = Place & { readonly path: Path }

/** The first meaning of each name, and names that nothing has yet. */
class Meanings {
  private readonly first = new Map<string, string>()
  private readonly taken = new Set<string>()

  take(name: string | undefined): void {
    if (name !== undefined) this.taken.add(name)
  }

  /** Whether the name means something else already. */
  differs(name: string, meaning: string): boolean {
    const first = this.first.get(name)
    if (first === undefined) this.first.set(name, meaning)
    return first !== undefined && first !== meaning
  }

  /** A name like this one that is given away with the answer. */
  fresh(make: (number: number) => string): string {
    for (let number = 2; ; number += 1) {
      const name = make(number)
      if (this.taken.has(name)) continue
      this.taken.add(name)
      return name
    }
  }
}

const DEFAULT_STATUS: NonNullable<Extract<StepPoint['step'], { step: 'require' }>['status']> = 409

function checkError({ step }: StepPoint, at: At, errors: Meanings): StepFault | undefined {
  if (step.step !== 'require') return undefined
  const name = errorClass(step.error)
  if (name === undefined) return undefined
  const meaning = JSON.stringify([step.status ?? DEFAULT_STATUS, step.text.en ?? '', step.text.ru ?? ''])
  if (!errors.differs(name, meaning)) return undefined
  const error = plain(step.error)
  const stem = name.slice(0, -'Error'.length).slice(0, LONGEST_STEM)
  return fault(
    ['error'],
    `has the error ${error}, which has another status or text elsewhere in this service; use another name`,
    `у ошибки ${error} в другом месте этого сервиса другой статус или текст; назовите её иначе`,
    named(
      errors.fresh((number) => `${stem}${number}Error`),
      [...at.path, 'error'],
      at,
    ),
  )
}

const LONGEST_STEM = 30

function checkRule({ step, inside }: StepPoint, at: At, rules: Meanings): StepFault | undefined {
  if (step.step !== 'decide') return undefined
  const signature = signatureOf(inside, step)
  if (signature === undefined || !rules.differs(step.rule, signature)) return undefined
  const rule = plain(step.rule)
  const stem = cut(step.rule, LONGEST_STEM)
  return fault(
    ['rule'],
    `decides by ${rule}, which has other inputs or another result elsewhere in this service; use another name`,
    `у правила ${rule} в другом месте этого сервиса другие данные или результат; назовите его иначе`,
    named(
      rules.fresh((number) => `${stem}_${number}`),
      [...at.path, 'rule'],
      at,
    ),
  )
}

function named(name: string, path: Path, at: At) {
  const shown = plain(name)
  return safe(
    `Use ${shown}`,
    `Взять ${shown}`,
    changeAt({ ...at, path }, () => name),
  )
}
