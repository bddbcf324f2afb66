/**
 * The framework writes inline scripts into its static pages (the data that a page starts from). They are known
 * after the build only, so this reads them and gives each page a policy with their hashes: a page's own, so that
 * fifty pages do not make one header with all their hashes.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentSecurityPolicy } from './security-headers.mjs'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The hashes of all inline scripts of a page, in the form a policy wants them, each once. */
export function inlineScriptHashes(html) {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, script]) => script)
  return [
    ...new Set(scripts.map((script) => `sha256-${createHash('sha256').update(script).digest('base64')}`)),
  ]
}

/** The static pages of a build: address (`/rules/x`) and text. */
function staticPages(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => ({
      address: `/${name.replace(/\.html$/, '')}`.replace(/^\/index$/, '/'),
      html: readFileSync(join(folder, name), 'utf8'),
    }))
}

function policyFor(hashes) {
  return { key: 'Content-Security-Policy', value: contentSecurityPolicy(hashes) }
}

function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/**
 * Writes the policies into the build's table of headers. Every address without a page of its own gets the one of
 * the "not found" page, since that is what it answers; a later entry of the table wins over an earlier one.
 */
export function allowInlineScripts(build) {
  const pages = staticPages(join(build, 'server', 'app')).map((page) => ({
    ...page,
    hashes: inlineScriptHashes(page.html),
  }))
  const file = join(build, 'routes-manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const elsewhere = pages.find((page) => page.address === '/_not-found')?.hashes ?? []
  for (const entry of manifest.headers) {
    entry.headers = entry.headers.map((header) =>
      header.key === 'Content-Security-Policy' ? policyFor(elsewhere) : header,
    )
  }
  const own = pages.map(({ address, hashes }) => ({
    source: address,
    headers: [policyFor(hashes)],
    regex: `^${escapePattern(address === '/' ? '' : address)}(?:/)?$`,
  }))
  writeFileSync(file, JSON.stringify({ ...manifest, headers: [...manifest.headers, ...own] }))
}
