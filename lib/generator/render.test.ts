import Handlebars from 'handlebars'
import { describe, expect, test, vi } from 'vitest'
import { Code } from './code'
import encoders from './encoders.json'

/** Templates of the tests, compiled as those of the folder are. */
const SOURCES = {
  'all.py': `{{#imports}}
{{#if wide}}
from zzz import b, a
{{/if}}
import re
from shop_api.x import y
{{/imports}}

{{#layout}}
VALUE = call({{#each items}}{{#unless @first}}, {{/unless}}{{py this}}{{/each}})
{{/layout}}
{{#each things}}
{{@index}}
{{/each}}
`.replace('{{@index}}', '{{num @index}} {{ident ../name}} {{code code}}'),
  'typo-encoder.py': '\n{{py no.such.thing}}',
  'typo-if.py': '{{#if nothing}}x{{/if}}',
  'typo-each.py': '{{#each nothing}}x{{/each}}',
  'not-a-name.py': '\n\n{{ident name}}',
  'not-code.py': '{{code name}}',
  'not-a-list.py': '{{#each name}}x{{/each}}',
}

function compile(source: string): object {
  const names = [...encoders.encoders, ...encoders.blocks, ...encoders.layouts]
  const spec = Handlebars.precompile(source, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(names.map((name) => [name, true])),
  })
  return new Function(`return ${String(spec)}`)()
}

vi.mock('./templates.generated', () => ({
  templates: Object.fromEntries(
    Object.entries(SOURCES).map(([path, text]) => [path, { kind: 'rendered', spec: compile(text) }]),
  ),
  partials: {},
}))

const { createRender } = await import('./render')
const render = createRender(new Set(['shop_api']))

describe('a template', () => {
  test('gets its imports arranged and its statements laid out', () => {
    const view = {
      wide: true,
      name: 'shop',
      items: ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)],
      things: [{ code: Code.of('x = 1') }],
    }
    expect(render('all.py', view)).toBe(`import re

from zzz import a, b

from shop_api.x import y

VALUE = call(
    "${'a'.repeat(40)}",
    "${'b'.repeat(40)}",
    "${'c'.repeat(40)}",
)
0 shop x = 1
`)
  })

  test('without things to print prints none', () => {
    expect(render('all.py', { wide: false, name: 'x', items: [], things: [] })).toBe(
      'import re\n\nfrom shop_api.x import y\n\nVALUE = call()\n',
    )
  })

  test.each([
    ['typo-encoder.py', 'line 2: {{py …}} asks for a value that the view does not have'],
    ['typo-if.py', 'line 1: {{#if …}} asks for a value that the view does not have'],
    ['typo-each.py', 'line 1: {{#each …}} asks for a value that the view does not have'],
    ['not-a-name.py', 'line 3: {{ident …}}: "a b" is not a name in Python'],
    ['not-code.py', 'line 1: {{code …}}: string is not Code'],
    ['not-a-list.py', '{{#each}} goes through lists only'],
    ['missing.py', 'There is no template missing.py'],
  ])('%s is refused with its place', (path, message) => {
    expect(() => render(path, { name: 'a b', no: { such: {} } })).toThrow(message)
  })
})
