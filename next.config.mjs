import { root } from './scripts/fingerprint.mjs'
import { pageSecurityHeaders } from './scripts/security-headers.mjs'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Said, not guessed: a lock file in a folder above would be taken for ours.
  outputFileTracingRoot: root,
  turbopack: { root },
  // The shell is static: nothing is optimised, rendered or fetched on a server at request time.
  images: { unoptimized: true },
  // Types are checked by `npm run check`; a build that repeats it only takes longer.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers: pageSecurityHeaders() }],
}
