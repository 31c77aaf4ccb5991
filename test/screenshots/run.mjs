// `npm run screenshots`: draws the README's pictures into docs/images/, without a Mac.
import path from 'node:path';
import { runnerImport } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const { module } = await runnerImport(path.join(import.meta.dirname, 'take.ts'), { configFile: false, root });
await module.takeScreenshots(path.join(root, 'docs/images'));
