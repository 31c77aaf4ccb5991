import { defineConfig } from 'vitest/config';

/** The engine against the real OpenClaw: `npm run test:openclaw`. */
export default defineConfig({
  test: {
    include: ['test/openclaw/**/*.test.ts'],
    // It was once seen to wait for ever, on a gateway of 2026.3.13 that had ended: `ALL=1 npm run test:openclaw` runs it.
    exclude: process.env['ALL'] === '1' ? [] : ['test/openclaw/models/providers.test.ts'],
    globalSetup: 'test/openclaw/global-setup.ts',
    pool: 'forks',
    // Two files at a time: one starts a gateway while another waits for a repair to hold. Each has its own ports.
    maxWorkers: 2,
    // The same within the evenings.
    maxConcurrency: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Real gateways on a shared machine: one that took too long is given a second chance, and vitest says so.
    retry: process.env['CI'] === 'true' ? 1 : 0,
  },
});
