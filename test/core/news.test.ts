import { describe, expect, test } from 'vitest';
import type { Finding } from '../../app/core/model/finding.ts';
import { emptyNewsMemory } from '../../app/core/model/news.ts';
import type { News, NewsKind, NewsMemory, NewsSettings } from '../../app/core/model/news.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { GatewayState, StateReason } from '../../app/core/model/state.ts';
import type { NewsSituation } from '../../app/core/news.ts';
import { deriveNews } from '../../app/core/news.ts';
import { at as start, hours, minutes, seconds } from './make-moment.ts';
import { makePicture, makeStatus, notLoaded } from './make-picture.ts';
import { makeMarkers, makeProcess } from './make-running.ts';
import { makeSnapshot } from './make-snapshot.ts';

const reasons = {
  healthy: 'ready',
  degraded: 'live-not-ready',
  unresponsive: 'not-answering',
  conflict: 'service-and-stray',
  'crash-looping': 'exits-again-and-again',
  stopped: 'loaded-not-running',
  starting: 'job-starting',
  stopping: 'draining',
  unmanaged: 'live-without-service',
  disabled: 'service-disabled',
  'not-installed': 'not-installed-never-registered',
  'port-taken': 'foreign-program-on-port',
  remote: 'remote-mode',
  unknown: 'cannot-tell',
} as const satisfies Readonly<Record<GatewayState, StateReason>>;

/** One look: so long after the start, in that state. */
interface Look {
  readonly after: number;
  readonly state: GatewayState;
  readonly reason?: StateReason;
  readonly finding?: Finding;
  readonly acts?: boolean;
  /** No new snapshot: the picture was only told again. */
  readonly repeated?: boolean;
  readonly wokeAfter?: number;
  readonly snapshot?: Partial<Snapshot>;
  readonly situation?: Partial<NewsSituation>;
}

const allOn: NewsSettings['kinds'] = {
  down: true,
  conflict: true,
  'crash-looping': true,
  degraded: true,
  recovered: true,
  drift: true,
};
const settings: NewsSettings = { kinds: allOn, snoozedUntil: null };

/** What was told, as `kind@seconds`; a withdrawal is `-@seconds`. */
function tell(looks: readonly Look[], memory: NewsMemory = emptyNewsMemory): readonly string[] {
  return follow(looks, memory).told;
}

function follow(looks: readonly Look[], before: NewsMemory = emptyNewsMemory) {
  let memory = before;
  let sequence = 0;
  const told: string[] = [];
  const news: News[] = [];
  for (const look of looks) {
    if (look.repeated !== true) sequence += 1;
    const now = start + look.after;
    const outcome = deriveNews(memory, pictureOf(look, sequence), {
      now,
      settings,
      actor: 'person',
      awaited: false,
      ...look.situation,
    });
    memory = outcome.memory;
    if (outcome.news !== null) {
      told.push(`${outcome.news.kind}@${look.after / seconds}`);
      news.push(outcome.news);
    }
    if (outcome.withdraw) told.push(`-@${look.after / seconds}`);
  }
  return { told, news, memory };
}

function pictureOf(look: Look, sequence: number): Picture {
  const { state, reason = reasons[state], finding, acts = false, wokeAfter } = look;
  return makePicture({
    snapshot: makeSnapshot({ sequence, at: start + look.after, ...look.snapshot }),
    status: makeStatus({ state, reason }),
    findings: finding === undefined ? [] : [{ finding, consequences: [] }],
    activity: acts ? { action: 'restart', startedAt: start + look.after } : null,
    wokeAt: wokeAfter === undefined ? null : start + wokeAfter,
  });
}

const well: Look = { after: 0, state: 'healthy' };
const down = (after: number, change: Partial<Look> = {}): Look => ({ after, state: 'unresponsive', ...change });
const healthy = (after: number, change: Partial<Look> = {}): Look => ({ after, state: 'healthy', ...change });
const outage = [well, down(60 * seconds), down(65 * seconds)];

const lifecycle = (after: number) => ({
  markers: known(
    makeMarkers({
      lastLifecycle: { at: start + after, action: 'restart', source: 'cli', failed: false, line: 'restart' },
    }),
    start,
  ),
});

const again = (change: Partial<NewsMemory> = {}): NewsMemory => ({ ...emptyNewsMemory, phase: 'again', ...change });

