import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeMemory } from '../make-machine.ts';
import { at, hours, minutes, seconds } from '../make-moment.ts';
import { makeConfig, makeConfigContent, makeMark } from '../make-running.ts';
import { makeInstall, makeUnloadedService } from '../make-service.ts';
import { failing, logOf, newerDatabase, saying } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const newer = 'OpenClaw state database /Users/alice/.openclaw/state/openclaw.sqlite uses newer schema version 42';
const stateDir = '/Users/alice/.openclaw';
const mark = makeMark('newer-database', at - 6 * seconds, newer);

checkRule('db-newer', {
  silent: [
    { name: 'it serves: some plugin’s database is newer', snapshot: saying(makeMark('newer-database', at - hours)) },
    {
      name: 'the last start had another reason',
      snapshot: failing(
        mark,
        makeMark('starting', at - 4 * seconds, '[gateway] loading configuration…'),
        makeMark('config-invalid', at - 3 * seconds),
      ),
    },
    {
      name: 'it was stopped on purpose',
      snapshot: makeIdleMac(undefined, {
        log: logOf([makeMark('newer-database', at - hours)], { modifiedAt: at - 5 * hours }),
      }),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 20 * minutes, succeeded: true } }),
    },
  ],
  loud: [
    {
      ...newerDatabase,
      subject: stateDir,
      severity: 'blocking',
      certainty: 'certain',
      args: { stateDir, version: '2026.9.6', writtenBy: null },
      evidence: [newer],
    },
    {
      name: 'it has parked its own service',
      snapshot: makeIdleMac(makeUnloadedService({ enabled: false }), {
        install: known(makeInstall({ version: '2026.8.1' }), at),
        config: known(makeConfig({ content: makeConfigContent({ lastTouchedVersion: '2026.9.6' }) }), at),
        log: logOf([
          mark,
          makeMark('parked', at - 5 * seconds, 'gateway requires state migration; parked the managed LaunchAgent.'),
        ]),
      }),
      subject: stateDir,
      severity: 'blocking',
      certainty: 'certain',
      args: { stateDir, version: '2026.8.1', writtenBy: '2026.9.6' },
      evidence: [newer],
    },
  ],
});
