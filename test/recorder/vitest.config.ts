import { defineConfig } from 'vitest/config';

/** Only for record-mac.mjs: are the recordings understood? */
export default defineConfig({ test: { include: ['test/recorder/understood.test.ts'] } });
