import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 20_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/{core,contract,platform,probes,engine,law}/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      // Faces and the simulated Mac start real processes, and mostly wait for them: two files at a time.
      {
        test: {
          ...shared,
          name: 'faces',
          include: [
            'test/{cli,web,main,renderer,simulated-macos,simulated-systemd,packaging,build}/**/*.test.{ts,tsx}',
          ],
          testTimeout: 60_000,
          pool: 'forks',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // Real processes on a shared machine; vitest tells of every second chance.
          retry: process.env['CI'] === 'true' ? 1 : 0,
        },
      },
    ],
  },
});
