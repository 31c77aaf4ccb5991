import { z } from 'zod';
import type { ProcessIdentity, WaitCondition } from '../model/action.ts';
import { findingCodes } from '../model/finding.ts';
import {
  type Fingerprint,
  type ConfigEdit,
  type Inverse,
  irreversibleReasons,
  moveReasons,
  deviceCommands,
  openClawCommands,
  type RepairPlan,
  type RepairQuestion,
  type RepairStep,
  type SecretSource,
  type Verify,
  type VersionSource,
  waitReasons,
} from '../model/repair.ts';
import type { PlainValue } from '../model/setting.ts';
import { wishCodes } from '../model/wish.ts';

/** The schema of exactly this type: a variant that is missing on either side does not compile. */
const shapeOf =
  <Model>() =>
  <Schema extends z.ZodType<Model>>(schema: [Model] extends [z.infer<Schema>] ? Schema : never): Schema =>
    schema;

/** Shapes of plans as they are read back from the disk: what a file says is performed only if it is exactly this. */
const count = z.int().min(0);
const path = z.string().regex(/^\/[^\0]*$/);
const fileMode = z.int().min(0).max(0o7777);
const id = z.string().regex(/^[a-z0-9-]{1,100}$/);
const serviceTarget = z.string().min(1).max(300);

const processIdentity = shapeOf<ProcessIdentity>()(
  z.strictObject({
    pid: z.int().min(2),
    startedAt: z.number(),
    uid: count,
    commandLine: z.string(),
  }),
);

const waitCondition = shapeOf<WaitCondition>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('service-gone'), serviceTarget, pid: count.nullable() }),
    z.strictObject({ kind: z.literal('port-free'), port: count }),
    z.strictObject({ kind: z.literal('gateway-serves'), port: count, notPid: count.nullable() }),
  ]),
);

const actionStep = [
  z.strictObject({ kind: z.literal('enable-service'), serviceTarget }),
  z.strictObject({ kind: z.literal('load-service'), domain: z.string(), definitionPath: path, serviceTarget }),
  z.strictObject({ kind: z.literal('start-loaded-service'), serviceTarget }),
  z.strictObject({ kind: z.literal('restart-loaded-service'), serviceTarget }),
  z.strictObject({ kind: z.literal('unload-service'), serviceTarget }),
  z.strictObject({ kind: z.literal('terminate-process'), process: processIdentity }),
  z.strictObject({ kind: z.literal('wait-until'), condition: waitCondition, timeoutMs: count }),
] as const;
const settingPath = z
  .array(z.union([z.string(), count]))
  .min(1)
  .readonly();
const plainValue: z.ZodType<PlainValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(plainValue).readonly(),
    z.record(z.string(), plainValue).readonly(),
  ]),
);
const versionSource = shapeOf<VersionSource>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('version'), id }),
    z.strictObject({ kind: z.literal('backup'), path, sha256: z.string() }),
  ]),
);
const configEdit = shapeOf<ConfigEdit>()(
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('set'), path: settingPath, value: plainValue }),
    z.strictObject({ op: z.literal('remove'), path: settingPath }),
    z.strictObject({ op: z.literal('copy'), path: settingPath, from: versionSource }),
  ]),
);

const variableName = z.string().regex(/^[A-Za-z_]\w*$/);
const secretSource = shapeOf<SecretSource>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('variable'), name: variableName }),
    z.strictObject({ kind: z.literal('typed'), ticket: z.string().regex(/^[\w-]{1,100}$/) }),
  ]),
);

export const repairStep = shapeOf<RepairStep>()(
  z.discriminatedUnion('kind', [
    ...actionStep,
    z.strictObject({ kind: z.literal('disable-service'), serviceTarget }),
    z.strictObject({ kind: z.literal('kill-process'), process: processIdentity }),
    z.strictObject({ kind: z.literal('keep-copy'), paths: z.array(path).readonly() }),
    z.strictObject({ kind: z.literal('restore-copy'), copyId: id, paths: z.array(path).readonly() }),
    z.strictObject({ kind: z.literal('move-aside'), path, why: z.enum(moveReasons) }),
    z.strictObject({ kind: z.literal('put-back'), itemId: id, path }),
    z.strictObject({ kind: z.literal('set-file-mode'), path, mode: fileMode }),
    z.strictObject({ kind: z.literal('create-folder'), path, mode: fileMode }),
    z.strictObject({ kind: z.literal('remove-empty-folder'), path }),
    z.strictObject({ kind: z.literal('archive-log'), path }),
    z.strictObject({ kind: z.literal('remove-submitted-job'), label: z.string().min(1).max(300) }),
    z.strictObject({
      kind: z.literal('run-openclaw'),
      command: z.enum(openClawCommands),
      nodePath: path,
      entryPath: path,
    }),
    z.strictObject({
      kind: z.literal('manage-device'),
      command: z.enum(deviceCommands),
      id: z.string().regex(/^[\w-]{1,200}$/),
      nodePath: path,
      entryPath: path,
    }),
    z.strictObject({ kind: z.literal('edit-config'), path, edits: z.array(configEdit).min(1).readonly() }),
    z.strictObject({ kind: z.literal('restore-version'), path, source: versionSource }),
    z.strictObject({
      kind: z.literal('remove-env-line'),
      path,
      names: z
        .array(z.string().regex(/^[A-Za-z_]\w*$/))
        .min(1)
        .readonly(),
    }),
    z.strictObject({ kind: z.literal('set-env-line'), path, name: variableName, from: secretSource }),
    z.strictObject({ kind: z.literal('unset-login-variable'), name: z.string().regex(/^[A-Za-z_]\w*$/) }),
    z.strictObject({ kind: z.literal('wait'), waitMs: count, until: z.enum(waitReasons) }),
  ]),
);

