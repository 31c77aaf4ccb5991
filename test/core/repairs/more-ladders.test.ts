import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../../../app/core/model/finding.ts';
import { known } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import type { RepairOffer } from '../../../app/core/model/repair.ts';
import { scenarios } from '../../law/scenarios/index.ts';
import { at, minutes } from '../make-moment.ts';
import { makeLog, makeMark } from '../make-running.ts';
import { climb, offerFor, outline } from './offers.ts';

/** What the ladder says on a machine, rung after rung. */
function ladder(code: FindingCode, name: string): readonly unknown[] {
  const machine = scenarios[code].find((each) => each.name === name);
  if (machine === undefined) throw new Error(`no machine: ${name}`);
  return (climb(code, machine)[0]?.offers ?? []).map(summary);
}

function summary(offer: RepairOffer): unknown {
  if (offer.kind === 'instructions') return offer.commands;
  if (offer.kind === 'refusal') return `${offer.reason} ${Object.values(offer.args).join(' ')}`.trim();
  return [`${offer.rung} ${offer.reach}`, ...outline(offer.steps), ...offer.questions.map(({ code }) => `? ${code}`)];
}

const after = ['openclaw gateway install --force', 'openclaw gateway status'];
const reinstall = ['keep-copy', 'gateway-install-force', 'until gateway-serves'];

const ask = (snapshot: Snapshot) => summary(offerFor('version-skew', { name: 'beside', snapshot }));

describe('the package', () => {
  test('what is not whole is installed again by a person, in the same place', () => {
    expect(ladder('update-partial', 'npm left half a package')).toEqual([
      [
        'launchctl bootout gui/501/ai.openclaw.gateway',
        'npm install -g openclaw@2026.9.6 --prefix /opt/homebrew',
        ...after,
      ],
    ]);
    expect(ladder('update-partial', 'and nothing is loaded')).toEqual([
      ['npm install -g openclaw@latest --prefix /opt/homebrew', ...after],
    ]);
    expect(ladder('update-partial', 'Homebrew left half a package')).toEqual([['brew reinstall openclaw', ...after]]);
    expect(ladder('update-partial', 'pnpm left half a package')).toEqual([['pnpm add -g openclaw@2026.9.6', ...after]]);
  });

  test('what was left beside a whole one goes aside', () => {
    expect(ladder('update-partial', 'something left beside a whole package')).toEqual([
      ['move-leftovers safe', 'move-aside'],
      'tried-all 1',
    ]);
  });

  test('another Node only when it is known to suit', () => {
    expect(ladder('node-version', 'too old, and another one suits')).toEqual([
      ['reinstall safe', ...reinstall],
      'tried-all 1',
    ]);
    const byHand = [['node --version', 'openclaw gateway install --force', 'openclaw gateway status']];
    expect(ladder('node-version', 'too old, and there is no other')).toEqual(byHand);
    expect(ladder('node-version', 'the gateway says so, and what would suit is not known')).toEqual(byHand);
  });

  test('the newer OpenClaw when it is there; never an update', () => {
    expect(ladder('older-binary', 'the command has a newer one')).toEqual([
      ['use-newer safe', ...reinstall, '? only-likely'],
      'tried-all 1',
    ]);
    expect(ladder('older-binary', 'there is no newer one')).toEqual([
      ['openclaw --version', 'openclaw update', 'openclaw gateway install --force'],
    ]);
  });

  test('a restart of what was replaced, checked before', () => {
    const restart = [
      'restart interrupts',
      'config-validate',
      'keep-copy',
      'restart-loaded-service',
      'until gateway-serves',
    ];
    expect(ladder('stale-chunks', 'another version under a running gateway')).toEqual([restart, 'tried-all 1']);
    expect(ladder('version-skew', 'not restarted after an update')).toEqual([
      restart,
      ['reinstall interrupts', ...reinstall],
      'tried-all 2',
    ]);
  });

  test('files of root are a person’s to give back', () => {
    expect(ladder('ownership', 'root owns the configuration')).toEqual([
      ['ls -la /Users/alice/.openclaw', 'sudo chown -R 501 /Users/alice/.openclaw'],
    ]);
  });
});

