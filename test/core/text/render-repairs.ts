import { findingCodes } from '../../../app/core/model/finding.ts';
import type {
  IrreversibleReason,
  RepairQuestion,
  RepairRefusalReason,
  RepairStep,
  Verdict,
} from '../../../app/core/model/repair.ts';
import {
  irreversibleReasons,
  moveReasons,
  repairRefusalReasons,
  verdicts,
  waitReasons,
} from '../../../app/core/model/repair.ts';
import type { Locale } from '../../../app/core/model/view.ts';
import { byHandCodes } from '../../../app/core/repairs/by-hand.ts';
import { refuseRepair } from '../../../app/core/repairs/refuse-repair.ts';
import type { RepairRefusalArgsByReason } from '../../../app/core/repairs/refuse-repair.ts';
import { neverCodes } from '../../../app/core/repairs/repair.ts';
import { writeInstructions } from '../../../app/core/text/repairs/instructions.ts';
import { findingNames } from '../../../app/core/text/repairs/names.ts';
import { writeNever } from '../../../app/core/text/repairs/never.ts';
import { writeRepairQuestion } from '../../../app/core/text/repairs/questions.ts';
import { writeRepairRefusal } from '../../../app/core/text/repairs/refusals.ts';
import { repairOutcomeTexts } from '../../../app/core/text/repairs/results.ts';
import {
  writeRepairStep,
  writeRepairStepFailure,
  writeRepairStepOutcome,
} from '../../../app/core/text/repairs/steps.ts';
import type { Rendered } from './render-all.ts';

const path = '/Users/alice/agent.plist';
const process = { pid: 5822, startedAt: 0, uid: 77, commandLine: 'openclaw gateway run' };
const nodePath = '/opt/node/bin/node';
const entryPath = '/opt/openclaw/dist/index.js';

const steps: readonly RepairStep[] = [
  { kind: 'disable-service', serviceTarget: 'gui/77/ai.openclaw.gateway' },
  { kind: 'kill-process', process },
  { kind: 'keep-copy', paths: [path, '/Users/alice/openclaw.json'] },
  { kind: 'restore-copy', copyId: 'x', paths: [path] },
  ...moveReasons.map((why): RepairStep => ({ kind: 'move-aside', path, why })),
  { kind: 'put-back', itemId: 'x', path },
  { kind: 'set-file-mode', path, mode: 0o15 },
  { kind: 'create-folder', path: '/opt/other', mode: 0o700 },
  { kind: 'remove-empty-folder', path: '/opt/other' },
  { kind: 'archive-log', path },
  { kind: 'remove-submitted-job', label: 'ai.openclaw.gateway' },
  { kind: 'run-openclaw', command: 'gateway-install-force', nodePath, entryPath },
  { kind: 'run-openclaw', command: 'config-validate', nodePath, entryPath },
  ...waitReasons.map((until): RepairStep => ({ kind: 'wait', waitMs: 12_000, until })),
];

const questions: readonly RepairQuestion[] = [
  { code: 'kill-hard', pid: 5822, commandLine: 'openclaw gateway run' },
  { code: 'stop-stray', pid: 5822, commandLine: 'openclaw gateway run' },
  {
    code: 'keep-one',
    keep: 'ai.openclaw.gateway',
    aside: 'com.clawdbot.gateway',
    path: '/Users/alice/other.plist',
    instead: [],
  },
  { code: 'stop-loop', label: 'ai.openclaw.gateway' },
  { code: 'only-likely' },
  { code: 'just-woke' },
  { code: 'allow-model', model: 'ark/glm-4.7', list: 'agents.defaults.models' },
  { code: 'widen-tools', path: 'tools.allow', lets: 'group:runtime', profile: 'coding' },
  { code: 'widen-tools', path: 'tools.allow', lets: 'group:runtime', profile: null },
  { code: 'open-endpoint', channel: 'dingtalk-connector' },
  {
    code: 'change-address',
    provider: 'ark',
    from: 'https://ark.example/api/v3',
    to: 'https://ark.example/api/coding/v3',
  },
  { code: 'change-model', from: 'bench-a', to: 'ark/glm-4.7' },
  { code: 'add-fallbacks', models: ['bench-a', 'ark/glm-4.7'] },
  {
    code: 'approve-request',
    requestId: 'bench-a',
    client: 'bench-b',
    role: 'ClawX',
    scopes: 'telegram',
    remoteIp: 'discord',
  },
  { code: 'approve-request', requestId: 'bench-a', client: null, role: null, scopes: 'telegram', remoteIp: null },
  { code: 'remove-device', device: 'bench-a' },
  { code: 'allow-origin', origin: 'bench-a' },
  { code: 'close-network' },
  { code: 'replace-address', provider: 'qwen', from: 'https://a.example/v1', to: 'https://b.example/v1' },
  { code: 'begin-list', models: ['ark/glm-4.7', 'openai/gpt-5'] },
  { code: 'stronger-variable', name: 'ARK_API_KEY', place: '/Users/alice/gateway.env' },
  { code: 'stronger-name', name: 'MODELSTUDIO_API_KEY', own: 'QWEN_CN_API_KEY', provider: 'modelstudio' },
  { code: 'stronger-profile', provider: 'volcengine-plan', profiles: ['volcengine:default'] },
  { code: 'overtaken', settings: ['gateway.port', 'gateway.bind'] },
];

