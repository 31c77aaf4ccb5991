// The command line in a checkout: `npm run --silent clawtender -- status`.
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { projectDir } from './bundles.mjs';
import { ensureBuilt } from './ensure-built.mjs';

await ensureBuilt();
const commandLine = path.join(projectDir, 'out/cli/clawtender.js');
process.argv[1] = commandLine;
await import(pathToFileURL(commandLine).href);
