// Part of `npm test`: the tests' windows are real pages in Chrome or Chromium. Says which one in one line.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { findChromium } from './find-chromium.mjs';

/** Looks for a browser, else installs one; `{ path, version }` or `null`. `tell` gets lines for the person. */
export async function ensureChromium(tell) {
  const found = findChromium();
  if (found !== null || process.env.CHROMIUM) return found;
  for (const way of [playwrightDownload, debianPackage]) {
    if (!(await way.possible())) continue;
    tell(`No Chrome or Chromium found: ${way.name} …`);
    const run = spawnSync(way.command[0], way.command.slice(1), { encoding: 'utf8', timeout: 900_000, ...way.options });
    const installed = findChromium();
    if (installed !== null) return installed;
    tell(`${way.name} did not help: ${lastLine(run)}`);
  }
  return null;
}

const playwrightFolder = path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));

const playwrightDownload = {
  name: 'playwright-core install chromium',
  command: [process.execPath, path.join(playwrightFolder, 'cli.js'), 'install', 'chromium', '--no-shell'],
  options: {},
  // Asked first: the download itself tries many mirrors for minutes before it gives up.
  async possible() {
    if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true;
    try {
      await fetch('https://cdn.playwright.dev/', { method: 'HEAD', signal: AbortSignal.timeout(5000) });
      return true;
    } catch {
      return false;
    }
  },
};

const debianPackage = {
  name: 'apt-get install chromium',
  command: ['sh', '-c', 'apt-get update -qq; apt-get install -y -qq --no-install-recommends chromium'],
  options: { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  possible: () => process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get'),
};

function lastLine(run) {
  if (run.error) return run.error.message;
  return `${run.stderr}\n${run.stdout}`.trim().split('\n').at(-1) ?? `exit ${run.status}`;
}

if (process.argv[1] === import.meta.filename) {
  const browser = await ensureChromium((line) => console.error(line));
  if (browser === null) {
    const named = process.env.CHROMIUM ? `CHROMIUM=${process.env.CHROMIUM} does not start. ` : '';
    console.error(`${named}The tests need Chrome or Chromium: install one, or name it with CHROMIUM=/path/to/chrome.`);
    process.exitCode = 1;
  } else {
    console.log(`Tests use ${browser.version} (${browser.path})`);
  }
}
