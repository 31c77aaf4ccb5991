import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Figure, figuresFile } from './figures.ts';

const page = path.resolve(import.meta.dirname, '../../docs/performance.md');

/** Vitest's global set-up: forgets the figures of the run before; afterwards writes the page from those of this run. */
export default function setup(): () => void {
  rmSync(figuresFile, { force: true });
  return () => {
    if (!existsSync(figuresFile)) return;
    const figures = readFileSync(figuresFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Figure);
    writeFileSync(page, renderPage(figures));
  };
}

function renderPage(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, wanted, measured, how }) => `| ${what} | ${wanted} | ${measured} | ${how} |`);
  return `# Performance

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. The gateways are real ones of OpenClaw, on loopback, in homes that are thrown away.
Machine: ${describeMachine()}. Wall times of a shared machine: compare the ratios before the digits.

| what | wanted | measured | how |
|---|---|---|---|
${rows.join('\n')}
`;
}

function describeMachine(): string {
  const memoryGib = Math.round(os.totalmem() / 2 ** 30);
  const kernel = execFileSync('uname', ['-sm'], { encoding: 'utf8' }).trim();
  return `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${memoryGib} GiB, ${kernel}, Node ${process.versions.node}`;
}
