import { pageSecurityHeaders } from './scripts/security-headers.mjs'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The shell is static: nothing is optimised, rendered or fetched on a server at request time.
  images: { unoptimized: true },
  // Types are checked by `npm run check`; a build that repeats it only takes longer.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers: pageSecurityHeaders() }],
}
