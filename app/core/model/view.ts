import type { DevicesView } from './devices-view.ts';
import type { ActionKind, ActivityKind } from './action.ts';
import type { HistoryView } from './history-view.ts';
import type { ModelsView } from './models-view.ts';
import type { NewsKind, SnoozeChoice } from './news.ts';
import type { FindingCode, Certainty, Severity } from './finding.ts';
import type { ProbeName } from './snapshot.ts';
import type { GatewayState } from './state.ts';

export const locales = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Locale = (typeof locales)[number];

/** Silhouette of the menu bar icon. The shape tells the state, never the colour alone. */
export type IconShape = 'plain' | 'dots' | 'attention' | 'hollow' | 'question';

/**
 * Everything a face shows, as finished strings in one language. A face formats nothing but the age
 * (from `readAt` and its own clock, with `labels`), and decides nothing.
 */
export interface View {
  readonly sequence: number;
  readonly locale: Locale;
  /** What the person chose in the panel; `null` follows the system. */
  readonly localeChoice: Locale | null;
  /** Epoch ms of the reading shown. */
  readonly readAt: number;
  readonly state: GatewayState;
  readonly icon: IconShape;
  /** "Gateway: running · healthy". */
  readonly headline: string;
  /** One plain sentence: why, and since when. */
  readonly sentence: string;
  readonly since: number | null;
  /** Running and validity are two lines: a gateway can run well on a config that will not start again. */
  readonly configLine: { readonly text: string; readonly tone: Tone };
  readonly facts: readonly FactView[];
  readonly findings: readonly FindingView[];
  /** Only what is valid now; the most likely first. Empty while an action runs. */
  readonly actions: readonly ActionView[];
  readonly activity: { readonly action: ActivityKind; readonly text: string; readonly startedAt: number } | null;
  /** The newest result, kept until the next action: successes fade in the face, errors stay. */
  readonly lastResult: ResultView | null;
  readonly unknown: readonly { readonly probe: ProbeName; readonly label: string; readonly reason: string }[];
  readonly dashboard: boolean;
  readonly logPath: string | null;
  /** The preview that is open, in words. */
  readonly preview: PreviewView | null;
  /** Newest first, at most 10. */
  readonly runs: readonly RunView[];
  /** The kept versions of the configuration. */
  readonly history: HistoryView;
  /** `null`: there is no gateway here that could have some. */
  readonly devices: DevicesView | null;
  /** `null`: there is no gateway here that could use some. */
  readonly models: ModelsView | null;
  /** What the system has refused to show, newest first. */
  readonly news: readonly NewsView[];
  /** `null`: this face has none. */
  readonly settings: SettingsView | null;
  readonly labels: Labels;
}

/** What is wrong, what will be done, what it interrupts, what can be undone. */
export interface PreviewView {
  readonly findingId: string;
  readonly kind: 'plan' | 'instructions' | 'refusal';
  /** Of a plan: the only thing that a face hands back. */
  readonly planId: string | null;
  readonly title: string;
  readonly whatIsWrong: string;
  /** Of a plan: the finding is likely, not certain. */
  readonly caution: string | null;
  /** In words; `exact` (a command line, or lines of `-` and `+`) is one click deeper; `null`: it only waits. */
  readonly steps: readonly { readonly text: string; readonly exact: string | null }[];
  readonly interrupts: string | null;
  readonly undo: string | null;
  /** Answered with the same yes; a hard kill has its own preview. */
  readonly questions: readonly string[];
  /** Why nothing is offered, why a person must do it, or how to decide otherwise than a plan does. */
  readonly reason: string | null;
  /** To be copied and run by a person. */
  readonly commands: readonly string[];
  readonly executeLabel: string;
}

export interface RunView {
  readonly id: string;
  readonly title: string;
  readonly state: 'running' | 'interrupted' | 'fixed' | 'not-fixed' | 'worse' | 'stale' | 'refused' | 'undone';
  readonly tone: Tone;
  /** How it ended; while it runs the step that is being done. */
  readonly text: string;
  /** The next thing to do when it did not succeed. */
  readonly next: string | null;
  readonly startedAt: number;
  /** When it began, in words. */
  readonly when: string;
  /** Shown open: it runs, was interrupted, or ended a short while ago. */
  readonly open: boolean;
  /** All steps of the plan, the performed ones first. */
  readonly steps: readonly RunStepView[];
  /** What taking it back would do, in words; `null`: it cannot be taken back, or was. */
  readonly undo: { readonly label: string; readonly steps: readonly string[] } | null;
}