describe('what is no news', () => {
  const maintenance = { processes: known([makeProcess({ role: 'maintenance', commandLine: 'npm install' })], start) };
  const cases: readonly (readonly [string, readonly Look[]])[] = [
    ['a gateway that is well and stays well', [well, healthy(60 * seconds), healthy(120 * seconds)]],
    ['one miss', [well, down(60 * seconds), healthy(65 * seconds)]],
    ['the same miss, told twice', [well, down(60 * seconds), down(65 * seconds, { repeated: true })]],
    ['two misses at once', [well, down(60 * seconds), down(61 * seconds)]],
    [
      'two misses with a start between them',
      [well, down(60 * seconds), { after: 65 * seconds, state: 'starting' }, down(70 * seconds)],
    ],
    [
      'two misses between which nothing could be told',
      [well, down(60 * seconds), { after: 65 * seconds, state: 'unknown' }, down(70 * seconds)],
    ],
    ['a reload that fails a part for half a minute', [well, degraded(60), degraded(90), healthy(100 * seconds)]],
    ...(['starting', 'stopping', 'unknown', 'unmanaged', 'remote', 'disabled'] as const).map(
      (state) =>
        [`${state} for minutes`, [well, ...[60, 70, 200].map((after) => ({ after: after * seconds, state }))]] as const,
    ),
    ...(['stopped-on-purpose', 'maintenance-running', 'not-installed-no-cli'] as const).map(
      (reason) =>
        [
          reason,
          [well, ...[60, 70, 200].map((after) => ({ after: after * seconds, state: 'stopped', reason }) as Look)],
        ] as const,
    ),
    ['an action that is in flight', [well, down(60 * seconds, { acts: true }), down(65 * seconds, { acts: true })]],
    [
      'what comes out of a person’s action, even much later',
      [well, healthy(60 * seconds, { acts: true }), down(61 * seconds), down(70 * seconds), down(30 * minutes)],
    ],
    [
      'what fails in the three minutes after a wake',
      [
        well,
        ...[60, 70, 230].map((after) => down(after * seconds, { wokeAfter: 55 * seconds })),
        healthy(236 * seconds),
      ],
    ],
    [
      'what fails beside npm',
      [well, ...[60, 70, 200].map((after) => down(after * seconds, { snapshot: maintenance }))],
    ],
    [
      'a restart by the official command',
      [well, ...[60, 70, 100].map((after) => down(after * seconds, { snapshot: lifecycle(50 * seconds) }))],
    ],
    ['what was there when the app ran for the first time', [down(0), down(10 * seconds), down(30 * minutes)]],
    [
      'the end of what was there when the app ran for the first time',
      [down(0), down(10 * seconds), down(60 * seconds, { acts: true })],
    ],
  ];
  test.each(cases)('%s', (_name, looks) => {
    expect(tell(looks)).toEqual([]);
  });

  test('an incident that lasts, after it was told', () => {
    const looks = [...outage, down(70 * seconds), down(20 * minutes), down(3 * hours)];
    expect(tell(looks)).toEqual(['down@65']);
  });

  test('another kind of the same outage', () => {
    const looks: readonly Look[] = [
      ...outage,
      ...[70, 80, 90].map((after) => ({ after: after * seconds, state: 'crash-looping' }) as const),
      { after: 100 * seconds, state: 'conflict' },
      { after: 110 * seconds, state: 'conflict' },
    ];
    expect(tell(looks)).toEqual(['down@65']);
  });

  test('what a person has switched off', () => {
    const off = { settings: { ...settings, kinds: { ...allOn, down: false } } };
    expect(tell([well, down(60 * seconds, { situation: off }), down(65 * seconds, { situation: off })])).toEqual([]);
  });
});

describe('after a new start of the app', () => {
  const told = again({
    incident: { kind: 'down', since: start - hours, state: 'told' },
    toldAt: { down: start - hours },
  });

  test('what was told is not told again', () => {
    expect(tell([down(0), down(10 * seconds), down(10 * minutes)], told)).toEqual([]);
  });

  test('what has ended meanwhile is withdrawn, not told', () => {
    expect(tell([healthy(0), healthy(60 * seconds)], told)).toEqual(['-@0']);
  });

  test('what ends now is told', () => {
    expect(tell([down(0), healthy(60 * seconds)], told)).toEqual(['recovered@60']);
  });

  test('a gateway that did not come up with the log-in has three minutes', () => {
    expect(tell([down(0), down(10 * seconds), healthy(170 * seconds)], again())).toEqual([]);
    expect(tell([down(0), down(179 * seconds), down(181 * seconds), down(186 * seconds)], again())).toEqual([
      'down@186',
    ]);
  });
});

