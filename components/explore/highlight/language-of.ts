const BY_NAME: Readonly<Record<string, string>> = {
  Dockerfile: 'docker',
  Makefile: 'make',
  '.env.example': 'dotenv',
  '.editorconfig': 'ini',
}

const BY_ENDING: Readonly<Record<string, string>> = {
  py: 'python',
  mako: 'python',
  yml: 'yaml',
  yaml: 'yaml',
  toml: 'toml',
  json: 'json',
  md: 'markdown',
  sh: 'shellscript',
  ini: 'ini',
  cfg: 'ini',
}

/** The language that a file is highlighted as; undefined for plain text. */
export function languageOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return BY_NAME[name] ?? BY_ENDING[name.slice(name.lastIndexOf('.') + 1)]
}
