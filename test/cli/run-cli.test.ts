import { describe, expect, test } from 'vitest';
import { runCli } from '../../app/cli/run-cli.ts';
import type { ActionResult } from '../../app/core/model/action.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { known } from '../../app/core/model/reading.ts';
import { exitCodes } from '../../app/core/report.ts';
import { type FakeEngine, makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeCli } from '../fakes/fake-terminal.ts';
import { brokenConfig, makePicture, makeSnapshot, makeStatus, readAt } from '../fakes/snapshots.ts';

const healthy = makePicture();
const starting = makePicture({ status: makeStatus({ state: 'starting', reason: 'job-not-listening-yet' }) });
const succeeded: ActionResult = {
  action: 'restart',
  outcome: 'succeeded',
  refusal: null,
  question: null,
  steps: [{ step: { kind: 'restart-loaded-service', serviceTarget: 'gui/501/x' }, outcome: 'done', detail: null }],
  startedAt: readAt,
  finishedAt: readAt + 12_000,
};
const failed: ActionResult = {
  ...succeeded,
  outcome: 'failed',
  steps: [
    {
      step: { kind: 'restart-loaded-service', serviceTarget: 'gui/501/x' },
      outcome: 'failed',
      detail: 'launchctl kickstart -k gui/501/x: no answer (exit code 125)',
    },
  ],
};
const refused: ActionResult = {
  ...succeeded,
  outcome: 'refused',
  refusal: {
    kind: 'refusal',
    action: 'restart',
    code: 'config-broken',
    args: { path: '/Users/alice/.openclaw/openclaw.json', line: 3, column: 5, message: 'bad' },
  },
  steps: [],
};
const asks: ActionResult = {
  ...succeeded,
  action: 'stop',
  outcome: 'needs-confirmation',
  question: { code: 'stop-unmanaged', pid: 999, commandLine: 'openclaw-gateway' },
  steps: [],
};

function run(line: string, engine: FakeEngine | null, options: Parameters<typeof makeFakeCli>[0] = {}) {
  const cli = makeFakeCli(engine === null ? options : { ...options, engine });
  return { cli, exit: runCli(line.split(' '), cli) };
}

describe('status', () => {
  test('--json prints one report and nothing else', async () => {
    const { cli, exit } = run('status --json --profile work', makeFakeEngine(healthy));
    expect(await exit).toBe(0);
    expect(JSON.parse(cli.written.out)).toMatchObject({ schema: 1, state: 'healthy', app: { version: '1.2.3' } });
    expect(cli.written.err).toBe('');
    expect(cli.opened).toEqual(['work']);
  });

  test.each([
    { state: 'healthy', code: 0 },
    { state: 'stopped', code: 1 },
    { state: 'crash-looping', code: 1 },
    { state: 'unknown', code: 3 },
  ] as const)('$state: exit code $code', async ({ state, code }) => {
    expect(exitCodes[state]).toBe(code);
    const { exit } = run('status', makeFakeEngine(makePicture({ status: makeStatus({ state }) })));
    expect(await exit).toBe(code);
  });

  test('for a person: state, why, validity, facts', async () => {
    const broken = makePicture({ snapshot: makeSnapshot({ config: known(brokenConfig, readAt) }) });
    const { cli, exit } = run('status', makeFakeEngine(broken));
    await exit;
    const [headline, sentence, validity] = cli.written.out.split('\n');
    expect(headline).toMatch(/^Gateway/);
    expect(sentence).toMatch(/\.$/);
    expect(validity).toContain('line 3');
    expect(cli.written.out).toContain('18789');
    expect(cli.written.out).not.toContain('\u001B');
  });

  test('colours only where the terminal has them', async () => {
    const { cli, exit } = run('status', makeFakeEngine(healthy), { hasColor: true });
    await exit;
    expect(cli.written.out.startsWith('\u001B[32m')).toBe(true);
  });

  test.each([
    { preferredLocales: ['zh_CN.UTF-8'], line: 'status', word: '网关' },
    { preferredLocales: ['zh_TW.UTF-8'], line: 'status', word: '閘道' },
    { preferredLocales: ['en_GB.UTF-8'], line: 'status --lang zh-Hans', word: '网关' },
    { preferredLocales: ['C'], line: 'status', word: 'Gateway' },
  ])('speaks the language: $preferredLocales $line', async ({ preferredLocales, line, word }) => {
    const { cli, exit } = run(line, makeFakeEngine(healthy), { preferredLocales });
    await exit;
    expect(cli.written.out).toContain(word);
  });
});

