import { absent, known } from '../../../app/core/model/reading.ts';
import { idleWith, oldInstall, saying, writtenAs } from '../make-configuration.ts';
import { at, configPath, minutes } from '../make-moment.ts';
import { makeBrokenConfig, makeMark, makeProcess } from '../make-running.ts';
import { makeDefinition, makeInstall } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const without = writtenAs({ settings: { gateway: { port: 18789 } }, mode: null });
const command = [...makeDefinition().command];
const said = 'Gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured.';

checkRule('mode-missing', {
  silent: [
    { name: 'no configuration yet', snapshot: idleWith({ config: absent(at) }) },
    { name: 'no JSON5', snapshot: idleWith({ config: known(makeBrokenConfig(), at) }) },
    { name: 'no service here', snapshot: idleWith({ ...without, definition: absent(at) }) },
    {
      name: 'a mode that is no text is another mistake',
      snapshot: idleWith(writtenAs({ settings: { gateway: { mode: 5 } }, mode: null })),
    },
    {
      name: 'a variable',
      snapshot: idleWith(writtenAs({ settings: { gateway: { mode: '${GATEWAY_MODE}' } }, mode: '${GATEWAY_MODE}' })),
    },
    {
      name: 'a service that starts without it',
      snapshot: idleWith({
        ...without,
        definition: known(makeDefinition({ command: [...command, '--allow-unconfigured'] }), at),
      }),
    },
    {
      name: 'an update runs',
      snapshot: idleWith({
        ...without,
        processes: known([makeProcess({ pid: 7001, role: 'maintenance', commandLine: 'openclaw update' })], at),
      }),
    },
  ],
  loud: [
    {
      name: 'nothing runs, and it said so',
      snapshot: idleWith({ ...without, ...oldInstall, ...saying(makeMark('mode-missing', at - minutes, said)) }),
      subject: configPath,
      severity: 'blocking',
      certainty: 'certain',
      args: { path: configPath, runs: false },
      evidence: ['no gateway.mode', said],
    },
    {
      name: 'one that was started before runs',
      snapshot: makeSnapshot(without),
      subject: configPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { path: configPath, runs: true },
      evidence: ['no gateway.mode'],
    },
    {
      name: 'a version that nobody has tried',
      snapshot: makeSnapshot({ ...without, install: known(makeInstall({ version: null }), at) }),
      subject: configPath,
      severity: 'degraded',
      certainty: 'likely',
      args: { path: configPath, runs: true },
      evidence: ['no gateway.mode'],
    },
  ],
});
