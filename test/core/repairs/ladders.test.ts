import { describe, expect, test } from 'vitest';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairOffer } from '../../../app/core/model/repair.ts';
import type { Finding, FindingCode } from '../../../app/core/model/finding.ts';
import { planSafeRestart } from '../../../app/core/repairs/safe-restart.ts';
import { scenarios } from '../../law/scenarios/index.ts';
import { makeMemory } from '../make-machine.ts';
import { at, configPath, definitionPath, entryPath, gatewayPid, minutes, nodePath, strayPid } from '../make-moment.ts';
import { makeBrokenConfig } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { climb, makeContext, offerFor, outline } from './offers.ts';

/** What the ladder says on a machine, rung after rung. */
function ladder(code: FindingCode, name: string): readonly unknown[] {
  const machine = scenarios[code].find((each) => each.name === name);
  if (machine === undefined) throw new Error(`no machine: ${name}`);
  return (climb(code, machine)[0]?.offers ?? []).map(summary);
}

function summary(offer: RepairOffer): unknown {
  if (offer.kind === 'instructions') return offer.commands;
  if (offer.kind === 'refusal') return `${offer.reason} ${Object.values(offer.args).join(' ')}`.trim();
  const { rung, reach, steps, questions, verify } = offer;
  return {
    [`${rung} ${reach} ${verify.goal} ${verify.holdMs}`]: outline(steps),
    asks: questions.map(({ code }) => code),
  };
}

describe('agent-not-loaded', () => {
  test('loads as Start does; then the definition is written anew; then no more', () => {
    expect(ladder('agent-not-loaded', 'vanished')).toEqual([
      { 'load safe serving 60000': ['enable-service', 'load-service', 'until gateway-serves'], asks: [] },
      { 'reinstall safe serving 60000': ['keep-copy', 'gateway-install-force', 'until gateway-serves'], asks: [] },
      'tried-all 2',
    ]);
  });

  test('what was never set up is set up, where the configuration says that the gateway runs here', () => {
    expect(ladder('agent-not-loaded', 'never set up')).toEqual([
      {
        'register safe serving 60000': ['keep-copy', 'gateway-install-force', 'until gateway-serves'],
        asks: ['only-likely'],
      },
      'tried-all 1',
    ]);
    const byHand = ['openclaw onboard --install-daemon'];
    expect(ladder('agent-not-loaded', 'never set up, nor configured')).toEqual([byHand]);
    expect(ladder('agent-not-loaded', 'never set up, with a Node that does not suit')).toEqual([byHand]);
    expect(ladder('agent-not-loaded', 'never set up, broken configuration')).toEqual(['other-first config-syntax']);
  });

  test('what must come first', () => {
    expect(ladder('agent-not-loaded', 'vanished, broken configuration')).toEqual(['other-first config-syntax']);
    expect(ladder('agent-not-loaded', 'vanished, a stray in its place')).toEqual(['other-first port-stray']);
  });
});

describe('port-stray', () => {
  test('the stray ends, the port is free, the service is loaded; killed only after that did not help', () => {
    const bringUp = ['until port-free', 'enable-service', 'load-service', 'until gateway-serves'];
    expect(ladder('port-stray', 'beside a service that is not loaded')).toEqual([
      { 'stop-stray interrupts serving 60000': ['terminate-process', ...bringUp], asks: ['stop-stray'] },
      { 'kill-stray interrupts serving 60000': ['kill-process', ...bringUp], asks: ['kill-hard'] },
      'tried-all 2',
    ]);
  });

  test('KeepAlive may take the port before anybody sees it free', () => {
    expect(ladder('port-stray', 'the service loops behind it')[0]).toEqual({
      'stop-stray interrupts serving 60000': ['terminate-process', 'start-loaded-service', 'until gateway-serves'],
      asks: ['stop-stray'],
    });
    expect(ladder('port-stray', 'the service runs beside it')[0]).toEqual({
      'stop-stray interrupts serving 60000': ['terminate-process', 'restart-loaded-service', 'until gateway-serves'],
      asks: ['stop-stray'],
    });
  });

  test('a service that listens already is left alone', () => {
    expect(ladder('port-stray', 'both listen')[0]).toEqual({
      'stop-stray interrupts serving 60000': ['terminate-process', 'until gateway-serves'],
      asks: ['stop-stray'],
    });
  });

  test('a process that was not asked to end is not killed, whatever was tried before', () => {
    const [machine] = scenarios['port-stray'];
    const other = { pid: strayPid, startedAt: at - 3 * minutes, uid: 501, commandLine: 'openclaw-gateway' };
    const offer = offerFor('port-stray', machine!, { tried: ['stop-stray'], askedToEnd: [other] });
    expect(summary(offer)).toBe('tried-all 1');
  });

  test('nothing that serves is taken away for a service that would not come up', () => {
    const broken = 'the configuration is broken: it may be the last gateway';
    expect(ladder('port-stray', broken)).toEqual(['other-first config-syntax']);
    expect(ladder('port-stray', 'the service’s Node is gone')).toEqual(['other-first node-path-gone']);
  });

  test('a configuration that was edited since the stray began is checked before', () => {
    const [offer] = ladder('port-stray', 'the configuration was edited after its start');
    expect(JSON.stringify(offer)).toContain('["config-validate","keep-copy","terminate-process"');
  });

  test('a second restart soon is asked about too', () => {
    const machine = scenarios['port-stray'].find(({ name }) => name === 'the service runs beside it')!;
    const memory = makeMemory({ lastAction: { action: 'restart', at: at - 4 * minutes, succeeded: true } });
    expect(offerFor('port-stray', { ...machine, memory })).toMatchObject({
      questions: [
        { code: 'stop-stray', pid: strayPid, commandLine: 'openclaw-gateway' },
        { code: 'restart-again-soon', minutesAgo: 4 },
      ],
    });
  });
});

