import { enableQuestion } from '../../app/core/actions/plan-start.ts';
import type { ConfigEdit, RepairPlan, RepairStep } from '../../app/core/model/repair.ts';
import { openClawCommands } from '../../app/core/model/repair.ts';
import { valueOf } from '../../app/core/model/reading.ts';
import { redactText } from '../../app/core/redact.ts';
import { listAncestry } from '../../app/core/process-tree.ts';
import type { NeverCode, RepairContext } from '../../app/core/repairs/repair.ts';
import { listTouchedFiles } from '../../app/core/repairs/reinstall.ts';
import { listForeignChanges } from './editable.ts';

/** What a plan does that the promise forbids, in words; empty: it is kept. */
export type Check = (plan: RepairPlan, context: RepairContext) => readonly string[];

type StepOf<Kind extends RepairStep['kind']> = Extract<RepairStep, { kind: Kind }>;

const ofKind = <Kind extends RepairStep['kind']>(
  plan: RepairPlan,
  ...kinds: readonly Kind[]
): readonly StepOf<Kind>[] =>
  plan.steps.filter((step): step is StepOf<Kind> => (kinds as readonly string[]).includes(step.kind));

const endings = (plan: RepairPlan) => ofKind(plan, 'terminate-process', 'kill-process');
const asks = (plan: RepairPlan, code: string) => plan.questions.some((question) => question.code === code);

/** Nothing that a plan may do deletes; these undo what was done before and belong into no plan. */
const onlyForUndo: ReadonlySet<RepairStep['kind']> = new Set(['put-back', 'restore-copy', 'remove-empty-folder']);

const listEdits = (plan: RepairPlan) => ofKind(plan, 'edit-config').flatMap(({ edits }) => edits);