const refusalArgs: {
  readonly [Reason in RepairRefusalReason]: readonly RepairRefusalArgsByReason[Reason][];
} = {
  busy: [{ action: 'restart' }],
  'maintenance-running': [{ pid: 4711, commandLine: 'openclaw gateway run' }],
  'hands-off': [
    { owner: 'remote', name: null },
    { owner: 'external-supervisor', name: null },
    { owner: 'nix', name: null },
    { owner: 'read-only', name: null },
    { owner: 'launch-agent-switch', name: '/Users/alice/disable-launchagent' },
    { owner: 'launch-agent-switch', name: null },
    { owner: 'somebody-else', name: 'ClawX' },
    { owner: 'somebody-else', name: null },
  ],
  'stopped-on-purpose': [{}],
  'too-soon': [{ minutes: 12 }],
  'other-watchdog': [{ name: 'bench-a' }, { name: null }],
  'cannot-tell': [
    { probe: 'listeners', detail: 'lsof gave no answer' },
    { probe: 'listeners', detail: null },
    { probe: null, detail: null },
  ],
  'tried-all': [{ count: 3 }],
  'other-first': [{ first: 'config-syntax' }, { first: 'port-taken' }],
  'shared-include': [{ path: 'bench-a', setting: 'bench-b' }],
  'not-recorded': [{ detail: 'bench-b' }],
  'gone-meanwhile': [{}],
  'already-so': [{}],
  'nothing-to-undo': [{}],
  'already-undone': [{}],
};

/** Every text about repairs, rendered with sample facts. */
export function renderRepairs(locale: Locale): readonly Rendered[] {
  return [...renderSteps(locale), ...renderAnswers(locale), ...renderCodes(locale)];
}

function renderSteps(locale: Locale): readonly Rendered[] {
  const described = steps.flatMap((step, index): Rendered[] => {
    const { cause, next } = writeRepairStepFailure(step, locale);
    return [
      { key: `repair step ${index}`, form: 'words', text: writeRepairStep(step, locale) },
      { key: `repair step ${index} cause`, form: 'sentence', text: cause },
      { key: `repair step ${index} next`, form: 'sentence', text: next },
    ];
  });
  return [...described, { key: 'repair step begun', form: 'words', text: writeRepairStepOutcome('begun', locale) }];
}

function renderAnswers(locale: Locale): readonly Rendered[] {
  const texts = repairOutcomeTexts(locale);
  const ends: readonly (Verdict | 'interrupted')[] = [...verdicts, 'interrupted'];
  return [
    ...questions.map((question) =>
      rendered(`repair question ${question.code}`, 'question', writeRepairQuestion(question, locale)),
    ),
    ...repairRefusalReasons.flatMap((reason) =>
      refusalArgs[reason].map((args, index) => {
        const refusal = refuseRepair({ code: 'port-stray', id: 'port-stray:18789' }, reason, args as never);
        return rendered(`repair refusal ${reason} ${index}`, 'sentence', writeRepairRefusal(refusal, locale));
      }),
    ),
    ...ends.flatMap((verdict) => {
      const { sentence, next } = texts.verdicts[verdict];
      const first = rendered(`verdict ${verdict}`, 'sentence', sentence);
      return next === '' ? [first] : [first, rendered(`verdict ${verdict} next`, 'sentence', next)];
    }),
    ...(['safe', 'interrupts', 'loses-data'] as const).map((reach) =>
      rendered(`reach ${reach}`, 'sentence', texts.reaches[reach]),
    ),
    ...irreversibleReasons.map((why: IrreversibleReason) =>
      rendered(`irreversible ${why}`, 'sentence', texts.irreversible[why]),
    ),
  ];
}

function renderCodes(locale: Locale): readonly Rendered[] {
  return [
    ...findingCodes.map((code) => rendered(`finding name ${code}`, 'words', findingNames(locale)[code])),
    ...byHandCodes.map((code) => rendered(`by hand ${code}`, 'sentence', writeInstructions({ code }, locale))),
    ...neverCodes.map((code) => rendered(`never ${code}`, 'sentence', writeNever(code, locale))),
  ];
}

function rendered(key: string, form: Rendered['form'], text: string): Rendered {
  return { key, form, text };
}
