// `plutil`, as far as OpenClaw and tests use it: `-convert xml1|json -o - -- <file or ->` and `-lint <file>`.
// plutil.mjs <arguments…>
import { readFileSync } from 'node:fs';
import { build, parse, parseBinary } from 'plist';

const args = process.argv.slice(2);
const convert = /^-convert (?<format>xml1|json) -o - (?:-- )?$/.exec(`${args.slice(0, -1).join(' ')} `);
const file = args.at(-1) ?? '';

if (convert?.groups !== undefined) answer(() => convertTo(convert.groups?.format ?? ''));
else if (args[0] === '-lint' && args.length === 2) answer(() => readPlist() !== undefined && `${file}: OK\n`);
else fail(`plutil: unrecognized arguments: ${args.join(' ')}`);

/** @param {() => string | false} produce */
function answer(produce) {
  try {
    process.stdout.write(produce() || '');
  } catch (error) {
    fail(`${file === '-' ? '<stdin>' : file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {string} format */
function convertTo(format) {
  const value = readPlist();
  if (format === 'xml1') return `${build(value)}\n`;
  rejectWhatJsonLacks(value);
  return JSON.stringify(value);
}

function readPlist() {
  const bytes = readFileSync(file === '-' ? 0 : file);
  return bytes.subarray(0, 6).toString('latin1') === 'bplist' ? parseBinary(bytes) : parse(bytes.toString());
}

/** @param {unknown} value */
function rejectWhatJsonLacks(value) {
  if (value instanceof Date || value instanceof Uint8Array) {
    throw new Error('invalid object in plist for destination format');
  }
  if (typeof value === 'object' && value !== null) for (const entry of Object.values(value)) rejectWhatJsonLacks(entry);
}

/** @param {string} line */
function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
