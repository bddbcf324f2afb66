/** `npm run dev`: the designer with hot reload, for work on Topoforge itself. */
import { join } from 'node:path'
import { root } from './fingerprint.mjs'
import { ensureInstalled, ensureTemplates, run } from './prepare.mjs'

ensureInstalled()
await ensureTemplates()
process.exitCode = run(process.execPath, [
  join(root, 'node_modules/next/dist/bin/next'),
  'dev',
  ...process.argv.slice(2),
])
