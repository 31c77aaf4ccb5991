import { defineConfig } from 'vitest/config';

/** The engine against the real OpenClaw, one gateway at a time: `npm run test:openclaw`. */
export default defineConfig({
  test: {
    include: ['test/openclaw/**/*.test.ts'],
    // Fourteen minutes that continuous integration does not have yet: `npm run test:openclaw:all`.
    exclude: process.env['ALL'] === '1' ? [] : ['test/openclaw/evenings/**', 'test/openclaw/config/access.test.ts'],
    globalSetup: 'test/openclaw/global-setup.ts',
    pool: 'forks',
    fileParallelism: false,
    // Two evenings at a time: one starts a gateway while another waits for a repair to hold.
    maxConcurrency: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Real gateways on a shared machine: one that took too long is given a second chance, and vitest says so.
    retry: process.env['CI'] === 'true' ? 1 : 0,
  },
});
