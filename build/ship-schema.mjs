// Puts OpenClaw's own configuration schema of one version into the project:
//   openclaw config schema > schema.json && node build/ship-schema.mjs 2026.9.6 schema.json
// Before 2026.3.28 there is no such command; a running gateway answers `openclaw gateway call config.schema --json`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { projectDir } from './bundles.mjs';

/** What only describes; two thirds of the file. */
const descriptions = new Set(['title', 'description', 'examples', 'deprecated', 'markdownDescription']);
/** Keywords whose members are named by the configuration, not by JSON schema. */
const named = new Set(['properties', 'patternProperties', '$defs', 'definitions']);
/** Keywords that hold values, not schemas. */
const values = new Set(['const', 'enum', 'default', 'required']);

/** @param {unknown} schema @returns {unknown} */
function withoutDescriptions(schema) {
  if (Array.isArray(schema)) return schema.map(withoutDescriptions);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !descriptions.has(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => {
      if (values.has(keyword)) return [keyword, value];
      if (!named.has(keyword)) return [keyword, withoutDescriptions(value)];
      return [
        keyword,
        Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutDescriptions(each)])),
      ];
    }),
  );
}

const [version, file] = process.argv.slice(2);
if (version === undefined || file === undefined) throw new Error('usage: ship-schema.mjs VERSION FILE');
const given = JSON.parse(readFileSync(file, 'utf8'));
const target = path.join(projectDir, `app/platform/node/openclaw-schemas/${version}.json`);
writeFileSync(target, `${JSON.stringify(withoutDescriptions(given.schema ?? given))}\n`);
