import { z } from 'zod';
import { actionKinds } from '../core/model/action.ts';
import type { NewProviderTestView } from '../core/model/models-view.ts';
import { newsKinds, snoozeChoices } from '../core/model/news.ts';
import { presetIds } from '../core/model/preset.ts';
import { deviceCommands } from '../core/model/repair.ts';
import { locales } from '../core/model/view.ts';

/** Of a kept version, or the name of a copy that OpenClaw made. */
const versionId = z.string().min(1).max(200);

/** Of a model, `provider/model`. */
const modelRef = z.string().min(1).max(300);

/** What a person chose in the dialog for a new provider. Its key is named by a ticket, or by a variable. */
const newProvider = z.strictObject({
  preset: z.enum(presetIds),
  choice: z.string().max(40).nullable(),
  /** Of a server of one's own alone; the engine takes nothing but an address of models. */
  address: z.string().trim().min(1).max(500).nullable(),
  key: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('typed'), ticket: z.string().min(1).max(100), name: z.null() }),
      z.strictObject({ kind: z.literal('variable'), name: z.string().trim().min(1).max(128) }),
    ])
    .nullable(),
  models: z.array(z.string().min(1).max(200)).min(1).max(200).nullable(),
  isDefault: z.boolean(),
});

/**
 * The border between a renderer and the engine: every request a face may make, in one table. A renderer names
 * enums and ids that it was given, never a path or a command. Typed words are in the dialog for a new provider alone.
 */
export const requests = {
  /** Look again now. */
  look: z.strictObject({}),
  /** `confirmed`: the person answered the question shown with this action. */
  act: z.strictObject({ action: z.enum(actionKinds), confirmed: z.boolean() }),
  /** Shows what would be done about a finding; `null` closes the preview. */
  previewRepair: z.strictObject({ findingId: z.string().max(300).nullable() }),
  /** Executes the very plan that was shown; a changed machine makes it stale. `confirmed`: its questions were answered. */
  executeRepair: z.strictObject({ planId: z.string().max(100), confirmed: z.boolean() }),
  /** Compares a version with its file as it is now; `null` closes the comparison. */
  compareVersion: z.strictObject({ versionId: versionId.nullable() }),
  /** Shows what would bring a version back: the rows that were ticked in the comparison with it, or (`null`) all of it. */
  previewRestore: z.strictObject({ versionId, rows: z.array(z.string().max(40)).min(1).max(200).nullable() }),
  /** Shows what would take back what somebody else has changed. */
  previewDriftUndo: z.strictObject({ driftId: z.string().max(100) }),
  /** Asks for the paired devices and the requests: seconds, so only when a person wants to see them. */
  askDevices: z.strictObject({}),
  /** Shows what would be done about one request, or one device. */
  previewDevice: z.strictObject({ command: z.enum(deviceCommands), id: z.string().min(1).max(200) }),
  /** Shows what would make this model the default one. */
  previewModel: z.strictObject({ ref: modelRef }),
  /** Shows what would let these stand in, in this order. */
  previewFallbacks: z.strictObject({ refs: z.array(modelRef).max(50) }),
  /** Asks a provider of the configuration for its models. */
  testProvider: z.strictObject({ name: z.string().min(1).max(200) }),
  /** Hands over a key that was typed, once; the reply has its ticket. */
  holdKey: z.strictObject({ key: z.string().min(1).max(4096) }),
  /** Asks a provider for its models that is not set up yet; the reply has the answer. */
  testNewProvider: newProvider,
  /** Shows what would set it up. */
  previewProvider: newProvider,
  undoRun: z.strictObject({ runId: z.string().max(100), confirmed: z.boolean() }),
  /** Copies the instructions of the preview that is shown. */
  copyInstructions: z.strictObject({}),
  openDashboard: z.strictObject({}),
  openLogs: z.strictObject({}),
  /** Copies the redacted report to the clipboard. */
  copyReport: z.strictObject({}),
  switchNews: z.strictObject({ kind: z.enum(newsKinds), on: z.boolean() }),
  snoozeNews: z.strictObject({ choice: z.enum(snoozeChoices) }),
  /** Repairs without a question. */
  switchAutomatic: z.strictObject({ on: z.boolean() }),
  setLocale: z.strictObject({ locale: z.enum(locales).nullable() }),
} as const;

export type RequestName = keyof typeof requests;
export type RequestBody<Name extends RequestName> = z.infer<(typeof requests)[Name]>;

/**
 * What every request answers; the new view arrives by the push channel. `notice`: a sentence for the one who asked,
 * when what was asked for was understood and not done (another face is at work).
 */
export type Reply = ({ readonly ok: true; readonly notice?: string } & Partial<Given>) | Refused;
interface Refused {
  readonly ok: false;
  readonly error: ReplyError;
}
export type ReplyError = 'forbidden' | 'not-understood' | 'unknown-request' | 'failed';

/** What is for the one who asked alone, and in no view. */
export interface Given {
  /** Of a key that is held. */
  readonly ticket: string;
  readonly test: NewProviderTestView;
}

/** What a handler tells the one who asked: a notice, or what was asked for. */
export type Told = string | Partial<Given> | undefined;

/** Maps the table to handlers; a forgotten one does not compile. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (body: RequestBody<Name>) => Promise<Told>;
};
