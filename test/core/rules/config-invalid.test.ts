import { absent, known } from '../../../app/core/model/reading.ts';
import { checkedAs, idleWith, makeIssue, saying, settingsNow, writtenAs } from '../make-configuration.ts';
import { at, configPath, gatewayStartedAt, hours, minutes, seconds } from '../make-moment.ts';
import { cannotRead, makeBrokenConfig, makeMark, makeProcess, makeReach } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const wrong = checkedAs(makeIssue());
const skipped = '[reload] config reload skipped (invalid config): gateway: Unrecognized key: "bogus"';
const refused =
  'Gateway failed to start: Invalid config at /Users/alice/.openclaw/openclaw.json:\\n- gateway: Unrecognized key: "bogus"';
const changedAt = at - 20 * minutes;
const written = writtenAs({ settings: settingsNow, modifiedAt: changedAt });
const notChecked = { validation: known({ schemaVersion: null, issues: [] }, at) };

const unknownKey = {
  subject: configPath,
  certainty: 'certain',
  args: {
    path: configPath,
    setting: 'gateway.bogus',
    line: 12,
    what: 'unknown-key',
    message: 'OpenClaw does not know this setting',
    count: 1,
    runs: true,
  },
  evidence: ['12:5: gateway.bogus: OpenClaw does not know this setting'],
} as const;

checkRule('config-invalid', {
  evenHandsOff: true,
  silent: [
    { name: 'checked and good', snapshot: makeSnapshot({ ...written, ...checkedAs() }) },
    { name: 'no schema of this version', snapshot: makeSnapshot({ ...written, ...notChecked }) },
    { name: 'the check failed', snapshot: makeSnapshot({ ...written, validation: cannotRead() }) },
    { name: 'no configuration', snapshot: makeSnapshot({ config: absent(at), validation: absent(at) }) },
    { name: 'no JSON5 at all', snapshot: makeSnapshot({ config: known(makeBrokenConfig(), at), ...wrong }) },
    {
      name: 'the gateway that runs is still the one from before the update',
      snapshot: makeSnapshot({
        ...wrong,
        reach: known(
          makeReach({
            startup: {
              kind: 'json',
              httpStatus: 200,
              body: { ok: true, status: 'started', version: '2026.9.4', uptimeMs: hours, pendingReason: null },
              durationMs: 2,
            },
          }),
          at,
        ),
      }),
    },
    {
      name: 'written by the version before the update, which moves old settings at its first start',
      snapshot: idleWith({ ...writtenAs({ settings: settingsNow, lastTouchedVersion: '2026.3.13' }), ...wrong }),
    },
    {
      name: 'an update runs',
      snapshot: idleWith({
        ...wrong,
        processes: known([makeProcess({ pid: 7001, role: 'maintenance', commandLine: 'npm i -g openclaw' })], at),
      }),
    },
    {
      name: 'the gateway complained of the file before it was corrected',
      snapshot: makeSnapshot({
        ...written,
        ...notChecked,
        ...saying(makeMark('config-invalid', changedAt - seconds, skipped)),
      }),
    },
    {
      name: 'the complaint is of the process before',
      snapshot: makeSnapshot({
        ...writtenAs({ settings: settingsNow, modifiedAt: gatewayStartedAt - hours }),
        ...notChecked,
        ...saying(makeMark('config-invalid', gatewayStartedAt - minutes, refused)),
      }),
    },
    {
      name: 'a complaint without a time',
      snapshot: makeSnapshot({ ...written, ...notChecked, ...saying(makeMark('config-invalid', null, skipped)) }),
    },
  ],
  loud: [
    {
      name: 'the gateway goes on with the old one',
      snapshot: makeSnapshot({ ...written, ...wrong }),
      ...unknownKey,
      severity: 'degraded',
    },
    {
      name: 'nothing runs',
      snapshot: idleWith({ ...written, ...wrong }),
      ...unknownKey,
      args: { ...unknownKey.args, runs: false },
      severity: 'blocking',
    },
    {
      name: 'an update, and the gateway has said that it does not take it',
      snapshot: idleWith({
        ...writtenAs({ settings: settingsNow, modifiedAt: changedAt, lastTouchedVersion: '2026.3.13' }),
        ...wrong,
        ...saying(makeMark('config-invalid', at - minutes, refused)),
      }),
      ...unknownKey,
      args: { ...unknownKey.args, runs: false },
      severity: 'blocking',
      evidence: [refused],
    },
    {
      name: 'something is missing, which has no place',
      snapshot: makeSnapshot({
        ...written,
        ...checkedAs(
          makeIssue({ path: 'bindings[0].agentId', kind: 'missing', message: 'this setting is missing', line: null }),
          makeIssue(),
        ),
      }),
      subject: configPath,
      certainty: 'certain',
      severity: 'degraded',
      args: {
        path: configPath,
        setting: 'bindings[0].agentId',
        line: null,
        what: 'missing',
        message: 'this setting is missing',
        count: 2,
        runs: true,
      },
      evidence: ['bindings[0].agentId: this setting is missing', unknownKey.evidence[0]],
    },
    {
      name: 'only the gateway knows why (no schema of this version)',
      snapshot: makeSnapshot({
        ...written,
        ...notChecked,
        ...saying(makeMark('config-invalid', at - minutes, skipped)),
      }),
      subject: configPath,
      certainty: 'certain',
      severity: 'degraded',
      args: {
        path: configPath,
        setting: null,
        line: null,
        what: 'told',
        message: 'gateway: Unrecognized key: "bogus"',
        count: 1,
        runs: true,
      },
      evidence: [skipped],
    },
  ],
});