/** One mechanical check per promise, over any plan. */
export const promises: Readonly<Record<NeverCode, Check>> = {
  'delete-anything': (plan, { snapshot }) => [
    ...plan.steps.filter(({ kind }) => onlyForUndo.has(kind)).map(({ kind }) => kind),
    ...ofKind(plan, 'move-aside')
      .filter(({ path }) => path === snapshot.target.definitionPath)
      .map(({ path }) => `moves the gateway’s own service ${path}`),
  ],
  'kill-by-name': (plan) =>
    endings(plan)
      .filter(({ process }) => !Number.isInteger(process.pid) || process.pid < 2)
      .map(({ process }) => `ends ${process.pid}`),
  'kill-unproven': (plan, context) => endings(plan).flatMap((step) => listDoubts(step, plan, context)),
  sudo: (plan) => (/\bsudo\b|"system\/|\/Library\/LaunchDaemons/.test(JSON.stringify(plan)) ? ['needs root'] : []),
  'bootout-first': (plan, { snapshot }) =>
    plan.verify.goal === 'serving'
      ? ofKind(plan, 'unload-service')
          .filter(({ serviceTarget }) => serviceTarget === snapshot.target.serviceTarget)
          .map(({ serviceTarget }) => `unloads ${serviceTarget} on the way to serving`)
      : [],
  'kickstart-loop': (plan) =>
    ofKind(plan, 'start-loaded-service', 'restart-loaded-service')
      .slice(1)
      .map(({ kind }) => `${kind} once more`),
  'doctor-fix': (plan) => (/doctor/i.test(JSON.stringify(plan.steps)) ? ['doctor'] : []),
  'update-or-install': (plan, { snapshot }) =>
    ofKind(plan, 'run-openclaw').flatMap((step) => {
      if (!openClawCommands.includes(step.command)) return [step.command];
      return step.command === 'gateway-install-force' ? listUnkept(plan, snapshot, step) : [];
    }),
  'touch-other-products': (plan, { snapshot }) => [
    ...endings(plan)
      .filter(({ process }) =>
        listAncestry(valueOf(snapshot.processes) ?? [], process.pid).some(({ role }) => role === 'host-app'),
      )
      .map(({ process }) => `ends pid ${process.pid} of another product`),
    ...ofKind(plan, 'unload-service', 'disable-service')
      .filter(({ serviceTarget }) => !isGatewayService(serviceTarget, snapshot))
      .map(({ serviceTarget }) => `unloads ${serviceTarget}`),
  ],
  'change-config': (plan, { snapshot }) => [
    ...listForeignChanges(plan, snapshot),
    ...ofKind(plan, 'move-aside', 'set-file-mode', 'archive-log', 'restore-copy')
      // To close a file to others changes nothing of what it says.
      .filter((step) => step.kind !== 'set-file-mode' || step.mode !== 0o600)
      .filter((step) => JSON.stringify(step).includes(snapshot.target.configPath))
      .map(({ kind }) => `${kind} on the configuration`),
  ],
  'enable-without-asking': (plan, { snapshot }) => {
    const service = valueOf(snapshot.service);
    const isOff = service !== undefined && enableQuestion(snapshot, service) !== null;
    const installs = ofKind(plan, 'run-openclaw').some(({ command }) => command === 'gateway-install-force');
    const enables = plan.steps.some(({ kind }) => kind === 'enable-service') || installs;
    return isOff && enables && !asks(plan, 'enable-disabled') ? ['enables without asking'] : [];
  },
  // What runs meanwhile is another machine: never.test.ts adds an update to each and expects no plan.
  'restart-during-update': (_plan, { snapshot }) =>
    (valueOf(snapshot.processes) ?? []).some(({ role }) => role === 'maintenance') ? ['an update runs'] : [],
  'weaken-access': (plan) =>
    edits(plan)
      .filter(weakens)
      .map((edit) => JSON.stringify(edit)),
  'new-token': (plan) =>
    edits(plan)
      .filter(({ op, path }) => op === 'set' && /token|password|secret/i.test(path.join('.')))
      .map(({ path }) => `sets ${path.join('.')}`),
  'clear-devices': (plan) => [
    ...ofKind(plan, 'manage-device')
      .filter(({ command }) => command === 'remove')
      .slice(1)
      .map(({ id }) => `removes ${id} too`),
    ...ofKind(plan, 'move-aside', 'restore-version')
      .filter(({ path }) => /\/devices\//.test(path))
      .map(({ path }) => `takes ${path} away`),
  ],
  'approve-unasked': (plan) =>
    ofKind(plan, 'manage-device')
      .filter(({ command }) => command === 'approve')
      .filter(({ id }) => !plan.questions.some((each) => each.code === 'approve-request' && each.requestId === id))
      .map(({ id }) => `approves ${id}`),
  'overwrite-unkept': (plan) =>
    ofKind(plan, 'edit-config', 'restore-version').flatMap((step) => {
      const before = plan.steps.slice(0, plan.steps.indexOf(step));
      const isKept = before.some((each) => each.kind === 'keep-copy' && each.paths.includes(step.path));
      return isKept ? [] : [`no copy of ${step.path}`];
    }),
  'show-secret': (plan) =>
    edits(plan)
      .filter((edit) => edit.op === 'set' && redactText(JSON.stringify(edit.value)) !== JSON.stringify(edit.value))
      .map(({ path }) => `shows ${path.join('.')}`),
  'guess-content': (plan, { snapshot }) => {
    const isBroken = valueOf(snapshot.config)?.content.kind === 'broken';
    const guessed = edits(plan).filter(({ op, path }) => isBroken || (op === 'set' && path.length === 0));
    return guessed.map(({ path }) => `guesses ${path.join('.')}`);
  },
  'flip-mode-unasked': (plan, { snapshot }) => {
    const content = valueOf(snapshot.config)?.content;
    const isRemote = content?.kind === 'parsed' && content.mode === 'remote';
    const flips = edits(plan).some(({ path }) => path.join('.') === 'gateway.mode');
    return isRemote && flips && plan.questions.length === 0 ? ['sets the mode without a question'] : [];
  },
  'touch-database': (plan) => (/\.sqlite|\.db\b/.test(JSON.stringify(plan.steps)) ? ['touches a database'] : []),
  'touch-keys': (plan) => [
    ...plan.steps
      .filter((step) => /auth-profiles|oauth\.json/.test(JSON.stringify(step)))
      .map(({ kind }) => `${kind} on credentials`),
    ...listEdits(plan)
      .filter(({ op, path }) => op === 'set' && /key|token|secret|password/i.test(String(path.at(-1))))
      .map(({ path }) => `writes ${path.join('.')}`),
  ],
  'widen-without-asking': (plan) =>
    plan.questions.length > 0
      ? []
      : listEdits(plan)
          .map(({ path }) => path.join('.'))
          .filter((path) => /tools\.(?:allow|deny|profile)$|modelPolicy|defaults\.models|endpoints/.test(path))
          .map((path) => `changes ${path} without a question`),
  // Where a request goes, to which model, and who stands in for it.
  'spend-unasked': (plan) =>
    plan.questions.length > 0
      ? []
      : listEdits(plan)
          .filter(
            ({ op, path }) => op === 'set' && /(?:^|\.)(?:baseUrl|model|primary|fallbacks|id)$/.test(path.join('.')),
          )
          .map(({ path }) => `chooses ${path.join('.')} without a question`),
  'change-proxy': (plan) => [
    ...ofKind(plan, 'remove-env-line').flatMap(({ names }) => names.filter((name) => /_proxy$/i.test(name))),
    ...ofKind(plan, 'unset-login-variable').flatMap(({ name }) => (/_proxy$/i.test(name) ? [name] : [])),
    ...listEdits(plan).flatMap(({ path }) => (path[0] === 'proxy' ? [path.join('.')] : [])),
  ],
};

const edits = (plan: RepairPlan): readonly ConfigEdit[] => ofKind(plan, 'edit-config').flatMap((step) => step.edits);

/** Takes away what protects: a way of asking, an address for everybody, a switch that calls itself dangerous. */
function weakens(edit: ConfigEdit): boolean {
  const path = edit.path.join('.');
  if (edit.op === 'remove') return /^gateway\.auth(?:\.mode)?$/.test(path);
  if (edit.op !== 'set') return false;
  if (path === 'gateway.bind') return edit.value !== 'loopback';
  if (path === 'gateway.auth.mode') return edit.value === 'none';
  return /dangerously|allowInsecureAuth/.test(path) || JSON.stringify(edit.value).includes('"*"');
}

/** Pid, start time, owner and role as the snapshot has them, a fingerprint to check them again, and a question. */
function listDoubts(
  { kind, process }: StepOf<'terminate-process' | 'kill-process'>,
  plan: RepairPlan,
  { snapshot, askedToEnd }: RepairContext,
): readonly string[] {
  const found = valueOf(snapshot.processes)?.find(({ pid }) => pid === process.pid);
  const doubts: string[] = [];
  if (found === undefined) doubts.push('is not in the list of processes');
  if (found?.startedAt !== process.startedAt || found.uid !== process.uid) doubts.push('has another identity');
  if (process.uid !== snapshot.environment.uid) doubts.push('is another user’s');
  if (found?.role !== 'gateway' && found?.role !== 'gateway-title') doubts.push('is not known as a gateway');
  const listens = valueOf(snapshot.listeners)?.some(({ pid }) => pid === process.pid) ?? false;
  if (!listens) doubts.push('does not listen on the gateway’s port');
  if (!plan.basedOn.some((entry) => entry.kind === 'process' && entry.process.pid === process.pid))
    doubts.push('is not read again before');
  if (plan.questions.length === 0) doubts.push('is ended without a question');
  if (kind === 'kill-process' && !asks(plan, 'kill-hard')) doubts.push('is killed without its own question');
  if (kind === 'kill-process' && !askedToEnd.some(({ pid }) => pid === process.pid))
    doubts.push('is killed without having been asked to end');
  return doubts.map((doubt) => `pid ${process.pid} ${doubt}`);
}

/** Files that an installation may write and of which no copy was kept before. */
function listUnkept(
  plan: RepairPlan,
  snapshot: RepairContext['snapshot'],
  step: StepOf<'run-openclaw'>,
): readonly string[] {
  const before = plan.steps.slice(0, plan.steps.indexOf(step));
  const kept = new Set(before.flatMap((each) => (each.kind === 'keep-copy' ? each.paths : [])));
  return listTouchedFiles(snapshot)
    .filter((path) => !kept.has(path))
    .map((path) => `no copy of ${path}`);
}

/** The gateway's own service, or another one of this user that runs a gateway. */
function isGatewayService(serviceTarget: string, { target, supervisors }: RepairContext['snapshot']): boolean {
  if (serviceTarget === target.serviceTarget) return true;
  return (valueOf(supervisors) ?? []).some(
    ({ label, kind, scope }) =>
      kind === 'gateway' &&
      (scope === 'user-agent' || scope === 'systemd-user') &&
      (serviceTarget === label || serviceTarget === `${target.domain}/${label}`),
  );
}
