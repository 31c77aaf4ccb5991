import type { OpenClawCommand } from '../core/model/repair.ts';
import type { DeviceOrder, OpenClawQuestion } from '../core/openclaw-argv.ts';

/** The tools the engine may run. Their absolute paths are in platform/node/tools.ts; nothing else can be started. */
export type ToolName = 'launchctl' | 'lsof' | 'ps' | 'systemctl' | 'open' | 'xdg-open' | 'sqlite3';

export interface ProgramRequest {
  readonly tool: ToolName;
  readonly args: readonly string[];
  readonly timeoutMs: number;
  /** Output beyond it ends the program; default 4 MiB (a whole `launchctl print gui/501` is 150 kB). */
  readonly maxOutputBytes?: number;
}

/** Every way a run can end. Never thrown, so that no caller can forget one. */
export type ProgramResult =
  | {
      readonly kind: 'exited';
      readonly exitCode: number;
      readonly stdout: string;
      readonly stderr: string;
      readonly durationMs: number;
    }
  | { readonly kind: 'signalled'; readonly signal: string; readonly durationMs: number }
  | { readonly kind: 'timed-out'; readonly durationMs: number }
  | { readonly kind: 'flooded'; readonly durationMs: number }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'failed'; readonly message: string };

/** One of the few official commands that may be run, with the very Node and program of the service. */
export interface OpenClawRequest {
  readonly command: OpenClawCommand | OpenClawQuestion | DeviceOrder;
  /** Of the device or the request that the command is about; else none. */
  readonly id?: string;
  readonly nodePath: string;
  readonly entryPath: string;
  /** `null`: the default profile. */
  readonly profile: string | null;
  /** Default: where the profile has it. What is asked of the program alone gets a folder that is not there. */
  readonly stateDir?: string;
  readonly timeoutMs: number;
}

/** The one door to other programs: argv array, absolute path, LC_ALL=C, deadline, output cap, never a shell. */
export interface Programs {
  run(request: ProgramRequest, signal?: AbortSignal): Promise<ProgramResult>;
  /** With an environment that holds nothing of ours and nothing of OpenClaw's but what its argv says. */
  runOpenClaw(request: OpenClawRequest): Promise<ProgramResult>;
  /** The line a person could type to check: for evidence. */
  describe(request: Pick<ProgramRequest, 'tool' | 'args'>): string;
}
