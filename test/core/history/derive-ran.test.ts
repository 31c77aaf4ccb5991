import { describe, expect, test } from 'vitest';
import {
  deriveGatewayLife,
  deriveInForce,
  deriveUsed,
  type GatewayLife,
} from '../../../app/core/history/derive-ran.ts';
import type { Version } from '../../../app/core/model/history.ts';
import type { LogMark, LogMarkKind } from '../../../app/core/model/log.ts';
import { known, unknown } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { at, gatewayStartedAt, minutes, seconds } from '../make-moment.ts';
import {
  makeForeignReach,
  makeLog,
  makeNotReadyReach,
  makeProcess,
  makeReach,
  makeRefusedReach,
} from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';

function version(name: string, changedAt: number, change: Partial<Version> = {}): Version {
  const by = { kind: 'other' } as const;
  const size = { sizeBytes: 1, mode: 0o600 };
  return {
    id: name,
    file: '/c',
    kind: 'config',
    at: changedAt,
    sha256: name,
    by,
    changed: [],
    ranAt: null,
    ...size,
    ...change,
  };
}

const mark = (kind: LogMarkKind, markedAt: number): LogMark => ({ kind, at: markedAt, line: kind });

const lifeOf = (change: Partial<Snapshot>) => deriveGatewayLife(makeSnapshot(change));

describe('the life of a gateway', () => {
  test.each<[string, Partial<Snapshot>]>([
    ['nothing answers', { reach: known(makeRefusedReach(), at) }],
    ['something else answers', { reach: known(makeForeignReach(), at) }],
    ['not ready', { reach: known(makeNotReadyReach(['sidecars']), at) }],
    ['not asked', { reach: unknown('timed-out', '', at) }],
    [
      'two of them',
      {
        listeners: known(
          [
            { pid: 4711, command: null, addresses: [] },
            { pid: 9, command: null, addresses: [] },
          ],
          at,
        ),
        processes: known([makeProcess(), makeProcess({ pid: 9 })], at),
      },
    ],
    [
      'nobody can tell since when',
      {
        processes: known([makeProcess({ startedAt: null })], at),
        reach: known(makeReach({ ready: { kind: 'not-asked' }, startup: { kind: 'not-asked' } }), at),
      },
    ],
  ])('not known: %s', (_what, change) => {
    expect(lifeOf(change)).toBeNull();
  });

  test('from its process, or from a restart within it', () => {
    expect(lifeOf({})).toMatchObject({ processStartedAt: gatewayStartedAt, loadedAt: gatewayStartedAt });
    const ready = {
      kind: 'json',
      httpStatus: 200,
      body: { ready: true, failing: [], uptimeMs: 5_000 },
      durationMs: 1,
    } as const;
    expect(lifeOf({ reach: known(makeReach({ ready }), at) })).toMatchObject({
      processStartedAt: gatewayStartedAt,
      loadedAt: at - 5_000,
    });
  });

  test('its log, not that of the one before', () => {
    const marks = [
      mark('reload-applied', gatewayStartedAt - minutes),
      mark('reload-applied', gatewayStartedAt + minutes),
    ];
    expect(lifeOf({ log: known(makeLog({ marks }), at) })?.marks).toEqual([marks[1]]);
  });
});

describe('in force', () => {
  const began = 1_000_000;
  const life = (...marks: readonly LogMark[]): GatewayLife => ({ processStartedAt: began, loadedAt: began, marks });
  const inForce = (versions: readonly Version[], ...marks: readonly LogMark[]) =>
    deriveInForce(versions, life(...marks))?.id ?? null;
  const old = version('old', began - minutes);
  const later = version('later', began + minutes);

  test('what was there, as long as nothing else is known', () => {
    expect(inForce([])).toBeNull();
    expect(inForce([later])).toBeNull();
    expect(inForce([old])).toBe('old');
    expect(inForce([later, old])).toBe('old');
  });

  test('whole seconds and slow clocks do not make a version late', () => {
    expect(inForce([version('soon', began + seconds), old])).toBe('soon');
  });

  test('what was reloaded', () => {
    expect(inForce([later, old], mark('reload-applied', began + minutes + 300))).toBe('later');
    expect(inForce([later, old], mark('reload-applied', began + 30 * seconds))).toBe('old');
  });

  test('behind a change that waits for a restart nothing counts', () => {
    const newest = version('newest', began + 2 * minutes);
    const marks = [
      mark('reload-needs-restart', began + minutes + 300),
      mark('reload-applied', began + 2 * minutes + 300),
    ];
    expect(inForce([newest, later, old], ...marks)).toBe('old');
    expect(inForce([later, old], mark('reload-skipped', began + minutes + 300))).toBe('old');
  });

  test('an older file that was put there later', () => {
    const seen = { ...old, ranAt: began + 10 * seconds };
    expect(inForce([version('moved', began - 60 * minutes), seen])).toBe('old');
    expect(inForce([version('moved', began - 60 * minutes), seen], mark('reload-applied', began + minutes))).toBe(
      'moved',
    );
  });

  test('what it wrote itself', () => {
    const own = version('own', began + 30 * seconds, { by: { kind: 'openclaw', command: 'gateway run' } });
    expect(inForce([own, old])).toBe('own');
    expect(inForce([{ ...own, by: { kind: 'openclaw', command: 'config set' } }, old])).toBe('old');
  });

  test('files of a service from its start, others whenever they are needed', () => {
    expect(deriveUsed([later, old], life(), false)?.id).toBe('old');
    expect(deriveUsed([later, old], life(), true)?.id).toBe('later');
    expect(deriveUsed([later], life(), false)).toBeNull();
  });
});
