import { defineConfig } from 'vitest/config';

/** Figures, not verdicts: `npm run bench` measures against real gateways and rewrites docs/performance.md. */
export default defineConfig({
  test: {
    include: ['test/bench/**/*.measure.ts'],
    globalSetup: ['test/openclaw/global-setup.ts', 'test/bench/write-page.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 240_000,
  },
});
