import { describe, expect, test } from 'vitest';
import type { ActionResult, Step } from '../../../app/core/model/action.ts';
import type { Finding } from '../../../app/core/model/finding.ts';
import { writeActionLabel, writeResult } from '../../../app/core/text/actions.ts';
import { writeStep } from '../../../app/core/text/actions/steps.ts';
import { writeFinding } from '../../../app/core/text/findings.ts';
import { textsFor } from '../../../app/core/text/index.ts';
import { shorten } from '../../../app/core/text/shorten.ts';
import { writeHeadline, writeStateSentence } from '../../../app/core/text/states.ts';
import { writeUnknown } from '../../../app/core/text/unknowns.ts';
import { fullStateArgs, sparseStateArgs } from './sample-args.ts';

const now = Date.UTC(2026, 8, 20, 12);
const english = { locale: 'en', timeZone: 'UTC' } as const;

describe('states', () => {
  test('the headline names the profile only when there is one', () => {
    expect(writeHeadline('healthy', null, 'en')).toBe('Gateway: running · healthy');
    expect(writeHeadline('healthy', 'work', 'en')).toBe('Gateway “work”: running · healthy');
    expect(writeHeadline('healthy', 'work', 'zh-Hant')).toBe('閘道「work」：執行中 · 正常');
  });

  test('the sentence says why and since when', () => {
    const status = { state: 'healthy', reason: 'ready', args: fullStateArgs, since: now - 3_600_000 } as const;
    expect(writeStateSentence(status, now, english)).toBe(
      'The gateway is ready on port 18789, and the service keeps it running (since 11:00).',
    );
    expect(writeStateSentence(status, now, { locale: 'zh-Hans', timeZone: 'UTC' })).toBe(
      '网关在端口 18789 上运行正常，并由服务负责保持运行（自 11:00 起）。',
    );
  });

  test('what is not known is not mentioned', () => {
    const status = { state: 'port-taken', reason: 'foreign-program-on-port', since: null } as const;
    expect(writeStateSentence({ ...status, args: fullStateArgs }, now, english)).toBe(
      'python3 (process 5822) uses port 18789, so the gateway cannot.',
    );
    expect(writeStateSentence({ ...status, args: sparseStateArgs }, now, english)).toBe(
      'Another program uses port 18789, so the gateway cannot.',
    );
  });

  test("a tool's own words lose their full stop and their length", () => {
    const args = { ...sparseStateArgs, detail: `lsof failed\n${'x'.repeat(200)}.` };
    const sentence = writeStateSentence({ state: 'unknown', reason: 'cannot-tell', args, since: null }, now, english);
    expect(sentence).toMatch(/^Too little could be read to say how the gateway is: lsof failed x+…\.$/);
    expect(sentence.length).toBeLessThan(190);
  });
});

describe('findings', () => {
  test('moments are written in the time zone of the reader', () => {
    const finding: Finding = {
      id: 'port-stray:18789',
      code: 'port-stray',
      subject: '18789',
      severity: 'blocking',
      certainty: 'certain',
      args: { port: 18789, pid: 5822, servicePid: 4711, startedAt: now - 60_000, commandLine: 'openclaw-gateway' },
      evidence: [],
    };
    expect(writeFinding(finding, now, { locale: 'en', timeZone: 'Asia/Shanghai' }).explanation).toBe(
      'Process 5822 (“openclaw-gateway”), started 19:59, answers on the port, but the service does not own it; the service’s own process is 4711. Changes to the service do not reach it, and nothing brings it back when it ends.',
    );
  });
});

describe('actions', () => {
  const step: Step = { kind: 'restart-loaded-service', serviceTarget: 'gui/501/ai.openclaw.gateway' };
  const waiting: Step = {
    kind: 'wait-until',
    condition: { kind: 'gateway-serves', port: 18789, notPid: 4711 },
    timeoutMs: 90_000,
  };
  const result: ActionResult = {
    action: 'restart',
    outcome: 'failed',
    refusal: null,
    question: null,
    steps: [],
    startedAt: now,
    finishedAt: now,
  };

  test('"…" only where a question follows', () => {
    expect(writeActionLabel('stop', null, 'en')).toBe('Stop');
    expect(writeActionLabel('stop', { code: 'enable-disabled', label: 'x' }, 'en')).toBe('Stop…');
    expect(writeActionLabel('restart', null, 'zh-Hant')).toBe('重新啟動');
  });

  test('a success needs no next step', () => {
    expect(writeResult({ ...result, outcome: 'succeeded' }, 'en')).toEqual({
      text: 'The gateway was restarted and answers.',
      next: null,
    });
  });

  test('a failure names its first cause and what to do', () => {
    const steps = [
      { step, outcome: 'done', detail: null },
      { step: waiting, outcome: 'failed', detail: null },
    ] as const;
    expect(writeResult({ ...result, steps }, 'en')).toEqual({
      text: 'The gateway could not be restarted. The gateway did not come up on port 18789.',
      next: 'The end of the log tells why. A slow start can take minutes, so check again before you retry.',
    });
  });

  test('running out of time with a living process is no failure yet', () => {
    const steps = [{ step: waiting, outcome: 'timed-out', detail: null }] as const;
    expect(writeResult({ ...result, steps }, 'en').text).toBe('The gateway is still starting.');
  });

  test('a failure without a broken step says that the result is missing', () => {
    expect(writeResult({ ...result, steps: [{ step, outcome: 'done', detail: null }] }, 'zh-Hans').text).toBe(
      '未能重启网关。重新检查时没有看到预期的结果。',
    );
  });

  test('a refusal says why and what to do instead', () => {
    const refusal = {
      kind: 'refusal',
      action: 'start',
      code: 'stray-on-port',
      args: { port: 1, pid: 2, commandLine: 'x' },
    } as const;
    expect(writeResult({ ...result, outcome: 'refused', refusal }, 'en')).toEqual({
      text: 'A gateway outside the service (process 2: “x”) holds port 1.',
      next: 'Stop that gateway first, then start the service.',
    });
  });

  test('a question is asked as it stands', () => {
    const question = { code: 'restart-again-soon', minutesAgo: 1 } as const;
    expect(writeResult({ ...result, outcome: 'needs-confirmation', question }, 'en').text).toContain(
      'was restarted 1 minute ago',
    );
  });

  test('steps name the service as people know it', () => {
    expect(writeStep(step, 'en')).toBe('Restart the service ai.openclaw.gateway');
    expect(writeStep(waiting, 'zh-Hant')).toBe('等待閘道在連接埠 18789 上回應，最多 90 秒');
  });
});

describe('small parts', () => {
  test("an unknown keeps the tool's own words behind the sentence", () => {
    expect(writeUnknown({ code: 'timed-out', detail: '' }, 'en')).toBe('The answer took too long.');
    expect(writeUnknown({ code: 'tool-failed', detail: 'lsof: exit 1' }, 'zh-Hans')).toBe(
      '系统工具报告了错误。lsof: exit 1',
    );
  });

  test('shorten keeps one line and marks what is cut', () => {
    expect(shorten(' a\n  b ')).toBe('a b');
    expect(shorten('abcdef', 4)).toBe('abc…');
    expect(shorten('abcd', 4)).toBe('abcd');
  });

  test('textsFor gathers every area in one language', () => {
    expect(textsFor('zh-Hant').labels.quit).toBe('結束 Clawtender');
    expect(textsFor('en').findings['no-cli'].title({ definitionPath: null, clock: String })).toBe(
      'OpenClaw was not found',
    );
  });
});
