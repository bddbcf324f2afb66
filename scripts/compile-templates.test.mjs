import { transform } from 'esbuild'
import Handlebars from 'handlebars/runtime.js'
import { expect, test } from 'vitest'
import { templateModule } from './compile-templates.mjs'

const encoders = { encoders: ['py'], blocks: ['if', 'unless', 'each', 'with'], layouts: [] }

function source(path, text, { rendered = true, partial = false } = {}) {
  return { file: `templates/${path}`, path, rendered, partial, text }
}

/** The module as the application imports it. */
async function load(sources) {
  const { code } = await transform(await templateModule(sources, encoders), { loader: 'ts', format: 'esm' })
  return import(`data:text/javascript,${encodeURIComponent(code)}`)
}

test('a rendered template runs with the runtime alone and escapes nothing by itself', async () => {
  const { templates, partials } = await load([
    source('a.py', '{{> names}}!'),
    source('names', '{{#each names}}{{py this}}\n{{/each}}', { partial: true }),
  ])
  const render = Handlebars.template(templates['a.py'].spec)
  const names = Handlebars.template(partials.names)
  const text = render({ names: ['a&b', '<c>'] }, { helpers: { py: JSON.stringify }, partials: { names } })
  expect(text).toBe('"a&b"\n"<c>"\n!')
})

test('a file that is no template is kept word for word', async () => {
  const text = 'a {{b}} ${c} \\ \u2028 "quoted" Привет\r\n'
  const { templates } = await load([source('notes.txt', text, { rendered: false })])
  expect(templates['notes.txt']).toEqual({ kind: 'verbatim', text })
})

test('a helper that is no encoder does not compile, and the message names the file', async () => {
  await expect(templateModule([source('a.py', '{{upper name}}')], encoders)).rejects.toThrow('templates/a.py')
})
