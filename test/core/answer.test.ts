import { describe, expect, test } from 'vitest';
import { deriveAnswer } from '../../app/core/answer.ts';
import { absent, known } from '../../app/core/model/reading.ts';
import type { Reach } from '../../app/core/model/reach.ts';
import { at, minutes, seconds } from './make-moment.ts';
import {
  cannotRead,
  makeForeignReach,
  makeLog,
  makeMark,
  makeNotReadyReach,
  makeReach,
  makeRefusedReach,
  makeSilentReach,
} from './make-running.ts';
import { makeSnapshot } from './make-snapshot.ts';

const json = <Body>(body: Body, httpStatus = 200) => ({ kind: 'json', httpStatus, body, durationMs: 2 }) as const;
const noAnswer = (why: 'refused' | 'timed-out' | 'closed' | 'failed') => ({ kind: 'no-answer', why }) as const;
const startup = (status: string) =>
  json({ ok: false, status, version: null, uptimeMs: null, pendingReason: null }, 503);

const cases: readonly (readonly [string, Reach, ReturnType<typeof deriveAnswer>])[] = [
  ['all three answers well', makeReach(), 'ready'],
  [
    'a version without /startupz (Control UI in its place)',
    makeReach({ startup: { kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: true } }),
    'ready',
  ],
  ['a broken channel', makeNotReadyReach(['telegram']), 'not-ready'],
  [
    'a channel beside a pending start is a broken channel',
    makeNotReadyReach(['startup-sidecars', 'telegram']),
    'not-ready',
  ],
  ['pending sidecars', makeNotReadyReach(['startup-sidecars']), 'starting'],
  ['/startupz: starting', makeReach({ startup: startup('starting') }), 'starting'],
  ['/startupz: draining', makeReach({ startup: startup('draining') }), 'draining'],
  ['/readyz: draining', makeNotReadyReach(['gateway-draining']), 'draining'],
  ['not ready without a reason', makeNotReadyReach([]), 'not-ready'],
  ['/readyz not asked', makeReach({ ready: { kind: 'not-asked' } }), 'live'],
  [
    '/readyz is HTML',
    makeReach({ ready: { kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: true } }),
    'live',
  ],
  [
    'the Control UI only',
    makeReach({ health: { kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: true } }),
    'live',
  ],
  [
    'JSON that is not a gateway’s',
    makeReach({
      health: json({ ok: true, status: 'up' }),
      ready: { kind: 'not-asked' },
      startup: { kind: 'not-asked' },
    }),
    'wrong',
  ],
  ['another web server', makeForeignReach(), 'wrong'],
  ['silence', makeSilentReach(), 'silent'],
  ['a full backlog', makeReach({ tcp: 'timed-out' }), 'silent'],
  [
    'hung up at once',
    makeReach({ health: noAnswer('closed'), ready: noAnswer('closed'), startup: noAnswer('closed') }),
    'silent',
  ],
  ['nobody', makeRefusedReach(), 'refused'],
  [
    'gone between two questions',
    makeReach({ health: noAnswer('refused'), ready: noAnswer('refused'), startup: noAnswer('refused') }),
    'refused',
  ],
  [
    'the question failed',
    makeReach({ health: noAnswer('failed'), ready: noAnswer('failed'), startup: noAnswer('failed') }),
    'unknown',
  ],
  ['not even a socket', makeReach({ tcp: 'failed' }), 'unknown'],
  ['not asked', makeReach({ health: { kind: 'not-asked' } }), 'unknown'],
];

describe('what the port answers', () => {
  test.each(cases)('%s', (_name, reach, answer) => {
    expect(deriveAnswer(makeSnapshot({ reach: known(reach, at) }))).toBe(answer);
  });

  test('an unread port answers nothing known', () => {
    expect(deriveAnswer(makeSnapshot({ reach: cannotRead() }))).toBe('unknown');
    expect(deriveAnswer(makeSnapshot({ reach: absent(at) }))).toBe('unknown');
  });
});

const answerWith = (change: Parameters<typeof makeLog>[0], reach = makeReach()) =>
  deriveAnswer(makeSnapshot({ log: known(makeLog(change), at), reach: known(reach, at) }));

describe('safe mode', () => {
  const tripped = makeMark('breaker-tripped', at - 4 * minutes, 'restart-loop breaker tripped');
  test('green, but without channels: only the log tells', () => {
    expect(answerWith({ marks: [tripped] })).toBe('safe-mode');
    expect(answerWith({ marks: [tripped] }, makeNotReadyReach(['telegram']))).toBe('safe-mode');
  });

  test.each<[string, Parameters<typeof makeLog>[0]]>([
    [
      'the breaker recovered',
      { marks: [tripped], lines: [{ at: at - 20 * seconds, text: 'restart-loop breaker recovered' }] },
    ],
    ['the gateway started anew since', { marks: [tripped, makeMark('starting', at - 2 * minutes)] }],
    ['it was long ago', { marks: [makeMark('breaker-tripped', at - 16 * minutes)] }],
    ['nobody knows when it was', { marks: [makeMark('breaker-tripped', null)] }],
  ])('not when %s', (_name, change) => {
    expect(answerWith(change)).toBe('ready');
  });
});
