import { known } from '../../../app/core/model/reading.ts';
import { at } from '../make-moment.ts';
import { makeSupervisor } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const path = '/Users/alice/Library/LaunchAgents/bot.molt.gateway.plist';
const commandLine = '/opt/homebrew/bin/node /opt/homebrew/lib/node_modules/moltbot/dist/index.js gateway';
const beside = (change: Parameters<typeof makeSupervisor>[0]) =>
  makeSnapshot({
    supervisors: known(
      [
        makeSupervisor(),
        makeSupervisor({ label: 'bot.molt.gateway', path, commandLine, isTarget: false, legacy: true, ...change }),
      ],
      at,
    ),
  });
const loud = {
  subject: path,
  certainty: 'certain',
  args: { label: 'bot.molt.gateway', path },
  evidence: [commandLine],
} as const;

checkRule('legacy-label', {
  silent: [
    { name: 'an old tunnel agent', snapshot: beside({ label: 'bot.molt.ssh-tunnel', kind: 'other' }) },
    {
      name: 'a third party’s watchdog under com.openclaw',
      snapshot: beside({ label: 'com.openclaw.guard', kind: 'other' }),
    },
    { name: 'the old app, which is no gateway', snapshot: beside({ label: 'com.clawdbot.mac', kind: 'official-app' }) },
    {
      name: 'an old name that the person chose to watch',
      snapshot: makeSnapshot({ supervisors: known([makeSupervisor({ legacy: true })], at) }),
    },
  ],
  loud: [
    { name: 'loaded: it fights for the port', snapshot: beside({}), ...loud, severity: 'degraded' },
    {
      name: 'only on disk: it comes back at the next login',
      snapshot: beside({ loaded: false, pid: null }),
      ...loud,
      severity: 'notice',
    },
    {
      name: 'whether it is loaded could not be read',
      snapshot: beside({ loaded: null, pid: null }),
      ...loud,
      severity: 'notice',
    },
  ],
});
