import { writeOpenClawArgv } from '../../app/core/openclaw-argv.ts';
import type { ProgramResult, Programs } from '../../app/ports/programs.ts';

/** One expected call and how it ends. */
export interface ScriptedCall {
  readonly line: string;
  readonly result: ProgramResult;
  /** What the call changes on the machine. */
  readonly effect?: () => void;
}

export interface ScriptedPrograms extends Programs {
  /** Calls that the script still expects. */
  left(): readonly string[];
}

const describe: Programs['describe'] = ({ tool, args }) => [tool, ...args].join(' ');

/** Programs that are called in exactly this order; any other call fails the test and names itself. */
export function makeScriptedPrograms(calls: readonly ScriptedCall[]): ScriptedPrograms {
  const script = [...calls];
  function call(line: string): ProgramResult {
    const next = script.shift();
    if (next?.line !== line) throw new Error(`unexpected program: ${line} (expected: ${next?.line ?? 'none'})`);
    next.effect?.();
    return next.result;
  }
  return {
    describe,
    left: () => script.map((expected) => expected.line),
    run: async (request) => call(describe(request)),
    runOpenClaw: async (request) => call(writeOpenClawArgv(request).join(' ')),
  };
}

export const success: ProgramResult = { kind: 'exited', exitCode: 0, stdout: '', stderr: '', durationMs: 10 };

export function failure(exitCode: number, stderr: string): ProgramResult {
  return { kind: 'exited', exitCode, stdout: '', stderr, durationMs: 10 };
}
