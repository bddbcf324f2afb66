import { createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import docker from 'shiki/langs/docker.mjs'
import dotenv from 'shiki/langs/dotenv.mjs'
import ini from 'shiki/langs/ini.mjs'
import json from 'shiki/langs/json.mjs'
import make from 'shiki/langs/make.mjs'
import markdown from 'shiki/langs/markdown.mjs'
import python from 'shiki/langs/python.mjs'
import shellscript from 'shiki/langs/shellscript.mjs'
import toml from 'shiki/langs/toml.mjs'
import yaml from 'shiki/langs/yaml.mjs'
import { sortOf, theme } from './colours'

/** The coloured parts of a text: where each line's parts begin in `parts`, one more than there are lines. */
export interface Highlighted {
  readonly lines: Uint32Array<ArrayBuffer>
  /** Of each part its length in characters, times 16, plus its sort. */
  readonly parts: Uint32Array<ArrayBuffer>
}

/** No grammar needs WebAssembly or makes code from text: the page's policy allows neither. */
const highlighter = createHighlighterCoreSync({
  themes: [theme],
  langs: [docker, dotenv, ini, json, make, markdown, python, shellscript, toml, yaml],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
})

/** Longer lines stay plain: nobody reads them, and grammars are slow on them. */
const LONGEST_LINE = 2000

/** Tells the parts of a text apart. */
export function highlight(text: string, language: string): Highlighted {
  const { tokens } = highlighter.codeToTokens(text, {
    lang: language,
    theme: theme.name ?? '',
    tokenizeMaxLineLength: LONGEST_LINE,
  })
  const lines = new Uint32Array(tokens.length + 1)
  const parts: number[] = []
  for (const [index, line] of tokens.entries()) {
    for (const { content, color } of line) parts.push(content.length * 16 + sortOf(color))
    lines[index + 1] = parts.length
  }
  return { lines, parts: Uint32Array.from(parts) }
}
