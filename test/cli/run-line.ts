import { runCli } from '../../app/cli/run-cli.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import type { RepairResult } from '../../app/engine/engine.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeCli } from '../fakes/fake-terminal.ts';
import { notLoadedFinding } from '../fakes/repairs.ts';
import { makePicture } from '../fakes/snapshots.ts';

export interface Script {
  readonly picture?: Picture;
  readonly preview?: RepairPreview | null;
  /** What `repair` or `undo` of the engine answers, in order; one more call fails the test. */
  readonly results?: readonly RepairResult[];
  readonly options?: Parameters<typeof makeFakeCli>[0];
}

const found = makePicture({ findings: [{ finding: notLoadedFinding, consequences: [] }] });

/** Runs one command line over a fake engine; `changes`: what was asked of it beside looking. */
export async function runLine(line: string, { picture = found, preview, results = [], options }: Script = {}) {
  const engine = makeFakeEngine(picture);
  if (preview !== undefined) engine.previewWith(preview);
  for (const result of results) engine.repairWith(result);
  const cli = makeFakeCli({ ...options, engine });
  const code = await runCli(line.split(' '), cli);
  const changes = engine.calls.filter(({ kind }) => kind !== 'look' && kind !== 'preview');
  return { engine, code, ...cli.written, changes };
}

/** Somebody sits at the terminal and answers so; one more question fails the test. */
export function aPerson(...answers: (string | null)[]): Pick<Script, 'options'> {
  return { options: { canAsk: true, answers } };
}

export function json(out: string): unknown {
  return JSON.parse(out);
}