export interface NewsView {
  readonly kind: NewsKind;
  readonly at: number;
  readonly title: string;
  readonly text: string;
  /** When it was told, in words. */
  readonly when: string;
  /** Of a change in the configuration: what a face hands back to mean it, and its two answers. */
  readonly drift: { readonly id: string; readonly review: string; readonly undo: string } | null;
}

export interface SettingsView {
  /** A face opens the settings whenever this has grown. */
  readonly asked: number;
  readonly title: string;
  readonly newsLabel: string;
  readonly switches: readonly { readonly kind: NewsKind; readonly label: string; readonly on: boolean }[];
  /** Until when nothing is told; `null`: it is. */
  readonly snooze: string | null;
  readonly snoozes: readonly { readonly choice: SnoozeChoice; readonly label: string }[];
  /** The system does not show notifications. */
  readonly refused: string | null;
  readonly automatic: { readonly label: string; readonly explanation: string; readonly on: boolean };
}

export interface RunStepView {
  readonly text: string;
  /** `unsure`: it was begun, and then the run was interrupted. */
  readonly progress: 'done' | 'failed' | 'running' | 'unsure' | 'waiting' | 'not-reached';
  /** The progress in words. */
  readonly outcome: string;
  readonly detail: string | null;
}

export type Tone = 'good' | 'bad' | 'plain' | 'unknown';

export interface FactView {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly tone: Tone;
}

export interface FindingView {
  readonly id: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly severityLabel: string;
  readonly title: string;
  readonly explanation: string;
  /** What to do, in words. */
  readonly advice: string;
  /** What opens the preview; `null`: nothing is offered. */
  readonly repair: RepairOfferView | null;
  readonly evidence: readonly { readonly command: string; readonly line: string }[];
  /** Findings that this one causes, folded under it. */
  readonly consequences: readonly { readonly id: string; readonly title: string }[];
}

/** "Repair…", for a likely finding "Possible Repair…"; "What to do…" where no plan is offered. */
export interface RepairOfferView {
  readonly kind: 'plan' | 'suggestion' | 'advice';
  readonly label: string;
}

export interface ActionView {
  readonly action: ActionKind;
  /** "Restart" or, when a question follows, "Restart…". */
  readonly label: string;
  readonly primary: boolean;
  readonly question: string | null;
}

export interface ResultView {
  readonly action: ActionKind;
  readonly tone: 'good' | 'bad';
  readonly text: string;
  /** What to do next, when it did not succeed. */
  readonly next: string | null;
  readonly steps: readonly { readonly text: string; readonly outcome: string; readonly detail: string | null }[];
  readonly finishedAt: number;
}

/**
 * Words of the panel and menu that belong to no finding. Keys are fixed by core/text. `secondsAgo`, `minutesAgo` and
 * `hoursAgo` hold `{count}`; a face never puts a 1 there (119 seconds come before 2 minutes), so no plural is needed.
 */
export type Labels = Readonly<Record<LabelKey, string>>;

export const labelKeys = [
  'appName',
  'checkNow',
  'checking',
  'details',
  'evidence',
  'consequences',
  'whatToDo',
  'cannotTell',
  'noFindings',
  'findings',
  'facts',
  'configuration',
  'dashboard',
  'logs',
  'allFindings',
  'quit',
  'settings',
  'openAtLogin',
  'cancel',
  'confirm',
  'copyReport',
  'copied',
  'copyEvidence',
  'likely',
  'requestFailed',
  'justNow',
  'secondsAgo',
  'minutesAgo',
  'hoursAgo',
  'connectionLost',
  'steps',
  'whatWillBeDone',
  'exactly',
  'copyCommands',
  'close',
  'repairs',
  'earlierRepairs',
  'undoQuestion',
  'language',
  'systemLanguage',
  'about',
  'iconHidden',
] as const;
export type LabelKey = (typeof labelKeys)[number];
