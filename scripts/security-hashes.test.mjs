import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inlineScriptHashes } from './security-hashes.mjs'
import { contentSecurityPolicy } from './security-headers.mjs'

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`

test('inline scripts are found with and without attributes, each once; scripts with an address are not', () => {
  const html =
    '<script>a()</script><script id="x" async>b("<p>")</script><script src="/c.js"></script><script>a()</script>'
  expect(inlineScriptHashes(html)).toEqual([hash('a()'), hash('b("<p>")')])
})

test('the policy forbids everything that it does not name', () => {
  const policy = contentSecurityPolicy([hash('a()')])
  expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[^ ]+'; /)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})
