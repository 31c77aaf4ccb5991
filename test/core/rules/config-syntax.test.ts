import { absent, known } from '../../../app/core/model/reading.ts';
import { makeIdleMac } from '../make-machine.ts';
import { at, configPath } from '../make-moment.ts';
import { cannotRead, makeBrokenConfig, makeConfig } from '../make-running.ts';
import { makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const broken = known(makeBrokenConfig(), at);
const loud = {
  subject: configPath,
  certainty: 'certain',
  args: { path: configPath, line: 15, column: 3, message: "invalid character '\\n'" },
  evidence: ['    "port": 18789,,', "15:3: invalid character '\\n'"],
} as const;

checkRule('config-syntax', {
  evenHandsOff: true,
  silent: [
    { name: 'no configuration at all', snapshot: makeSnapshot({ config: absent(at) }) },
    { name: 'not permitted to read it', snapshot: makeSnapshot({ config: cannotRead('EACCES') }) },
  ],
  loud: [
    {
      name: 'nothing runs',
      snapshot: makeIdleMac(makeUnloadedService(), { config: broken }),
      ...loud,
      severity: 'blocking',
    },
    {
      name: 'the gateway goes on with the old one',
      snapshot: makeSnapshot({ config: broken }),
      ...loud,
      severity: 'degraded',
    },
    {
      name: 'the parser kept no lines',
      snapshot: makeSnapshot({
        config: known(
          makeConfig({
            content: {
              kind: 'broken',
              file: configPath,
              line: 1,
              column: 1,
              message: 'empty',
              portHint: null,
              excerpt: [],
            },
          }),
          at,
        ),
      }),
      subject: configPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { path: configPath, line: 1, column: 1, message: 'empty' },
      evidence: ['1:1: empty'],
    },
  ],
});
