import type { Environment } from '../../app/core/model/target.ts';
import { deriveTarget } from '../../app/core/target.ts';
import type { ProgramResult } from '../../app/ports/programs.ts';
import type { ProbeContext } from '../../app/probes/probe.ts';
import type { FakeFile } from './fake-disk.ts';
import { makeFakeFiles, makeFakePrograms } from './fake-disk.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';

export const mac: Environment = { os: 'darwin', uid: 501, home: '/Users/alice', variables: {} };
export const linux: Environment = { os: 'linux', uid: 1000, home: '/home/alice', variables: {} };

interface Machine {
  readonly environment?: Environment;
  readonly profile?: string;
  readonly files?: Readonly<Record<string, FakeFile>>;
  readonly programs?: Readonly<Record<string, ProgramResult>>;
  /** Variables of the shell that started us. Default: none did. */
  readonly shell?: Readonly<Record<string, string>>;
}

/** What a probe is given on a machine that has just these files and answers just these programs. */
export function makeContext(machine: Machine): ProbeContext & { readonly ran: readonly string[] } {
  const environment = machine.environment ?? mac;
  const programs = makeFakePrograms(machine.programs ?? {});
  return {
    environment,
    target: deriveTarget(environment, machine.profile ?? null),
    ports: makeStrictPorts({
      programs,
      files: makeFakeFiles(machine.files ?? {}),
      shell: { variables: () => (machine.shell === undefined ? null : Object.entries(machine.shell)) },
    }),
    signal: new AbortController().signal,
    ran: programs.ran,
  };
}
