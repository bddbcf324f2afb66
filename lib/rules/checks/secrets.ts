/** A secret in a text: where it starts and ends, and what kind it is. */
export interface FoundSecret {
  readonly start: number
  readonly end: number
  readonly what: keyof typeof KINDS
}

/** What each kind is called, in both languages. */
export const KINDS = {
  key: ['a private key', 'закрытый ключ'],
  token: ['an access token', 'токен доступа'],
  bot: ['a Telegram bot token', 'токен телеграм-бота'],
  address: ['an address with a password', 'адрес с паролем'],
  password: ['a password', 'пароль'],
} as const

const FORMS: readonly (readonly [keyof typeof KINDS, RegExp])[] = [
  [
    'key',
    /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[\s\S]{0,5000}?-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
  ],
  ['bot', /(?<![\w-])\d{8,10}:[\w-]{35}(?![\w-])/g],
  ['token', /(?<!\w)(?:AKIA|ASIA)[0-9A-Z]{16}(?!\w)/g],
  ['token', /(?<!\w)gh[pousr]_[A-Za-z0-9]{36,255}(?!\w)/g],
  ['token', /(?<!\w)github_pat_\w{60,255}(?!\w)/g],
  ['token', /(?<!\w)glpat-[\w-]{20,255}/g],
  ['token', /(?<!\w)xox[abeoprs]-[A-Za-z0-9-]{10,255}/g],
  ['token', /(?<!\w)[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}/g],
  ['token', /(?<!\w)sk-(?:[a-z]{2,10}-)?[A-Za-z0-9_-]{20,255}(?!\w)/g],
  ['token', /(?<!\w)AIza[\w-]{35}(?![\w-])/g],
  ['token', /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g],
  ['token', /(?<!\w)eyJ[\w-]{8,2000}\.eyJ[\w-]{8,2000}\.[\w-]{8,2000}/g],
]

/** One quick look for what every form needs: most texts have none of it. */
const PERHAPS = /[:=]|-----|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox|[sr]k[-_]|AIza|npm_|eyJ/

/** `scheme://user:password@host`, with a password that is no placeholder. */
const ADDRESS = /[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"']{0,100}:([^\s/@"']{1,200})@[^\s"']{1,300}/gi
/** `password: …`, where what follows looks like one. */
const ASSIGNED =
  /(?:password|passwd|pwd|passphrase|secret|token|api[_ -]?key|пароль|токен|секрет)["']?[ \t]*[:=][ \t]*["']?([^\s"',;]{8,200})/giu

// What starts or looks so stands for a value that is put in later.
const PLACEHOLDER = /^(?:[<{$%[].*|\*+|x+|\.+|…+|(?:your|my|the|change|example|some)[-_]?.*)$/i

/** Every secret of a known form in a text; random letters alone are none, so that few alarms are false. */
export function secretsIn(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = []
  if (text.length < 8 || !PERHAPS.test(text)) return found
  const add = (what: FoundSecret['what'], match: RegExpExecArray) => {
    found.push({ what, start: match.index, end: match.index + match[0].length })
  }
  for (const [what, form] of FORMS) for (const match of text.matchAll(form)) add(what, match)
  for (const match of text.matchAll(ADDRESS)) if (!PLACEHOLDER.test(match[1] ?? '')) add('address', match)
  for (const match of text.matchAll(ASSIGNED)) if (isPassword(match[1] ?? '')) add('password', match)
  return found.sort((a, b) => a.start - b.start)
}

/** Letters and digits together, as a word of a sentence has not. */
function isPassword(word: string): boolean {
  return /\p{L}/u.test(word) && /\d/.test(word) && !PLACEHOLDER.test(word) && !/^https?:/.test(word)
}

/** The text without its secrets. */
export function withoutSecrets(text: string): string {
  let rest = text
  for (const { start, end } of [...secretsIn(text)].reverse())
    rest = `${rest.slice(0, start)}…${rest.slice(end)}`
  return rest
}

const SECRET_NAMES = /(?:^|_)(?:password|passwd|passphrase|secret|api_key|access_key|private_key)$/

/** Whether a field of this name keeps something that nobody else should know. */
export function isSecretName(name: string): boolean {
  return SECRET_NAMES.test(name)
}
