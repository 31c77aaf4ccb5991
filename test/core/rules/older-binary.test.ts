import { absent, known } from '../../../app/core/model/reading.ts';
import type { Install } from '../../../app/core/model/install.ts';
import { makeIdleMac, makeLoopingService } from '../make-machine.ts';
import { at, label, minutes } from '../make-moment.ts';
import { makeConfig, makeConfigContent, makeLog, makeMark, makeProcess } from '../make-running.ts';
import { makeInstall, makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const line =
  'Refusing to start the gateway service because this OpenClaw binary (2026.7.1-2) is older than the config last written by OpenClaw 2026.9.2.';
const installed = (version: string | null, change: Partial<Install> = {}) =>
  known(makeInstall({ version, ...change }), at);
const touchedBy = (lastTouchedVersion: string | null) =>
  known(makeConfig({ content: makeConfigContent({ lastTouchedVersion }) }), at);
const said = known(makeLog({ marks: [makeMark('older-binary', at - minutes, line)] }), at);
const older = { install: installed('2026.7.1-2'), config: touchedBy('2026.9.2') };
const loud = { subject: label } as const;
const args = { serviceVersion: '2026.7.1-2', configVersion: '2026.9.2', newerPackageRoot: null };

checkRule('older-binary', {
  silent: [
    ...(
      [
        ['2026.7.1-2', '2026.7.1'],
        ['2026.9.6', '2026.9.6-beta.1'],
        ['2026.9.6', '2026.9.6'],
        ['2026.9.6', 'main'],
        ['2026.9.6', null],
        [null, '2026.9.6'],
      ] as const
    ).map(([version, touched]) => ({
      name: `${version} with a configuration of ${touched}`,
      snapshot: makeIdleMac(makeUnloadedService(), { install: installed(version), config: touchedBy(touched) }),
    })),
    { name: 'there is no service', snapshot: makeIdleMac(makeUnloadedService(), { ...older, definition: absent(at) }) },
    {
      name: 'an update is running',
      snapshot: makeIdleMac(makeUnloadedService(), {
        ...older,
        processes: known([makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
    {
      name: 'it refused once, and was updated since',
      snapshot: makeIdleMac(makeUnloadedService(), { config: touchedBy('2026.9.2'), log: said }),
    },
  ],
  loud: [
    {
      name: 'the gateway refuses to start',
      snapshot: makeIdleMac(makeLoopingService(), { ...older, log: said }),
      ...loud,
      severity: 'blocking',
      certainty: 'certain',
      args,
      evidence: ['"version": "2026.7.1-2"', 'lastTouchedVersion: "2026.9.2"', line],
    },
    {
      name: 'only its own word tells who wrote the configuration',
      snapshot: makeIdleMac(makeLoopingService(), { install: older.install, log: said }),
      ...loud,
      severity: 'blocking',
      certainty: 'certain',
      args,
      evidence: [line],
    },
    {
      name: 'it runs, and may not start again',
      snapshot: makeSnapshot(older),
      ...loud,
      severity: 'notice',
      certainty: 'likely',
      args,
      evidence: ['lastTouchedVersion: "2026.9.2"'],
    },
    {
      name: 'nothing runs, and a newer package is there',
      snapshot: makeIdleMac(makeUnloadedService(), {
        config: touchedBy('2026.9.2'),
        install: installed('2026.7.1', { cliPackageRoot: '/opt/newer/openclaw', cliVersion: '2026.9.6' }),
      }),
      ...loud,
      severity: 'blocking',
      certainty: 'likely',
      args: { serviceVersion: '2026.7.1', configVersion: '2026.9.2', newerPackageRoot: '/opt/newer/openclaw' },
      evidence: [],
    },
  ],
});
