#!/usr/bin/env node
/** The command line. Paths given are meant from where the person stands, also through `npm run`. */
import { ensureInstalled } from './prepare.mjs'
import { runTypeScript } from './run-ts.mjs'

ensureInstalled()
if (process.env.npm_lifecycle_event === 'topoforge' && process.env.INIT_CWD) {
  process.chdir(process.env.INIT_CWD)
}
await runTypeScript('cli/main.ts', process.argv.slice(2))
