import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{app,cli,components,lib,scripts}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    setupFiles: ['lib/testing/seed.ts'],
    // Threads start faster than processes, and no test needs a process of its own.
    pool: 'threads',
    // Only against a test that hangs: how long one takes depends on the machine.
    testTimeout: 300_000,
    passWithNoTests: true,
  },
})
