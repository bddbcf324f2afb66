/** `npm run build`: templates, the Next.js build, then the content security policy of its pages. */
import { join } from 'node:path'
import { root } from './fingerprint.mjs'
import { ensureTemplates, run } from './prepare.mjs'
import { allowInlineScripts } from './security-hashes.mjs'

await ensureTemplates()
const code = run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'])
if (code !== 0) process.exit(code)
allowInlineScripts(join(root, '.next'))