describe('an incident is told', () => {
  test.each<readonly [GatewayState, NewsKind]>([
    ['unresponsive', 'down'],
    ['stopped', 'down'],
    ['not-installed', 'down'],
    ['conflict', 'conflict'],
    ['port-taken', 'conflict'],
    ['crash-looping', 'crash-looping'],
  ])('%s, seen twice: %s', (state, kind) => {
    expect(tell([well, { after: 60 * seconds, state }, { after: 65 * seconds, state }])).toEqual([`${kind}@65`]);
  });

  test('at once with a certain finding, which it names', () => {
    const { told, news } = follow([well, { after: 60 * seconds, state: 'stopped', finding: notLoaded }]);
    expect(told).toEqual(['down@60']);
    expect(news[0]).toMatchObject({ at: start + 60 * seconds, finding: { id: notLoaded.id } });
  });

  test.each([
    ['likely', { ...notLoaded, certainty: 'likely' }],
    ['no outage', { ...notLoaded, severity: 'degraded' }],
  ] as const)('not at once with a finding that is %s', (_what, finding) => {
    expect(tell([well, { after: 60 * seconds, state: 'stopped', finding }])).toEqual([]);
  });

  test('degraded after a minute', () => {
    expect(tell([well, degraded(60), degraded(75), degraded(121)])).toEqual(['degraded@121']);
  });

  test('after a wake when it has not recovered in three minutes', () => {
    const looks = [60, 70, 241, 246].map((after) => down(after * seconds, { wokeAfter: 55 * seconds }));
    expect(tell([well, ...looks])).toEqual(['down@246']);
  });

  test('again when it gets graver', () => {
    expect(tell([well, degraded(60), degraded(121), down(200 * seconds), down(205 * seconds)])).toEqual([
      'degraded@121',
      'down@205',
    ]);
  });

  test('and withdrawn when it eases; its end is told all the same', () => {
    expect(tell([...outage, degraded(100), degraded(161), healthy(300 * seconds)])).toEqual([
      'down@65',
      '-@161',
      'recovered@300',
    ]);
  });
});

describe('its end is told', () => {
  test('once', () => {
    expect(tell([...outage, healthy(90 * seconds), healthy(120 * seconds)])).toEqual(['down@65', 'recovered@90']);
  });

  test('unless a person brought it about: then what was told is withdrawn', () => {
    const looks = [...outage, down(80 * seconds, { acts: true }), healthy(90 * seconds)];
    expect(tell(looks)).toEqual(['down@65', '-@90']);
  });

  test('to the person who asked for it from the notification', () => {
    const looks = [
      ...outage,
      down(80 * seconds, { acts: true }),
      healthy(90 * seconds, { situation: { awaited: true } }),
    ];
    expect(tell(looks)).toEqual(['down@65', 'recovered@90']);
  });

  test('when the app itself brought it about', () => {
    const acting = down(80 * seconds, { acts: true, situation: { actor: 'app' } });
    expect(tell([...outage, acting, healthy(90 * seconds)])).toEqual(['down@65', 'recovered@90']);
  });

  test('not where its beginning was not', () => {
    expect(tell([down(0), down(10 * seconds), healthy(60 * seconds)])).toEqual(['-@60']);
  });

  test('not when it was switched off: what was told is withdrawn', () => {
    const off = { settings: { ...settings, kinds: { ...allOn, recovered: false } } };
    expect(tell([...outage, healthy(90 * seconds, { situation: off })])).toEqual(['down@65', '-@90']);
  });

  test('not when somebody stopped it for good', () => {
    const looks = [...outage, { after: 90 * seconds, state: 'stopped', reason: 'stopped-on-purpose' } as const];
    expect(tell(looks)).toEqual(['down@65', '-@90']);
  });
});

describe('rest and snooze', () => {
  const second = [down(120 * seconds), down(125 * seconds)];

  test('a kind rests for a quarter of an hour; what lasts longer is told then', () => {
    const looks = [...outage, healthy(90 * seconds), ...second];
    expect(tell(looks)).toEqual(['down@65', 'recovered@90']);
    expect(tell([...looks, down(964 * seconds), down(966 * seconds)]).at(-1)).toBe('down@966');
  });

  test('the end of an untold incident is not told, and what was told before it stays true', () => {
    expect(tell([...outage, healthy(90 * seconds), ...second, healthy(150 * seconds)])).toEqual([
      'down@65',
      'recovered@90',
      '-@150',
    ]);
  });

  test('another kind does not rest', () => {
    const looping = [120, 130].map((after) => ({ after: after * seconds, state: 'crash-looping' }) as const);
    expect(tell([...outage, healthy(90 * seconds), ...looping]).at(-1)).toBe('crash-looping@130');
  });

  test('snoozed, nothing is told until it is over', () => {
    const snoozed = { settings: { ...settings, snoozedUntil: start + hours } };
    const looks = [60, 65, 3599, 3600].map((after) => down(after * seconds, { situation: snoozed }));
    expect(tell([well, ...looks])).toEqual(['down@3600']);
  });

  test('a clock that was set back does not silence', () => {
    const memory: NewsMemory = { ...emptyNewsMemory, phase: 'watching', toldAt: { down: start + 5 * hours } };
    expect(tell([down(0), down(10 * seconds)], memory)).toEqual(['down@10']);
  });
});

function degraded(afterSeconds: number): Look {
  return { after: afterSeconds * seconds, state: 'degraded' };
}
