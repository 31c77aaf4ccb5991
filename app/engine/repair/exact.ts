import type { ExactStep } from '../../core/model/preview.ts';
import type { RepairStep } from '../../core/model/repair.ts';
import type { Os } from '../../core/model/target.ts';
import { writeOpenClawArgv } from '../../core/openclaw-argv.ts';
import { removeJob } from '../../platform/macos/launchctl.ts';
import type { ProgramRequest } from '../../ports/programs.ts';
import type { Store } from '../../ports/store.ts';
import { deviceRequest } from '../steps/device.ts';
import { unsetRequests } from '../steps/login-variable.ts';
import { openClawRequest } from '../steps/openclaw.ts';
import type { ChangeKind } from '../steps/prepare-change.ts';
import { serviceRequests } from '../steps/service-requests.ts';
import type { StepOf } from '../steps/step.ts';

export interface ExactContext {
  readonly os: Os;
  readonly profile: string | null;
  readonly store: Pick<Store, 'placeOf'>;
}

/** All but those that change what is in a file: for them the file has to be read (`describeChange`). */
export type PlainStep = Exclude<RepairStep, { readonly kind: ChangeKind }>;

type Describe<Kind extends PlainStep['kind']> = (step: StepOf<Kind>, context: ExactContext) => ExactStep;

/** What a step will do to the letter: the argument vector that its performer runs, or what becomes of a file. */
export function describeStep(step: PlainStep, context: ExactContext): ExactStep {
  // The table has the entry of this very kind; the compiler cannot follow that through a union.
  const describe = descriptions[step.kind] as (step: PlainStep, context: ExactContext) => ExactStep;
  return describe(step, context);
}

const waits = (): ExactStep => ({ kind: 'nothing' });
const argvOf = ({ tool, args }: ProgramRequest): ExactStep => ({ kind: 'argv', argv: [tool, ...args] });
const diffOf = (...lines: readonly string[]): ExactStep => ({ kind: 'diff', diff: lines.join('\n') });

const descriptions: { readonly [Kind in PlainStep['kind']]: Describe<Kind> } = {
  'enable-service': (step, { os }) => argvOf(serviceRequests[os][step.kind](step)),
  'disable-service': (step, { os }) => argvOf(serviceRequests[os][step.kind](step)),
  'load-service': (step, { os }) => argvOf(serviceRequests[os][step.kind](step)),
  'start-loaded-service': (step, { os }) => argvOf(serviceRequests[os][step.kind](step)),
  'restart-loaded-service': (step, { os }) => argvOf(serviceRequests[os][step.kind](step)),
  'unload-service': (step, { os }) => argvOf(serviceRequests[os][step.kind](step)),
  'remove-submitted-job': ({ label }) => argvOf(removeJob(label)),
  'run-openclaw': (step, { profile }) => ({ kind: 'argv', argv: writeOpenClawArgv(openClawRequest(step, profile)) }),
  'terminate-process': ({ process }) => ({ kind: 'argv', argv: ['kill', '-TERM', String(process.pid)] }),
  'kill-process': ({ process }) => ({ kind: 'argv', argv: ['kill', '-KILL', String(process.pid)] }),
  'wait-until': waits,
  wait: waits,
  'keep-copy': ({ paths }, context) => diffOf(...paths.map((path) => `+ ${inStore('copy', path, context)}`)),
  'restore-copy': ({ copyId, paths }, { store }) =>
    diffOf(...paths.flatMap((path) => [`- ${path}`, `+ ${path} (${store.placeOf('copy', copyId)})`])),
  'move-aside': ({ path }, context) => diffOf(`- ${path}`, `+ ${inStore('item', path, context)}`),
  'put-back': ({ itemId, path }, { store }) =>
    diffOf(`- ${store.placeOf('item', itemId)}/${nameOf(path)}`, `+ ${path}`),
  'set-file-mode': ({ path, mode }) => ({ kind: 'argv', argv: ['chmod', mode.toString(8).padStart(4, '0'), path] }),
  'create-folder': ({ path, mode }) => diffOf(`+ ${path}/ (${mode.toString(8).padStart(4, '0')})`),
  'remove-empty-folder': ({ path }) => diffOf(`- ${path}/`),
  'unset-login-variable': ({ name }, { os }) => argvOf(unsetRequests[os](name)),
  'manage-device': (step, { profile }) => ({ kind: 'argv', argv: writeOpenClawArgv(deviceRequest(step, profile)) }),
  'archive-log': ({ path }, context) => diffOf(`- ${path} (its content)`, `+ ${inStore('archive', path, context)}`),
};

/** Where a step's file will be; the id is chosen when the run begins. */
function inStore(kind: 'copy' | 'item' | 'archive', path: string, { store }: ExactContext): string {
  const place = store.placeOf(kind, runPlaceholder).replace(runPlaceholder, '…');
  return kind === 'archive' ? place : `${place}/${nameOf(path)}`;
}

const runPlaceholder = 'run-to-come';

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