async function watch(line: string, pictures: readonly Picture[]) {
  const engine = makeFakeEngine();
  const { cli, exit } = run(line, engine);
  await Promise.resolve();
  await Promise.resolve();
  for (const picture of pictures) engine.publish(picture);
  cli.interrupt();
  return { engine, code: await exit, lines: cli.written.out.split('\n').slice(0, -1) };
}

describe('watch', () => {
  test('--json prints one line per change and ends cleanly', async () => {
    const again = makePicture({ snapshot: makeSnapshot({ sequence: 2, at: readAt + 60_000 }) });
    const { engine, code, lines } = await watch('watch --json', [healthy, again, starting, healthy]);
    expect(code).toBe(0);
    expect(lines.map((line) => (JSON.parse(line) as { state: string }).state)).toEqual([
      'healthy',
      'starting',
      'healthy',
    ]);
    expect(engine.calls).toEqual([{ kind: 'start' }, { kind: 'stop' }]);
  });

  test('for a person a time, the state and why', async () => {
    const { lines } = await watch('watch', [healthy]);
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d {2}Gateway.+ {2}.+\.$/);
  });
});

describe('start, stop, restart', () => {
  test('done: exit code 0, the result, and the beginning on standard error', async () => {
    const engine = makeFakeEngine(healthy);
    engine.answerWith(succeeded);
    const { cli, exit } = run('restart', engine);
    await Promise.resolve();
    engine.publish(makePicture({ activity: { action: 'restart', startedAt: readAt } }));
    expect(await exit).toBe(0);
    expect(cli.written).toEqual({ out: 'The gateway was restarted and answers.\n', err: 'Restarting…\n' });
    expect(engine.calls).toEqual([{ kind: 'act', action: 'restart', confirmed: false }]);
  });

  test('failed: exit code 1, the cause, the next step and what the system answered', async () => {
    const engine = makeFakeEngine(healthy);
    engine.answerWith(failed);
    const { cli, exit } = run('restart', engine);
    expect(await exit).toBe(1);
    expect(cli.written.out).toContain('launchctl kickstart -k gui/501/x: no answer (exit code 125)');
  });

  test('refused: exit code 1 and why', async () => {
    const engine = makeFakeEngine(healthy);
    engine.answerWith(refused);
    const { cli, exit } = run('restart', engine);
    expect(await exit).toBe(1);
    expect(cli.written.out).toContain('line 3');
  });

  test('--json: one object, with the status afterwards', async () => {
    const engine = makeFakeEngine(healthy);
    engine.answerWith(refused);
    const { cli, exit } = run('restart --json', engine);
    expect(await exit).toBe(1);
    expect(JSON.parse(cli.written.out)).toMatchObject({
      schema: 1,
      action: 'restart',
      outcome: 'refused',
      refusal: 'config-broken',
      question: null,
      steps: [],
      status: { state: 'healthy' },
    });
    expect(cli.written.err).toBe('');
  });

  test('a question without anybody there: exit code 1, and how to agree', async () => {
    const engine = makeFakeEngine(healthy);
    engine.answerWith(asks);
    const { cli, exit } = run('stop', engine);
    expect(await exit).toBe(1);
    expect(cli.written.out).toContain('clawtender stop --yes');
    expect(engine.calls).toHaveLength(1);
  });

  test.each([
    { answer: 'y', confirmed: true },
    { answer: ' YES ', confirmed: true },
    { answer: '', confirmed: false },
    { answer: 'no', confirmed: false },
    { answer: null, confirmed: false },
  ])('a question to a person who answers "$answer"', async ({ answer, confirmed }) => {
    const engine = makeFakeEngine(healthy);
    engine.answerWith(asks);
    if (confirmed) engine.answerWith({ ...succeeded, action: 'stop' });
    const { cli, exit } = run('stop', engine, { canAsk: true, answers: [answer] });
    expect(await exit).toBe(confirmed ? 0 : 1);
    expect(cli.written.err).toContain('999');
    expect(engine.calls).toHaveLength(confirmed ? 2 : 1);
  });

  test('--json never asks', async () => {
    const engine = makeFakeEngine(healthy);
    engine.answerWith(asks);
    const { cli, exit } = run('stop --json', engine, { canAsk: true });
    expect(await exit).toBe(1);
    expect(JSON.parse(cli.written.out)).toMatchObject({
      outcome: 'needs-confirmation',
      question: { code: 'stop-unmanaged' },
    });
  });

  test('--yes answers beforehand', async () => {
    const engine = makeFakeEngine(healthy);
    engine.answerWith({ ...succeeded, action: 'stop' });
    const { exit } = run('stop --yes', engine);
    expect(await exit).toBe(0);
    expect(engine.calls).toEqual([{ kind: 'act', action: 'stop', confirmed: true }]);
  });
});

