/** `npm run build`: templates, the Next.js build, then the content security policy of its pages. */
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { root } from './fingerprint.mjs'
import { ensureTemplates } from './prepare.mjs'
import { allowInlineScripts } from './security-hashes.mjs'

await ensureTemplates()
const { code, isLeaving } = await runChild([join(root, 'node_modules/next/dist/bin/next'), 'build']).done
// A build that was ended is no build.
if (isLeaving || code !== 0) process.exit(code || 1)
allowInlineScripts(join(root, '.next'))
