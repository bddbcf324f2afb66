/**
 * What the browser may do with our pages. Scripts come from our own files; the few inline ones that the
 * framework writes into its static pages are allowed by their hash (see security-hashes.mjs), never by
 * 'unsafe-inline'. Styles may be inline: React Flow and the primitives set them as attributes.
 */
const DIRECTIVES = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/** The Content-Security-Policy of a page whose inline scripts have these hashes ("sha256-…"). */
export function contentSecurityPolicy(scriptHashes = []) {
  return Object.entries(DIRECTIVES)
    .map(([name, sources]) =>
      name === 'script-src'
        ? [name, ...sources, ...scriptHashes.map((hash) => `'${hash}'`)]
        : [name, ...sources],
    )
    .map((words) => words.join(' '))
    .join('; ')
}

/** The headers of every answer; the hot-reloading development server needs eval, so it gets no policy. */
export function pageSecurityHeaders() {
  const policy = { key: 'Content-Security-Policy', value: contentSecurityPolicy() }
  return [
    ...(process.env.NODE_ENV === 'production' ? [policy] : []),
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'X-Frame-Options', value: 'DENY' },
    { key: 'Referrer-Policy', value: 'no-referrer' },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
    { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains; preload' },
    { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  ]
}
