import { defineConfig } from 'vitest/config';

/** The engine against the real OpenClaw, one gateway at a time: `npm run test:openclaw`. */
export default defineConfig({
  test: {
    include: ['test/openclaw/**/*.test.ts'],
    globalSetup: 'test/openclaw/global-setup.ts',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Later steps of one gateway's life stand on earlier ones.
    bail: 0,
  },
});