describe('panel', () => {
  test('prints its address and is closed at the end', async () => {
    let isClosed = false;
    const openPanel = async () => ({
      url: 'http://127.0.0.1:8080/#token=t',
      close: async () => void (isClosed = true),
    });
    const { cli, exit } = run('panel --port 8080 --no-open', null, { openPanel });
    cli.interrupt();
    expect(await exit).toBe(0);
    expect(cli.written.out).toContain('http://127.0.0.1:8080/#token=t');
    expect(cli.panels).toMatchObject([
      { port: 8080, opens: false, profile: null, locale: { system: 'en', chosen: null } },
    ]);
    expect(isClosed).toBe(true);
  });

  test.each([
    { code: 'EADDRINUSE', sentence: /^Port 8080 is in use/ },
    { code: 'ENOENT', sentence: /not built/ },
  ])('$code is a sentence', async ({ code, sentence }) => {
    const openPanel = () => Promise.reject(Object.assign(new Error(code), { code }));
    const { cli, exit } = run('panel --port 8080', null, { openPanel });
    expect(await exit).toBe(2);
    expect(cli.written.err).toMatch(sentence);
  });
});

describe('the rest', () => {
  test('help and version need no engine', async () => {
    const help = run('help', null);
    expect(await help.exit).toBe(0);
    expect(help.cli.written.out).toContain('Usage: clawtender');
    const version = run('--version', null);
    expect(await version.exit).toBe(0);
    expect(version.cli.written.out).toBe('1.2.3\n');
  });

  test('wrong use is one sentence in the person’s language, exit code 2, and no engine', async () => {
    const { cli, exit } = run('status --frob', null, { preferredLocales: ['zh_CN.UTF-8'] });
    expect(await exit).toBe(2);
    expect(cli.written).toEqual({ out: '', err: '没有“--frob”这个选项。\n运行“clawtender help”查看全部用法。\n' });
  });

  test('a fault of our own is exit code 2, without secrets', async () => {
    const engine = makeFakeEngine();
    engine.look = () => Promise.reject(new Error('boom, token=abcdefghijklmnop123456'));
    const { cli, exit } = run('status --json', engine);
    expect(await exit).toBe(2);
    expect(cli.written.out).toBe('');
    expect(cli.written.err).toContain('boom');
    expect(cli.written.err).not.toContain('abcdefghijklmnop');
  });
});
