import { defineConfig } from 'vitest/config';

/** The engine against the real OpenClaw, one gateway at a time: `npm run test:openclaw`. */
export default defineConfig({
  test: {
    include: ['test/openclaw/**/*.test.ts'],
    globalSetup: 'test/openclaw/global-setup.ts',
    pool: 'forks',
    fileParallelism: false,
    // Evenings wait most of the time, for a repair that has to hold; more at once would starve their gateways.
    maxConcurrency: 4,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Real gateways on a shared machine: one that took too long is given a second chance, and vitest says so.
    retry: process.env['CI'] === 'true' ? 1 : 0,
  },
});
