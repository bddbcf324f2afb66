import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{app,cli,components,lib,scripts}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    // Threads start faster than processes, and no test needs a process of its own.
    pool: 'threads',
    testTimeout: 30_000,
    passWithNoTests: true,
  },
})
