import { known } from '../../../app/core/model/reading.ts';
import { makeYoungMac } from '../make-machine.ts';
import { at, gatewayStartedAt, hours, label, seconds } from '../make-moment.ts';
import { makeMark, makeNotReadyReach } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { brokenChannel, brokenPlugin, failing, logOf, saying } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const line = '[plugins] telegram failed to load from /Users/alice/.openclaw/extensions/telegram/index.js';
const broken = (markAt: number) => makeMark('plugin-broken', markAt, line);

checkRule('plugin-blocks-start', {
  silent: [
    { name: 'a warning of a gateway that is ready', snapshot: saying(broken(at - hours)) },
    {
      name: 'another channel fails',
      snapshot: makeSnapshot({
        reach: known(makeNotReadyReach(['discord']), at),
        log: logOf([broken(at - hours)]),
      }),
    },
    {
      name: 'an earlier process had trouble with it',
      snapshot: makeSnapshot({
        reach: known(makeNotReadyReach(['telegram']), at),
        log: logOf([broken(gatewayStartedAt - hours)]),
      }),
    },
    {
      name: 'a start that may still get over it',
      snapshot: makeYoungMac(20 * seconds, {
        log: logOf([makeMark('starting', at - 19 * seconds), broken(at - 10 * seconds)]),
      }),
    },
    {
      name: 'a start that ended with something else',
      snapshot: failing(broken(at - 6 * seconds), makeMark('port-in-use', at - 4 * seconds)),
    },
  ],
  loud: [
    {
      ...brokenPlugin,
      subject: 'telegram',
      severity: 'blocking',
      certainty: 'likely',
      args: { plugin: 'telegram', line, blocks: 'start' },
      evidence: [line],
    },
    {
      name: 'a plugin that the configuration names and nobody finds',
      snapshot: failing(
        makeMark('config-invalid', at - 6 * seconds, 'Invalid config at /Users/alice/.openclaw/openclaw.json:'),
        makeMark('plugin-broken', at - 6 * seconds, '- plugins.entries.qqbot: plugin not found: qqbot'),
      ),
      subject: 'qqbot',
      severity: 'blocking',
      certainty: 'likely',
      args: { plugin: 'qqbot', line: '- plugins.entries.qqbot: plugin not found: qqbot', blocks: 'start' },
      evidence: [],
    },
    {
      name: 'a message that names none',
      snapshot: failing(
        makeMark('plugin-broken', null, "SyntaxError: The module does not provide an export named 'privateFileStore'"),
      ),
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: {
        plugin: null,
        line: "SyntaxError: The module does not provide an export named 'privateFileStore'",
        blocks: 'start',
      },
      evidence: [],
    },
    {
      ...brokenChannel,
      subject: 'telegram',
      severity: 'degraded',
      certainty: 'likely',
      args: { plugin: 'telegram', line, blocks: 'channel' },
      evidence: [line],
    },
  ],
});