const fingerprint = shapeOf<Fingerprint>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('file'), path, sha256: z.string().nullable() }),
    z.strictObject({
      kind: z.literal('service'),
      serviceTarget,
      loaded: z.boolean().nullable(),
      enabled: z.boolean().nullable(),
      pid: count.nullable(),
      phase: z.enum(['running', 'starting', 'stopping', 'waiting', 'stopped', 'unknown']).nullable(),
    }),
    z.strictObject({ kind: z.literal('listeners'), port: count, pids: z.array(count).readonly().nullable() }),
    z.strictObject({ kind: z.literal('process'), process: processIdentity }),
  ]),
);

const actionQuestion = [
  z.strictObject({ code: z.literal('stop-unmanaged'), pid: count, commandLine: z.string() }),
  z.strictObject({ code: z.literal('enable-disabled'), label: z.string() }),
  z.strictObject({ code: z.literal('restart-again-soon'), minutesAgo: count }),
  z.strictObject({
    code: z.literal('restart-rejected-config'),
    path: z.string(),
    line: count.nullable(),
    setting: z.string(),
    version: z.string(),
  }),
] as const;
const question = shapeOf<RepairQuestion>()(
  z.discriminatedUnion('code', [
    ...actionQuestion,
    z.strictObject({ code: z.literal('kill-hard'), pid: count, commandLine: z.string() }),
    z.strictObject({ code: z.literal('stop-stray'), pid: count, commandLine: z.string() }),
    z.strictObject({ code: z.literal('stop-loop'), label: z.string() }),
    z.strictObject({
      code: z.literal('approve-request'),
      requestId: z.string(),
      client: z.string().nullable(),
      role: z.string().nullable(),
      scopes: z.string(),
      remoteIp: z.string().nullable(),
    }),
    z.strictObject({ code: z.literal('remove-device'), device: z.string() }),
    z.strictObject({ code: z.literal('allow-origin'), origin: z.string() }),
    z.strictObject({ code: z.literal('close-network') }),
    z.strictObject({ code: z.literal('only-likely') }),
    z.strictObject({ code: z.literal('just-woke') }),
    z.strictObject({
      code: z.literal('keep-one'),
      keep: z.string(),
      aside: z.string(),
      path,
      instead: z.array(z.string()).readonly(),
    }),
    z.strictObject({ code: z.literal('allow-model'), model: z.string(), list: z.string() }),
    z.strictObject({
      code: z.literal('widen-tools'),
      path: z.string(),
      lets: z.string(),
      profile: z.string().nullable(),
    }),
    z.strictObject({ code: z.literal('open-endpoint'), channel: z.string() }),
    z.strictObject({ code: z.literal('change-address'), provider: z.string(), from: z.string(), to: z.string() }),
    z.strictObject({ code: z.literal('change-model'), from: z.string(), to: z.string() }),
    z.strictObject({ code: z.literal('add-fallbacks'), models: z.array(z.string()).readonly() }),
    z.strictObject({
      code: z.literal('replace-address'),
      provider: z.string(),
      from: z.string(),
      to: z.string(),
    }),
    z.strictObject({ code: z.literal('begin-list'), models: z.array(z.string()).readonly() }),
    z.strictObject({ code: z.literal('stronger-variable'), name: z.string(), place: z.string() }),
    z.strictObject({ code: z.literal('stronger-name'), name: z.string(), own: z.string(), provider: z.string() }),
    z.strictObject({
      code: z.literal('stronger-profile'),
      provider: z.string(),
      profiles: z.array(z.string()).readonly(),
    }),
    z.strictObject({ code: z.literal('overtaken'), settings: z.array(z.string()).readonly() }),
  ]),
);

const verify = shapeOf<Verify>()(
  z.strictObject({
    gone: z.array(z.enum(findingCodes)).readonly(),
    goal: z.enum(['serving', 'not-running']).nullable(),
    holdMs: count,
  }),
);

export const repairPlan = shapeOf<RepairPlan>()(
  z.strictObject({
    kind: z.literal('repair'),
    id: z.string(),
    code: z.enum([...findingCodes, ...wishCodes]),
    findingId: z.string(),
    rung: z.string(),
    reach: z.enum(['safe', 'interrupts', 'loses-data']),
    basedOn: z.array(fingerprint).readonly(),
    steps: z.array(repairStep).readonly(),
    questions: z.array(question).readonly(),
    verify,
  }),
);

export const inverse = shapeOf<Inverse>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('steps'), steps: z.array(repairStep).readonly() }),
    z.strictObject({ kind: z.literal('nothing-to-undo') }),
    z.strictObject({ kind: z.literal('irreversible'), why: z.enum(irreversibleReasons) }),
  ]),
);
