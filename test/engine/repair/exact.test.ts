import { expect, test } from 'vitest';
import type { ExactStep } from '../../../app/core/model/preview.ts';
import { describeStep, type PlainStep } from '../../../app/engine/repair/exact.ts';
import { performRepairStep } from '../../../app/engine/repair/performers.ts';
import { isChange } from '../../../app/engine/steps/prepare-change.ts';
import { known } from '../../../app/core/model/reading.ts';
import { makeFakeStore } from '../../fakes/fake-store.ts';
import { success } from '../../fakes/scripted-programs.ts';
import { macTarget, makeService, readAt } from '../../fakes/snapshots.ts';
import { makeStepContext } from '../../fakes/step-context.ts';
import { meant, oneOfEach } from './one-of-each.ts';

const { serviceTarget, domain, definitionPath, configPath } = macTarget;
const context = { os: 'darwin', profile: null, store: makeFakeStore() } as const;
const argv = (line: string): ExactStep => ({ kind: 'argv', argv: line.split(' ') });
const diff = (...lines: readonly string[]): ExactStep => ({ kind: 'diff', diff: lines.join('\n') });
const { nodePath, entryPath } = oneOfEach['run-openclaw'];

const exact: Readonly<Record<PlainStep['kind'], ExactStep>> = {
  'enable-service': argv(`launchctl enable ${serviceTarget}`),
  'disable-service': argv(`launchctl disable ${serviceTarget}`),
  'load-service': argv(`launchctl bootstrap ${domain} ${definitionPath}`),
  'start-loaded-service': argv(`launchctl kickstart ${serviceTarget}`),
  'restart-loaded-service': argv(`launchctl kickstart -k ${serviceTarget}`),
  'unload-service': argv(`launchctl bootout ${serviceTarget}`),
  'terminate-process': argv(`kill -TERM ${meant.pid}`),
  'kill-process': argv(`kill -KILL ${meant.pid}`),
  'wait-until': { kind: 'nothing' },
  wait: { kind: 'nothing' },
  'unset-login-variable': argv('launchctl unsetenv OPENCLAW_GATEWAY_TOKEN'),
  'manage-device': argv(`${nodePath} ${entryPath} devices remove ec4c`),
  'keep-copy': diff('+ /data/copy/…/openclaw.json', '+ /data/copy/…/ai.openclaw.gateway.plist'),
  'restore-copy': diff(`- ${configPath}`, `+ ${configPath} (/data/copy/m1-2-0)`),
  'move-aside': diff(`- ${definitionPath}`, '+ /data/item/…/ai.openclaw.gateway.plist'),
  'put-back': diff('- /data/item/m1-2-1/other.plist', '+ /Users/alice/other.plist'),
  'set-file-mode': argv(`chmod 0600 ${configPath}`),
  'create-folder': diff('+ /Users/alice/Library/Logs/openclaw/ (0700)'),
  'remove-empty-folder': diff('- /Users/alice/empty/'),
  'archive-log': diff('- /Users/alice/Library/Logs/openclaw/gateway.log (its content)', '+ /data/archive/…'),
  'remove-submitted-job': argv('launchctl remove ai.openclaw.update'),
  'run-openclaw': argv(`${nodePath} ${entryPath} gateway install --force`),
};

const plainSteps = Object.values(oneOfEach).filter((step): step is PlainStep => !isChange(step));

test.each(plainSteps)('$kind is shown to the letter', (step) => {
  expect(describeStep(step, context)).toEqual(exact[step.kind]);
});

test.each(plainSteps)('$kind runs what was shown, and nothing else', async (step) => {
  const shown = exact[step.kind];
  if (shown.kind !== 'argv' || /^(kill|chmod)$/.test(shown.argv[0] ?? '')) return;
  const stepContext = makeStepContext({
    calls: [{ line: shown.argv.join(' '), result: success }],
    service: () => known(makeService(), readAt),
  });
  await performRepairStep(step, {
    ...stepContext,
    runId: 'm1-2',
    itemId: 'm1-2-3',
    profile: null,
    keptCopy: null,
  });
  expect(stepContext.programs.left()).toEqual([]);
});

test('a profile is said by its flag', () => {
  const named = describeStep(oneOfEach['run-openclaw'], { ...context, profile: 'work' });
  expect(named).toEqual(argv(`${nodePath} ${entryPath} --profile work gateway install --force`));
});

test('systemd has its own words', () => {
  const unit = { kind: 'disable-service', serviceTarget: 'openclaw-gateway.service' } as const;
  expect(describeStep(unit, { ...context, os: 'linux' })).toEqual(
    argv('systemctl --user --no-pager disable openclaw-gateway.service'),
  );
});
