import { defineConfig } from 'vitest/config';

/** The engine against the real OpenClaw, one gateway at a time: `npm run test:openclaw`. */
export default defineConfig({
  test: {
    include: ['test/openclaw/**/*.test.ts'],
    // The evenings hold each repair for a minute, many times over: they have their own command, `npm run test:evenings`.
    exclude: process.env['EVENINGS'] === '1' ? [] : ['test/openclaw/evenings/**'],
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
