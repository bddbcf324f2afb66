import { lengthsOf } from '@/lib/topology/capacity'
import { faultOfPattern, type PatternFault, samplePattern } from '@/lib/topology/pattern'
import type { Text } from '../rule'
import { plain, text } from '../words'
import { type FieldFault, fault, type TypeOf } from './fault'

const LONGEST = { string: 10_000, text: 100_000 } as const
const LONGEST_SECRET = 128

/** Lengths and pattern of a string or a text. */
export function* textFaults(type: TypeOf<'string' | 'text'>): Generator<FieldFault> {
  const { min, max } = lengthsOf(type)
  const most = LONGEST[type.type]
  if (max < 1)
    yield fault(['maxLength'], 'let it have at least one character', 'пусть в нём будет хотя бы один знак')
  else if (max > most) {
    yield fault(['maxLength'], `limit its length to ${most}`, `ограничьте длину ${most} знаками`)
  } else if (min > max) {
    yield fault(
      ['minLength'],
      `its shortest length ${min} is above its longest, ${max}`,
      `наименьшая длина ${min} больше наибольшей, ${max}`,
    )
  } else if (type.pattern !== undefined) yield* patternFaults(type.pattern, min, max)
}

function* patternFaults(pattern: string, min: number, max: number): Generator<FieldFault> {
  const problem = faultOfPattern(pattern)
  if (problem) {
    const { en, ru } = describeFault(problem)
    yield fault(['pattern'], `its pattern ${en}`, `в шаблоне ${ru}`)
  } else if (samplePattern(pattern, min, max) === undefined) {
    yield fault(
      ['pattern'],
      `no text of ${min} to ${max} characters that passes its pattern was found`,
      `не нашлось текста длиной от ${min} до ${max}, который подходит под шаблон`,
    )
  }
}

const DESCRIPTIONS: Readonly<Record<Exclude<PatternFault['fault'], 'unsupported'>, Text>> = {
  empty: text('is empty; remove it', 'ничего нет; уберите его'),
  open_group: text('has a group that is not closed; add )', 'не закрыта группа; добавьте )'),
  open_class: text('has a class that is not closed; add ]', 'не закрыт класс; добавьте ]'),
  empty_class: text('has a class that matches nothing', 'есть класс, под который ничто не подходит'),
  stray_bracket: text('has a ) too many; write \\)', 'лишняя ); напишите \\)'),
  nothing_repeated: text(
    'repeats nothing; write \\*, \\+ or \\?',
    'повторяется пустота; напишите \\*, \\+ или \\?',
  ),
  range_reversed: text('has a range that runs backwards', 'есть диапазон в обратную сторону'),
  too_often: text('repeats more than 1000 times', 'больше 1000 повторов'),
  slow: text(
    'can take for ever: a repeat inside a repeat of the same characters; write it once',
    'повтор внутри повтора тех же знаков может считаться вечно; оставьте один',
  ),
  anchor_inside: text(
    'has ^ or $ in the middle; use them at its ends',
    '^ или $ стоят в середине; их место по краям',
  ),
  too_deep: text('has groups inside groups more than 20 deep', 'группы вложены глубже 20'),
}

function describeFault(problem: PatternFault): Text {
  if (problem.fault !== 'unsupported') return DESCRIPTIONS[problem.fault]
  const piece = plain(problem.piece)
  return text(
    `has ${piece}, which does not mean the same everywhere; use literals, [ ], \\d, \\w, \\s, ( ), |, *, +, ?, {n,m}, ^ and $`,
    `есть ${piece}, что везде понимается по-разному; доступны обычные знаки, [ ], \\d, \\w, \\s, ( ), |, *, +, ?, {n,m}, ^ и $`,
  )
}

/** The shortest length of a secret. */
export function* secretFaults({ minLength = 0 }: TypeOf<'secret'>): Generator<FieldFault> {
  if (minLength <= LONGEST_SECRET) return
  yield fault(
    ['minLength'],
    `ask for at most ${LONGEST_SECRET} characters`,
    `требуйте не больше ${LONGEST_SECRET} знаков`,
  )
}
