import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** One row of docs/performance.md. */
export interface Figure {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly how: string;
}

export const figuresFile = path.resolve(import.meta.dirname, '../../.cache/bench/figures.jsonl');

export function recordFigure(figure: Figure): void {
  mkdirSync(path.dirname(figuresFile), { recursive: true });
  appendFileSync(figuresFile, `${JSON.stringify(figure)}\n`);
  console.log(`${figure.what}: ${figure.measured} (wanted: ${figure.wanted})`);
}

/** Nearest-rank percentile of at least one value; `share` between 0 and 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('No values were measured.');
  return value;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export const inMs = (value: number) => `${Math.round(value)} ms`;

/** "median 120 ms, p95 210 ms, worst 230 ms of 20". */
export function spread(values: readonly number[]): string {
  const worst = Math.max(...values);
  return `median ${inMs(median(values))}, p95 ${inMs(percentile(values, 0.95))}, worst ${inMs(worst)} of ${values.length}`;
}
