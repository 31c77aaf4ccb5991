// Puts OpenClaw's own configuration schema of one version into the project:
//   openclaw config schema > schema.json && node build/ship-schema.mjs 2026.9.6 schema.json
// Before 2026.3.28 there is no such command; a running gateway answers `openclaw gateway call config.schema --json`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';
import { projectDir } from './bundles.mjs';

const [version, file] = process.argv.slice(2);
if (version === undefined || file === undefined) throw new Error('usage: ship-schema.mjs VERSION FILE');
const { module } = await runnerImport(path.join(projectDir, 'app/core/validation/prepare-schema.ts'));
const given = JSON.parse(readFileSync(file, 'utf8'));
const target = path.join(projectDir, `app/platform/node/openclaw-schemas/${version}.json`);
writeFileSync(target, `${JSON.stringify(module.prepareSchema(given.schema ?? given))}\n`);
