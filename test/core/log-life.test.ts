import { describe, expect, it } from 'vitest';
import { known } from '../../app/core/model/reading.ts';
import { marksSinceStart, recentMarks } from '../../app/core/log-life.ts';
import type { LogMark } from '../../app/core/model/log.ts';
import { makeIdleMac, makeLoopingService } from './make-machine.ts';
import { at, gatewayStartedAt, hours, minutes, seconds } from './make-moment.ts';
import { cannotRead, makeMark, makeProcess } from './make-running.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { logOf } from './told-machines.ts';

const kinds = (marks: readonly LogMark[]) => marks.map(({ kind }) => kind);
const loading = (markAt: number) => makeMark('starting', markAt, '[gateway] loading configuration…');
const starting = (markAt: number) => makeMark('starting', markAt, '[gateway] starting...');

const running = (...marks: readonly LogMark[]) => kinds(marksSinceStart(makeSnapshot({ log: logOf(marks) })));
const ended = (...marks: readonly LogMark[]) =>
  kinds(marksSinceStart(makeIdleMac(makeLoopingService(), { log: logOf(marks) })));

describe('a gateway that runs', () => {
  it('says nothing where its log cannot be read', () => {
    expect(marksSinceStart(makeSnapshot({ log: cannotRead() }))).toEqual([]);
  });

  it('is not told by what stands before its process', () => {
    expect(
      running(makeMark('database-corrupt', gatewayStartedAt - hours), makeMark('ready', gatewayStartedAt + seconds)),
    ).toEqual(['ready']);
    // What node prints has no time; it stands before a line that is too old.
    expect(
      running(makeMark('mdns-crash', null), makeMark('clean-stop', gatewayStartedAt - hours), makeMark('ready', at)),
    ).toEqual(['ready']);
  });

  it('without a line of its start is told by what its process said before it was up', () => {
    expect(
      running(
        makeMark('plugin-broken', gatewayStartedAt + seconds),
        makeMark('listening', gatewayStartedAt + 9 * seconds),
      ),
    ).toEqual(['plugin-broken', 'listening']);
  });

  it('takes the two lines of one start for one', () => {
    expect(
      running(
        loading(at - 60 * seconds),
        makeMark('plugin-broken', at - 59 * seconds),
        starting(at - 58 * seconds),
        makeMark('ready', at - 50 * seconds),
      ),
    ).toEqual(['starting', 'plugin-broken', 'starting', 'ready']);
  });

  it('may begin anew within its process', () => {
    expect(
      running(loading(at - 3 * hours), makeMark('telegram-conflict', at - 2 * hours), starting(at - minutes)),
    ).toEqual(['starting']);
  });
});

describe('a gateway that does not run', () => {
  it('is told by its last start alone', () => {
    expect(
      ended(
        loading(at - 30 * seconds),
        makeMark('newer-database', at - 29 * seconds),
        loading(at - 20 * seconds),
        makeMark('config-invalid', at - 19 * seconds),
      ),
    ).toEqual(['starting', 'config-invalid']);
  });

  it('of an older version by what came after it was up, or went', () => {
    expect(
      ended(makeMark('token-missing', at - hours), makeMark('listening', at - minutes), makeMark('port-in-use', null)),
    ).toEqual(['port-in-use']);
  });
});

it('recent is what was said within the time, or without one', () => {
  const snapshot = makeSnapshot({
    processes: known([makeProcess()], at),
    log: logOf([
      makeMark('no-space', at - 20 * minutes),
      makeMark('no-space', null),
      makeMark('no-space', at - 10 * minutes),
      makeMark('log-capped', at),
    ]),
  });
  expect(recentMarks(snapshot, 'no-space', 10 * minutes).map((mark) => mark.at)).toEqual([null, at - 10 * minutes]);
  expect(recentMarks(snapshot, 'no-space')).toHaveLength(3);
});
