import { defineConfig } from 'vitest/config'

/** Three kinds of tests: rules (pure), flows (HTTP, SMTP, jobs on a real PostgreSQL), and e2e (Debian's Chromium). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['{server,contract,i18n,web,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.flow.test.ts', '**/*.e2e.test.ts', '**/node_modules/**'],
          // Generous: a busy machine is not a fault.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'flows',
          include: ['{server,test}/**/*.flow.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
        },
      },
    ],
  },
})
