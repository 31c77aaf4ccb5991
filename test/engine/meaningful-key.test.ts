import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../app/core/model/reading.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { meaningfulKey } from '../../app/engine/meaningful-key.ts';
import { brokenConfig, makePicture, makeService, makeSnapshot, makeStatus, readAt } from '../fakes/snapshots.ts';

const before = makePicture();
const key = meaningfulKey(before);

describe('no line', () => {
  test.each<{ what: string; after: Picture }>([
    {
      what: 'for another look',
      after: makePicture({ snapshot: makeSnapshot({ sequence: 9, at: readAt + 60_000 }) }),
    },
    { what: 'for another run count', after: makePicture({ status: makeStatus({}, { runs: 2 }) }) },
    { what: 'for another since', after: makePicture({ status: makeStatus({ since: readAt }) }) },
  ])('$what', ({ after }) => {
    expect(meaningfulKey(after)).toBe(key);
  });

  test('for each new process of a crash loop', () => {
    expect(meaningfulKey(makeLooping(12))).toBe(meaningfulKey(makeLooping(null)));
  });
});

function makeLooping(pid: number | null): Picture {
  return makePicture({ status: makeStatus({ state: 'crash-looping', reason: 'exits-again-and-again' }, { pid }) });
}

describe('a line', () => {
  test.each<{ what: string; after: Picture }>([
    {
      what: 'for another state',
      after: makePicture({ status: makeStatus({ state: 'stopped', reason: 'not-loaded' }) }),
    },
    { what: 'for another reason', after: makePicture({ status: makeStatus({ reason: 'safe-mode' }) }) },
    { what: 'for another process', after: makePicture({ status: makeStatus({}, { pid: 9 }) }) },
    { what: 'for an action', after: makePicture({ activity: { action: 'stop', startedAt: readAt } }) },
    {
      what: 'for a broken configuration',
      after: makePicture({ snapshot: makeSnapshot({ config: known(brokenConfig, readAt) }) }),
    },
    {
      what: 'for what cannot be read any more',
      after: makePicture({ snapshot: makeSnapshot({ listeners: unknown('timed-out', 'lsof', readAt) }) }),
    },
    {
      what: 'for a service that was switched off',
      after: makePicture({ snapshot: makeSnapshot({ service: known(makeService({ enabled: false }), readAt) }) }),
    },
  ])('$what', ({ after }) => {
    expect(meaningfulKey(after)).not.toBe(key);
  });
});
