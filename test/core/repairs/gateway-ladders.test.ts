import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../app/core/model/finding.ts';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairOffer } from '../../../app/core/model/repair.ts';
import { makeMemory } from '../make-machine.ts';
import type { Machine } from '../make-machine.ts';
import { at, minutes, seconds, strayPid } from '../make-moment.ts';
import { makeListener, makeProcess, makeStrayProcess } from '../make-running.ts';
import {
  brokenChannel,
  brokenPlugin,
  corruptDatabase,
  frozenAfterWake,
  fullDisk,
  heavy,
  largeLog,
  logOf,
  logPath,
  megabyte,
  safeMode,
  spinning,
  telegramConflict,
} from '../told-machines.ts';
import { climb, offerFor, outline } from './offers.ts';

const stepsOf = (offer: RepairOffer) => (offer.kind === 'repair' ? outline(offer.steps) : []);
const commandsOf = (offer: RepairOffer) => (offer.kind === 'instructions' ? offer.commands : []);
const restart = ['config-validate', 'keep-copy', 'restart-loaded-service', 'until gateway-serves'];

function climbed(code: FindingCode, machine: Machine): readonly RepairOffer[] {
  return climb(code, machine)[0]?.offers ?? [];
}

describe('safe mode', () => {
  it('is waited for, and never restarted', () => {
    const offers = climbed('breaker-safe-mode', safeMode);
    expect(offers.map(({ kind }) => kind)).toEqual(['repair', 'instructions']);
    expect(offers[0]).toMatchObject({
      reach: 'safe',
      questions: [],
      steps: [{ kind: 'wait', waitMs: 5 * minutes, until: 'breaker-window-over' }],
    });
  });

  it('that should be over is not waited for again: a person starts single channels', () => {
    const late = { ...safeMode, snapshot: { ...safeMode.snapshot, at: at + 6 * minutes } };
    expect(commandsOf(offerFor('breaker-safe-mode', late))).toContain(
      `openclaw gateway call channels.start --params '{"channel":"CHANNEL"}'`,
    );
  });
});

describe.each([
  ['sleep-wake', frozenAfterWake],
  ['cpu', spinning],
  ['mem', heavy],
  ['tg-409', telegramConflict],
] as const)('%s', (code, machine) => {
  it('is restarted once, with all precautions; then a person goes on', () => {
    const [first, second, ...rest] = climbed(code, machine);
    expect(first && stepsOf(first)).toEqual(restart);
    expect(first).toMatchObject({ kind: 'repair', rung: 'restart-once' });
    expect(second && commandsOf(second)).not.toEqual([]);
    expect(rest).toEqual([]);
  });
});

/** Whether it is asked about a wake that was so long ago. */
function isAskedAbout(code: FindingCode, machine: Machine, agoMs: number): boolean {
  const offer = offerFor(code, { ...machine, memory: makeMemory({ ...machine.memory, wokeAt: at - agoMs }) });
  return offer.kind === 'repair' && offer.questions.some((question) => question.code === 'just-woke');
}

describe('a restart soon after a wake', () => {
  it.each([
    ['cpu', spinning],
    ['mem', heavy],
    ['tg-409', telegramConflict],
  ] as const)('asks whether it has to be now: %s', (code, machine) => {
    expect(isAskedAbout(code, machine, 179 * seconds)).toBe(true);
    expect(offerFor(code, machine)).toMatchObject({ kind: 'repair' });
    expect(isAskedAbout(code, machine, 180 * seconds)).toBe(false);
  });

  it('is asked about beside that the cause is only likely', () => {
    const memory = makeMemory({ ...telegramConflict.memory, wokeAt: at - minutes });
    expect(offerFor('tg-409', { ...telegramConflict, memory })).toMatchObject({
      questions: [{ code: 'only-likely' }, { code: 'just-woke' }],
    });
  });

  it('waiting needs no question', () => {
    const memory = makeMemory({ ...safeMode.memory, wokeAt: at - minutes });
    expect(offerFor('breaker-safe-mode', { ...safeMode, memory })).toMatchObject({ questions: [] });
  });
});

it('a restart likely to help only asks, and the second soon asks about that', () => {
  expect(offerFor('tg-409', telegramConflict)).toMatchObject({ questions: [{ code: 'only-likely' }] });
  const again = { action: 'restart', at: at - 5 * minutes, succeeded: true } as const;
  expect(offerFor('tg-409', { ...telegramConflict, memory: makeMemory({ lastAction: again }) })).toMatchObject({
    questions: [{ code: 'restart-again-soon', minutesAgo: 5 }],
  });
});

it('Telegram’s conflict beside a second gateway is mended with that one', () => {
  const two = {
    ...telegramConflict,
    snapshot: {
      ...telegramConflict.snapshot,
      listeners: known([makeListener({ pid: strayPid })], at),
      processes: known([makeProcess(), makeStrayProcess()], at),
    },
  };
  expect(offerFor('tg-409', two)).toMatchObject({
    kind: 'refusal',
    reason: 'other-first',
    args: { first: 'port-stray' },
  });
});

describe('disk and logs', () => {
  it('a large log is archived and emptied in place, nothing else', () => {
    expect(offerFor('log-disk', largeLog)).toMatchObject({
      kind: 'repair',
      reach: 'safe',
      steps: [{ kind: 'archive-log', path: logPath }],
      basedOn: [{ kind: 'file' }],
    });
  });

  it('without room for the archive a person decides', () => {
    const log = logOf([], {
      freeBytes: 100 * megabyte,
      files: [{ path: logPath, sizeBytes: 9_000 * megabyte, kind: 'service' }],
    });
    const offer = offerFor('log-disk', { ...largeLog, snapshot: { ...largeLog.snapshot, log } });
    expect(commandsOf(offer).at(-1)).toBe(`: > ${logPath}`);
  });

  it('a full disk without a large log is a person’s', () => {
    expect(commandsOf(offerFor('log-disk', fullDisk))).toEqual([`df -h ${logPath}`]);
  });
});

it('a database is copied while nothing uses it, and before OpenClaw looks at it', () => {
  const commands = commandsOf(offerFor('db-corrupt', corruptDatabase));
  const order = ['gateway stop', 'cp -p', 'doctor', 'gateway start'].map((word) =>
    commands.findIndex((command) => command.includes(word)),
  );
  expect(order).toEqual([...order].toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(commands.some((command) => /--fix|sqlite3|\brm\b/.test(command))).toBe(false);
});

it('a plugin is switched off only where it keeps the gateway from starting, by a person', () => {
  const off = 'openclaw config set plugins.entries.telegram.enabled false';
  expect(commandsOf(offerFor('plugin-blocks-start', brokenPlugin))).toContain(off);
  expect(commandsOf(offerFor('plugin-blocks-start', brokenChannel))).not.toContain(off);
});