describe('obstacles', () => {
  test('a damaged definition is written anew by the program that is there', () => {
    expect(ladder('plist-malformed', 'cut off in the middle')).toEqual([
      ['reinstall safe', ...reinstall],
      'tried-all 1',
    ]);
    expect(ladder('plist-malformed', 'cut off, and without a Node')).toEqual([
      ['openclaw gateway install --force', 'openclaw gateway status'],
    ]);
  });

  test('a refused job: by its cause', () => {
    const load = ['enable-service', 'load-service', 'until gateway-serves'];
    expect(ladder('bootstrap-5', 'others may write the file')).toEqual([
      ['set-mode safe', 'set-file-mode', ...load],
      ['reinstall safe', ...reinstall],
      'tried-all 2',
    ]);
    expect(ladder('bootstrap-5', 'launchd said so')).toEqual([
      ['load-again safe', 'wait', ...load, '? only-likely'],
      ['reinstall safe', ...reinstall, '? only-likely'],
      'tried-all 2',
    ]);
    const plist = '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist';
    expect(ladder('bootstrap-5', 'root owns the file')).toEqual([
      [`sudo chown 501 ${plist}`, `chmod 644 ${plist}`, 'openclaw gateway start'],
    ]);
    expect(ladder('bootstrap-5', 'others may write the file, and Node is gone')).toEqual([
      'other-first node-path-gone',
    ]);
  });

  test('a stale lock: patience, then aside', () => {
    expect(ladder('lock-stale', 'of a gateway that was killed')).toEqual([
      ['wait safe', 'wait'],
      ['move-lock safe', 'move-aside', 'start-loaded-service', 'until gateway-serves', '? only-likely'],
      'tried-all 2',
    ]);
  });

  test('a lost restart: once more, as one step', () => {
    expect(ladder('restart-race', 'a hand-off that failed')[0]).toEqual([
      'restart safe',
      'config-validate',
      'keep-copy',
      'start-loaded-service',
      'until gateway-serves',
      '? only-likely',
    ]);
  });

  test('waiting is enough for a port, and a left-over job goes off the list', () => {
    expect(ladder('port-probe-artefact', 'right after a gateway was killed')).toEqual([
      ['wait safe', 'wait'],
      'tried-all 1',
    ]);
    expect(ladder('stale-update-job', 'left over beside a gateway that is bounced')).toEqual([
      ['remove safe', 'remove-submitted-job', '? only-likely'],
      'tried-all 1',
    ]);
  });

  test('nothing is brought up beside a watchdog that kills it', () => {
    const [watched] = scenarios['watchdog-fight'];
    const [skewed] = scenarios['version-skew'];
    const storm = makeMark('restart-storm', at - minutes, 'another supervisor may be managing this Gateway');
    const beside = { ...skewed!.snapshot, supervisors: watched!.snapshot.supervisors };
    expect(ask({ ...beside, log: known(makeLog({ marks: [storm] }), at) })).toBe('other-watchdog com.alice.claw-watch');
    expect(ask(beside)).not.toContain('other-watchdog');
  });

  test('what others set up, sessions and settings of the system are a person’s', () => {
    expect(ladder('watchdog-fight', 'beside a gateway that is well')).toEqual([
      [
        'launchctl bootout gui/501/com.alice.claw-watch',
        'mv /Users/alice/Library/LaunchAgents/com.alice.claw-watch.plist /Users/alice/Library/LaunchAgents/com.alice.claw-watch.plist.aside',
      ],
    ]);
    expect(ladder('gui-domain-125', 'over ssh')).toEqual([
      ['launchctl managername', 'launchctl print gui/501', 'openclaw gateway start'],
    ]);
    expect(ladder('systemd-wsl', 'services end with the log-out')).toEqual([
      ['loginctl enable-linger', 'loginctl show-user -p Linger'],
    ]);
    expect(ladder('systemd-wsl', 'no connection under Windows')).toEqual([
      [String.raw`printf '[boot]\nsystemd=true\n' | sudo tee -a /etc/wsl.conf`, 'wsl.exe --shutdown'],
    ]);
  });
});
