import { describe, expect, test } from 'vitest';
import type { Picture } from '../../app/core/model/picture.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { FactView, View } from '../../app/core/model/view.ts';
import { deriveView } from '../../app/core/view.ts';
import { at } from './make-moment.ts';
import { makeForegroundSnapshot, makePicture, makeStatus } from './make-picture.ts';
import { cannotRead, makeBrokenConfig, makeConfig, makeRefusedReach } from './make-running.ts';
import { makeInstall, makeService, makeUnloadedService } from './make-service.ts';
import { makeSnapshot, makeTarget } from './make-snapshot.ts';

const options = { locale: 'en', localeChoice: null, timeZone: 'UTC' } as const;

describe('configuration line', () => {
  test.each([
    ['valid', known(makeConfig(), at), 'good', 'The configuration can be read.'],
    [
      'broken',
      known(makeBrokenConfig(), at),
      'bad',
      'The configuration is broken at line 15, column 3; the gateway would not start with it.',
    ],
    ['missing', absent(at), 'plain', 'There is no configuration file.'],
    [
      'unreadable',
      unknown('not-permitted', 'EACCES', at),
      'unknown',
      'The configuration could not be read. The system does not allow reading it.',
    ],
  ] as const)('%s', (_case, config, tone, text) => {
    expect(lineOf(config)).toEqual({ text, tone });
  });

  test('a healthy gateway stays healthy on a broken configuration', () => {
    const view = deriveView(
      makePicture({ snapshot: makeSnapshot({ config: known(makeBrokenConfig(), at) }) }),
      options,
    );
    expect([view.state, view.icon, view.configLine.tone]).toEqual(['healthy', 'plain', 'bad']);
  });
});

describe('facts that are not known', () => {
  test('an unreadable service is "cannot tell", neither running nor absent', () => {
    const snapshot = makeSnapshot({ service: cannotRead() });
    expect(factOf(makePicture({ snapshot }), 'service')).toMatchObject({ value: 'cannot tell', tone: 'unknown' });
  });

  test('an unseen process is "cannot tell", never 0', () => {
    const snapshot = makeSnapshot({ listeners: cannotRead(), processes: cannotRead(), service: cannotRead() });
    const status = makeStatus({ state: 'unknown', reason: 'live-owner-unknown' });
    expect(factOf(makePicture({ snapshot, status }), 'pid')).toMatchObject({ value: 'cannot tell', tone: 'unknown' });
  });

  test.each([
    ['not loaded', known(makeUnloadedService(), at), 'ai.openclaw.gateway (installed, not loaded)'],
    ['switched off', known(makeUnloadedService({ enabled: false }), at), 'ai.openclaw.gateway (switched off)'],
    ['loaded', known(makeService({ pid: null, phase: 'waiting' }), at), 'ai.openclaw.gateway (loaded, not running)'],
  ])('a service that is %s', (_case, service, value) => {
    expect(factOf(makePicture({ snapshot: makeSnapshot({ service }) }), 'service')?.value).toBe(value);
  });

  test('a machine without a service manager has no service', () => {
    const picture = makePicture({ snapshot: makeForegroundSnapshot(), status: makeStatus({ state: 'unmanaged' }) });
    expect(factOf(picture, 'service')).toMatchObject({ value: 'not installed', tone: 'plain' });
  });

  test('runs and last exit show while something is wrong', () => {
    const service = makeService({
      pid: null,
      phase: 'waiting',
      runs: 12,
      lastExit: { kind: 'code', code: 78, name: 'EX_CONFIG' },
    });
    const picture = makePicture({
      snapshot: makeSnapshot({
        service: known(service, at),
        reach: known(makeRefusedReach(), at),
        listeners: known([], at),
        processes: known([], at),
      }),
      status: makeStatus({ state: 'crash-looping', reason: 'exits-again-and-again' }),
    });
    expect(factOf(picture, 'runs')?.value).toBe('12');
    expect(factOf(picture, 'lastExit')?.value).toBe('78 EX_CONFIG');
    expect(factOf(picture, 'pid')).toBeUndefined();
  });

  test('the profile is named in headline and facts', () => {
    const picture = makePicture({ snapshot: makeSnapshot({ target: makeTarget({ profile: 'work' }) }) });
    expect(deriveView(picture, options).headline).toBe('Gateway “work”: running · healthy');
    expect(factOf(picture, 'profile')?.value).toBe('work');
  });
});

test('a gateway that still runs the version before an update shows both', () => {
  const picture = makePicture({ snapshot: makeSnapshot({ install: known(makeInstall({ version: '2026.9.7' }), at) }) });
  expect(factOf(picture, 'version')?.value).toBe('2026.9.6 (installed: 2026.9.7)');
});

test('without a gateway the installed version is told', () => {
  const picture = makePicture({ status: makeStatus({ state: 'stopped', reason: 'not-loaded' }) });
  expect(factOf(picture, 'version')?.value).toBe('2026.9.6');
});

function lineOf(config: Snapshot['config']): View['configLine'] {
  return deriveView(makePicture({ snapshot: makeSnapshot({ config }) }), options).configLine;
}

function factOf(picture: Picture, key: string): FactView | undefined {
  return deriveView(picture, options).facts.find((fact) => fact.key === key);
}
