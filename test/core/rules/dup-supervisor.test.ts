import { known } from '../../../app/core/model/reading.ts';
import { at, label } from '../make-moment.ts';
import { makeBrokenConfig, makeRefusedReach } from '../make-running.ts';
import { makeService, makeSupervisor } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const daemonPath = '/Library/LaunchDaemons/ai.openclaw.gateway.plist';
const workPath = '/Users/alice/Library/LaunchAgents/ai.openclaw.work.plist';
const beside = (...others: Parameters<typeof makeSupervisor>[0][]) =>
  makeSnapshot({
    supervisors: known(
      // Of the gateway's own job the service manager is asked, not the file.
      [
        makeSupervisor({ loaded: null, pid: null }),
        ...others.map((change) => makeSupervisor({ isTarget: false, ...change })),
      ],
      at,
    ),
  });
const daemon = {
  path: daemonPath,
  scope: 'daemon',
  port: null,
  stateDir: null,
  commandLine: '/usr/local/bin/node /usr/local/lib/node_modules/openclaw/dist/index.js gateway',
} as const;
const work = {
  label: 'ai.openclaw.work',
  path: workPath,
  profile: 'work',
  stateDir: '/Users/alice/.openclaw-work',
} as const;
const silence = known(makeRefusedReach(), at);
/** Loaded, on the same port. */
const rival = { ...work, port: 18_789 } as const;
const rivalArgs = {
  port: 18_789,
  first: label,
  second: 'ai.openclaw.work',
  secondScope: 'user-agent',
  secondPath: workPath,
} as const;

checkRule('dup-supervisor', {
  silent: [
    {
      name: 'the official app',
      snapshot: beside({
        label: 'ai.openclaw.mac',
        path: '/x/ai.openclaw.mac.plist',
        kind: 'official-app',
        port: null,
      }),
    },
    {
      name: 'a node host',
      snapshot: beside({ label: 'ai.openclaw.node', path: '/x/ai.openclaw.node.plist', kind: 'node-host' }),
    },
    { name: 'a tunnel agent', snapshot: beside({ label: 'bot.molt.ssh-tunnel', path: '/x/t.plist', kind: 'other' }) },
    { name: 'a profile with port and folder of its own', snapshot: beside({ ...work, port: 28_931 }) },
    {
      name: 'an old name: that is another finding',
      snapshot: beside({ label: 'bot.molt.gateway', path: '/x/b.plist', legacy: true }),
    },
    {
      name: 'a system daemon under another label, of whose port and folder nothing is known',
      snapshot: beside({ ...daemon, label: 'com.example.gateway' }),
    },
  ],
  loud: [
    {
      name: 'a LaunchDaemon under the same label, both loaded',
      snapshot: beside(daemon),
      subject: daemonPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { port: 18_789, first: label, second: label, secondScope: 'daemon', secondPath: daemonPath },
      evidence: [daemon.commandLine],
    },
    {
      name: 'a profile on the same port, not loaded now',
      snapshot: beside({ ...work, port: 18_789, loaded: false, pid: null }),
      subject: workPath,
      severity: 'notice',
      certainty: 'likely',
      args: { port: 18_789, first: label, second: 'ai.openclaw.work', secondScope: 'user-agent', secondPath: workPath },
      evidence: [],
    },
    {
      name: 'two that end each other, so that nobody serves now',
      snapshot: { ...beside(rival), listeners: known([], at), reach: silence },
      subject: workPath,
      severity: 'blocking',
      certainty: 'certain',
      args: rivalArgs,
      evidence: [],
    },
    {
      name: 'nobody serves, but that is because of the configuration',
      snapshot: { ...beside(rival), listeners: known([], at), reach: silence, config: known(makeBrokenConfig(), at) },
      subject: workPath,
      severity: 'degraded',
      certainty: 'certain',
      args: rivalArgs,
      evidence: [],
    },
    {
      name: 'the gateway’s own service is not loaded: nothing fights now',
      snapshot: { ...beside(rival), service: known(makeService({ loaded: false, pid: null }), at) },
      subject: workPath,
      severity: 'notice',
      certainty: 'likely',
      args: rivalArgs,
      evidence: [],
    },
    {
      name: 'another port, but the same state folder',
      snapshot: beside({ label: 'ai.openclaw.two', path: workPath, port: 19_000, stateDir: null }),
      subject: workPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { port: 19_000, first: label, second: 'ai.openclaw.two', secondScope: 'user-agent', secondPath: workPath },
      evidence: [],
    },
  ],
});
