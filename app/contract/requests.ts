import { z } from 'zod';
import { actionKinds } from '../core/model/action.ts';
import { newsKinds, snoozeChoices } from '../core/model/news.ts';
import { deviceCommands } from '../core/model/repair.ts';
import { locales } from '../core/model/view.ts';

/** Of a kept version, or the name of a copy that OpenClaw made. */
const versionId = z.string().min(1).max(200);

/**
 * The border between a renderer and the engine: every request a face may make, in one table. A renderer names
 * enums and ids that it was given, never a path, a command, a URL or free text.
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
export type Reply =
  | { readonly ok: true; readonly notice?: string }
  | { readonly ok: false; readonly error: ReplyError };
export type ReplyError = 'forbidden' | 'not-understood' | 'unknown-request' | 'failed';

/** Maps the table to handlers; a forgotten one does not compile. A string is the reply's notice. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (body: RequestBody<Name>) => Promise<string | undefined>;
};
