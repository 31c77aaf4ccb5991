import { describe, expect, it } from 'vitest';
import { deriveExit78Meaning } from '../../app/core/exit-78.ts';
import { exit78Meanings } from '../../app/core/model/exit-78.ts';
import type { Exit78Meaning } from '../../app/core/model/exit-78.ts';
import type { LogMark } from '../../app/core/model/log.ts';
import { known } from '../../app/core/model/reading.ts';
import type { LastExit } from '../../app/core/model/service.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { parseLog } from '../../app/core/parse/log.ts';
import { makeIdleMac, makeLoopingService } from './make-machine.ts';
import { at, seconds } from './make-moment.ts';
import { cannotRead, makeBrokenConfig, makeConfig, makeConfigContent, makeMark } from './make-running.ts';
import { makeDefinition, makeInstall } from './make-service.ts';
import { makeLinuxSnapshot } from './make-snapshot.ts';
import { failing, logOf } from './told-machines.ts';

/** What OpenClaw prints, after its first line of a start. */
const saying = (line: string): Snapshot =>
  makeIdleMac(makeLoopingService(), {
    log: logOf(parseLog(`2026-09-20T09:59:50Z [gateway] loading configuration…\n${line}\n`, false).marks),
  });
const writtenBy = (lastTouchedVersion: string) =>
  known(makeConfig({ content: makeConfigContent({ lastTouchedVersion }) }), at);

describe('nothing is said', () => {
  it.each([
    ['of exit 1', { kind: 'code', code: 1, name: null }],
    ['of a signal', { kind: 'signal', signal: 9, name: 'Killed' }],
    ['of a service that never ran', { kind: 'never' }],
    ['of an exit that is not known', null],
  ] as const satisfies readonly (readonly [string, LastExit | null])[])('%s', (_name, lastExit) => {
    const snapshot = makeIdleMac(makeLoopingService({ lastExit }), { config: known(makeBrokenConfig(), at) });
    expect(deriveExit78Meaning(snapshot)).toBeNull();
  });

  it('when neither log nor files tell', () => {
    expect(deriveExit78Meaning(makeIdleMac(makeLoopingService()))).toBeNull();
    expect(
      deriveExit78Meaning(
        makeIdleMac(makeLoopingService(), {
          log: cannotRead(),
          config: cannotRead(),
          definition: cannotRead(),
          install: cannotRead(),
        }),
      ),
    ).toBeNull();
  });

  it('by what an earlier start said', () => {
    const early = [makeMark('newer-database', at - 18 * seconds), makeMark('starting', at - 8 * seconds)];
    expect(deriveExit78Meaning(failing(...early, makeMark('port-in-use', at - 7 * seconds)))).toBeNull();
  });
});

const cases: readonly (readonly [Exit78Meaning, string, Snapshot])[] = [
  ['config-invalid', 'an invalid configuration', saying('Invalid config at /Users/alice/.openclaw/openclaw.json:')],
  ['config-invalid', 'a plugin that it names', saying('- plugins.entries.x: plugin not found: x')],
  ['config-invalid', 'no mode', saying('Gateway start blocked: set gateway.mode=local (current: unset)')],
  [
    'config-invalid',
    'a broken file, and no word in the log',
    makeIdleMac(makeLoopingService(), { config: known(makeBrokenConfig(), at) }),
  ],
  [
    'older-binary',
    'its own guard',
    saying('this OpenClaw binary (2026.3.13) is older than the config last written by OpenClaw 2026.9.6.'),
  ],
  [
    'older-binary',
    'the versions, and no word in the log',
    makeIdleMac(makeLoopingService(), {
      install: known(makeInstall({ version: '2026.3.13' }), at),
      config: writtenBy('2026.9.6'),
    }),
  ],
  [
    'newer-database',
    'the database',
    saying('OpenClaw state database /x uses newer schema version 42; this build supports 40.'),
  ],
  ['token-missing', 'no token', saying('Gateway auth is set to token, but no token is configured.')],
  [
    'already-running',
    'another gateway (2026.5.28)',
    saying('gateway already running under launchd; exiting with code 78 to prevent launchd restart loop'),
  ],
  [
    'already-running',
    'another gateway of the same folder (2026.9.6)',
    saying('requires state migration, but another OpenClaw process owns gateway-lifecycle'),
  ],
  [
    'cannot-execute',
    'a node that is gone, whatever an older start said',
    {
      ...saying('Invalid config at /Users/alice/.openclaw/openclaw.json:'),
      definition: known(makeDefinition({ nodeExists: false }), at),
    },
  ],
  [
    'cannot-execute',
    'a bare name',
    makeIdleMac(makeLoopingService(), {
      definition: known(makeDefinition({ nodePath: 'node', nodeExists: null }), at),
    }),
  ],
];

it.each(cases)('%s: %s', (meaning, _name, snapshot) => {
  expect(deriveExit78Meaning(snapshot)).toBe(meaning);
});

it('every meaning is told by some machine', () => {
  expect(new Set(cases.map(([meaning]) => meaning))).toEqual(new Set(exit78Meanings));
});

it('a configuration of an older or the same version, or of none, proves nothing', () => {
  for (const version of ['2026.9.6', '2026.3.13', 'unknown']) {
    expect(deriveExit78Meaning(makeIdleMac(makeLoopingService(), { config: writtenBy(version) }))).toBeNull();
  }
});

it('systemd finds a bare name', () => {
  const snapshot = makeLinuxSnapshot({
    service: known(makeLoopingService({ manager: 'systemd' }), at),
    definition: known(makeDefinition({ format: 'systemd-unit', nodePath: 'node', nodeExists: null }), at),
  });
  expect(deriveExit78Meaning(snapshot)).toBeNull();
});

it('the last word of the last start counts', () => {
  const marks: readonly LogMark[] = [
    makeMark('config-invalid', at - 6 * seconds),
    makeMark('token-missing', at - 5 * seconds),
    makeMark('clean-stop', at - 4 * seconds),
  ];
  expect(deriveExit78Meaning(failing(...marks))).toBe('token-missing');
});
