import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 20_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['test/{core,contract,platform,probes,engine,law}/**/*.test.ts'] } },
      // Faces and the simulated Mac start real processes: one file at a time keeps their timing honest.
      {
        test: {
          ...shared,
          name: 'faces',
          include: [
            'test/{cli,web,main,renderer,simulated-macos,simulated-systemd,packaging,build}/**/*.test.{ts,tsx}',
          ],
          testTimeout: 60_000,
          pool: 'forks',
          fileParallelism: false,
          // Real processes on a shared machine; vitest tells of every second chance.
          retry: process.env['CI'] === 'true' ? 1 : 0,
        },
      },
    ],
  },
});