test.each<{ code: FindingCode; name: string; offers: readonly unknown[] }>([
  {
    code: 'agent-disabled',
    name: 'off and still running',
    offers: [{ 'enable safe null 60000': ['enable-service'], asks: ['enable-disabled'] }, 'tried-all 1'],
  },
  {
    code: 'keepalive-loop',
    name: 'for a reason unknown',
    offers: [
      { 'stop-loop safe not-running 60000': ['unload-service', 'until service-gone'], asks: ['stop-loop'] },
      'tried-all 1',
    ],
  },
  { code: 'keepalive-loop', name: 'because of the configuration', offers: ['other-first config-syntax'] },
  {
    code: 'keepalive-loop',
    name: 'with a word about the configuration and no time to it, of which one that ran is kept',
    offers: [
      {
        'restore-last-ran safe serving 60000': [
          'keep-copy',
          'restore-version',
          'config-validate',
          'start-loaded-service',
          'until gateway-serves',
        ],
        asks: ['only-likely'],
      },
      { 'stop-loop safe not-running 60000': ['unload-service', 'until service-gone'], asks: ['stop-loop'] },
      'tried-all 2',
    ],
  },
  {
    code: 'launchd-parked',
    name: 'launchd says that it declined',
    offers: [
      { 'start-once safe serving 60000': ['start-loaded-service', 'until gateway-serves'], asks: [] },
      'tried-all 1',
    ],
  },
  {
    code: 'slow-not-dead',
    name: 'does not listen after 90 seconds',
    offers: [{ 'wait safe serving 15000': ['until gateway-serves'], asks: [] }, 'tried-all 1'],
  },
  {
    code: 'dup-supervisor',
    name: 'the other one has the port',
    offers: [
      {
        'put-aside interrupts serving 60000': [
          'unload-service',
          'until service-gone',
          'move-aside',
          'start-loaded-service',
          'until gateway-serves',
        ],
        asks: ['keep-one'],
      },
      'tried-all 1',
    ],
  },
  {
    code: 'dup-supervisor',
    name: 'a second file of the same label',
    offers: [{ 'put-aside safe null 15000': ['move-aside'], asks: ['keep-one'] }, 'tried-all 1'],
  },
  {
    code: 'dup-supervisor',
    name: 'a LaunchDaemon',
    offers: [
      [
        'sudo launchctl bootout system/com.example.claw',
        'sudo mv /Library/LaunchDaemons/claw.plist /Library/LaunchDaemons/claw.plist.aside',
      ],
    ],
  },
  {
    code: 'dup-supervisor',
    name: 'two units',
    offers: [
      {
        'put-aside safe serving 60000': [
          'disable-service',
          'unload-service',
          'until service-gone',
          'move-aside',
          'until gateway-serves',
        ],
        asks: ['keep-one'],
      },
      'tried-all 1',
    ],
  },
  {
    code: 'node-path-gone',
    name: 'the other Node is too old',
    offers: [['node --version', 'openclaw gateway install --force', 'openclaw gateway status']],
  },
  {
    code: 'entrypoint-stale',
    name: 'gone, and the other package is older than the data',
    offers: ['other-first older-binary'],
  },
  {
    code: 'config-syntax',
    name: 'a doubled comma',
    offers: [[`nano +15,3 ${configPath}`, 'openclaw config validate']],
  },
])('$code: $name', ({ code, name, offers }) => {
  expect(ladder(code, name)).toEqual(offers);
});

test('an installation keeps copies of all that it may write, and waits on the port that will be', () => {
  const [machine] = scenarios['port-config-mismatch'];
  const offer = offerFor('port-config-mismatch', machine!);
  const envFolder = '/Users/alice/.openclaw/service-env';
  expect(offer).toMatchObject({
    steps: [
      {
        kind: 'keep-copy',
        paths: [
          definitionPath,
          `${envFolder}/ai.openclaw.gateway-env-wrapper.sh`,
          `${envFolder}/ai.openclaw.gateway.env`,
          configPath,
        ],
      },
      { kind: 'run-openclaw', command: 'gateway-install-force', nodePath, entryPath },
      { kind: 'wait-until', condition: { kind: 'gateway-serves', port: 19_001, notPid: gatewayPid } },
    ],
  });
});

describe('a safe restart', () => {
  const finding = { code: 'slow-not-dead', id: 'slow-not-dead:x', certainty: 'certain' } as Finding;

  test('validates, keeps a copy, restarts', () => {
    const offer = planSafeRestart(finding, makeContext({ name: 'a healthy Mac', snapshot: makeSnapshot() }), 'restart');
    expect(summary(offer)).toEqual({
      'restart interrupts serving 60000': [
        'config-validate',
        'keep-copy',
        'restart-loaded-service',
        'until gateway-serves',
      ],
      asks: [],
    });
  });

  test('is refused on a broken configuration', () => {
    const machine = { name: 'broken', snapshot: makeSnapshot({ config: known(makeBrokenConfig(), at) }) };
    expect(summary(planSafeRestart(finding, makeContext(machine), 'restart'))).toBe('other-first config-syntax');
  });
});
