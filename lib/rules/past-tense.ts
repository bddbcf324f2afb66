/** Verbs whose past tense has a form of its own, as they occur in names of messages. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `begin begun,bid bid,bind bound,break broken,bring brought,build built,buy bought,cancel cancelled,catch caught,
  choose chosen,do done,draw drawn,fall fallen,find found,forbid forbidden,forget forgotten,get got,give given,go gone,
  hold held,keep kept,leave left,lend lent,lose lost,make made,meet met,pay paid,put put,read read,reset reset,run run,
  see seen,sell sold,send sent,set set,shut shut,split split,spend spent,swap swapped,take taken,tell told,
  undo undone,win won,withdraw withdrawn,write written`
    .split(',')
    .map((pair): [string, string] => {
      const [verb = '', past = ''] = pair.trim().split(' ')
      return [verb, past]
    }),
)
const BACK = new Map([...IRREGULAR].map(([verb, past]) => [past, verb]))

/** Regular verbs of messages, for the way back, which no rule of letters tells: `scored` is score, `notified` notify. */
const REGULAR =
  `accept activate add apply approve archive assign block charge check clear close collect complete confirm
  convert copy create deactivate decline delete deliver deny deploy disable dispatch enable enroll expire export fail
  finish import index invite issue load lock log mark merge move notify open order pack pause place prepare print
  process publish queue receive record refresh refund register reject release remind remove rename repay replace
  request reserve resolve restore resume retry return revoke save schedule score settle ship sign start stop store
  submit sync transfer trigger unlock update upload validate verify view`.split(/\s+/)

const ENDINGS_THAT_ARE_NO_PAST =
  /(?:^|_)(?:bleed|breed|embed|exceed|feed|need|proceed|seed|shed|speed|succeed|wed)$/

/** Which tense the last word of a verb is in; some forms, such as put and read, are both. */
export function tenseOf(verb: string): 'past' | 'order' | 'both' {
  const last = lastWord(verb)
  if (IRREGULAR.get(last) === last) return 'both'
  const isPast = BACK.has(last) || (last.endsWith('ed') && !ENDINGS_THAT_ARE_NO_PAST.test(last))
  return isPast ? 'past' : 'order'
}

/** The past tense of a verb; the last word carries it. */
export function toPast(verb: string): string {
  return withLast(verb, IRREGULAR.get(lastWord(verb)) ?? regularPast(lastWord(verb)))
}

const FROM_REGULAR = new Map(REGULAR.map((verb) => [regularPast(verb), verb]))

/** The order for a past tense; undefined where letters do not tell. */
export function toImperative(verb: string): string | undefined {
  const last = lastWord(verb)
  const order = BACK.get(last) ?? FROM_REGULAR.get(last)
  return order === undefined || order === last ? undefined : withLast(verb, order)
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  // One short vowel before one consonant doubles it, where the word has one syllable or the end is stressed.
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(verb) || /(?:mit|fer)$/.test(verb)) return `${verb}${verb.at(-1)}ed`
  return `${verb}ed`
}

// A number at the end, which keeps names apart, is no word.
const LAST = /[a-z0-9]*[a-z][a-z0-9]*(?=(?:_\d+)*$)/
const lastWord = (verb: string) => LAST.exec(verb)?.[0] ?? verb
const withLast = (verb: string, last: string) => verb.replace(LAST, last)
