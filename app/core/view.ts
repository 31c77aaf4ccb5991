import { deriveDevicesView } from './devices-view.ts';
import { deriveHistoryView } from './history-view.ts';
import { deriveModelsView } from './models-panel.ts';
import { deriveNewsView, deriveSettingsView } from './news-view.ts';
import type { ChosenSettings } from './news-view.ts';
import type { News } from './model/news.ts';
import { deriveConfigLine, deriveFactViews } from './fact-views.ts';
import { deriveLogPath } from './file-places.ts';
import { deriveGatewayIdentity } from './gateway-identity.ts';
import type { ActionKind, ActionResult } from './model/action.ts';
import type { ShownFinding } from './model/finding.ts';
import type { Picture } from './model/picture.ts';
import type { RepairPreview } from './model/preview.ts';
import { probeNames } from './model/snapshot.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { GatewayState } from './model/state.ts';
import type { ActionView, FindingView, IconShape, Locale, PreviewView, ResultView, View } from './model/view.ts';
import { answersLikeGateway } from './port-owner.ts';
import { derivePreviewView, deriveRepairOfferView } from './preview-view.ts';
import { deriveRunView } from './run-view.ts';
import { actionTexts, writeActionLabel, writeQuestion, writeResult } from './text/actions.ts';
import { writeStep, writeStepOutcome } from './text/actions/steps.ts';
import type { TimeStyle } from './text/durations.ts';
import { gradeTexts, writeFinding } from './text/findings.ts';
import { labelTexts } from './text/labels.ts';
import { writeHeadline, writeStateSentence } from './text/states.ts';
import { unknownTexts, writeUnknown } from './text/unknowns.ts';

/** How the picture is shown. Without a time zone moments are written in the system's own. */
export interface ViewOptions extends TimeStyle {
  /** What the person chose in the panel; `null` follows the system. */
  readonly localeChoice: Locale | null;
  /** Told where the system refuses to, newest first. Default: nothing. */
  readonly news?: readonly News[];
  /** How often somebody asked for the history. Default: never. */
  readonly historyAsked?: number;
  /** Default: this face has no settings. */
  readonly settings?: ChosenSettings;
}

/** The silhouette of every state. The shape tells it, never the colour. */
export const iconShapes: Readonly<Record<GatewayState, IconShape>> = {
  healthy: 'plain',
  starting: 'dots',
  stopping: 'dots',
  // It runs, but not as it should, or not for long.
  degraded: 'attention',
  unresponsive: 'attention',
  unmanaged: 'attention',
  conflict: 'attention',
  // It should run and does not.
  'crash-looping': 'attention',
  'port-taken': 'attention',
  // It does not run here, and that may well be meant.
  stopped: 'hollow',
  disabled: 'hollow',
  'not-installed': 'hollow',
  remote: 'hollow',
  unknown: 'question',
};

/** What a person most likely wants in each state; `null`: nothing is urged, whatever is valid stands behind. */
const likelyActions: Readonly<Record<GatewayState, ActionKind | null>> = {
  healthy: 'restart',
  degraded: 'restart',
  unresponsive: 'restart',
  conflict: 'stop',
  'crash-looping': 'stop',
  stopped: 'start',
  disabled: 'start',
  // A gateway that starts needs patience, and one that runs well without a service needs nothing.
  starting: null,
  stopping: null,
  unmanaged: null,
  'not-installed': null,
  'port-taken': null,
  remote: null,
  unknown: null,
};

/** A person looks for the newest; the command line lists them all. */
const shownRuns = 10;

/** The order behind the likely one: what interrupts least first. */
const usualOrder: readonly ActionKind[] = ['start', 'restart', 'stop'];

/** Everything a face shows, as finished strings in one language. */
export function deriveView(picture: Picture, options: ViewOptions): View {
  const { snapshot, status, activity } = picture;
  const { locale } = options;
  const gateway = deriveGatewayIdentity(snapshot, status.state);
  const findings = picture.findings.map((shown) => deriveFindingView(shown, picture, options));
  // One thing is urged at a time, and a repair knows the cause.
  const urged = findings[0]?.repair?.kind === 'plan' ? null : likelyActions[status.state];
  return {
    sequence: snapshot.sequence,
    locale,
    localeChoice: options.localeChoice,
    readAt: snapshot.at,
    state: status.state,
    icon: activity === null ? iconShapes[status.state] : 'dots',
    headline: writeHeadline(status.state, snapshot.target.profile, locale),
    sentence: writeStateSentence(status, snapshot.at, options),
    since: status.since,
    configLine: deriveConfigLine(snapshot, options),
    facts: deriveFactViews(picture, gateway, options),
    findings,
    actions: activity === null ? deriveActionViews(picture, urged, locale) : [],
    activity: activity && { ...activity, text: actionTexts(locale).activities[activity.action] },
    lastResult: picture.lastResult && deriveResultView(picture.lastResult, locale),
    unknown: deriveUnknownViews(snapshot, locale),
    dashboard: status.state !== 'port-taken' && answersLikeGateway(snapshot),
    logPath: deriveLogPath(snapshot),
    preview: picture.preview && deriveOpenPreview(picture.preview, picture, options),
    runs: picture.runs.slice(0, shownRuns).map((run) => deriveRunView(run, { activity, now: snapshot.at }, options)),
    history: deriveHistoryView(picture, options.historyAsked ?? 0, options),
    devices: deriveDevicesView(picture, options),
    models: deriveModelsView(picture, options),
    news: (options.news ?? []).map((each) => deriveNewsView(each, snapshot.at, options)),
    settings: options.settings === undefined ? null : deriveSettingsView(options.settings, snapshot.at, options),
    labels: labelTexts(locale),
  };
}

function deriveActionViews(
  { available, status }: Picture,
  urged: ActionKind | null,
  locale: Locale,
): readonly ActionView[] {
  const likely = likelyActions[status.state];
  const rank = (action: ActionKind) => (action === likely ? -1 : usualOrder.indexOf(action));
  return [...available]
    .sort((a, b) => rank(a.action) - rank(b.action))
    .map(({ action, question }) => ({
      action,
      label: writeActionLabel(action, question, locale),
      primary: action === urged,
      question: question && writeQuestion(question, locale),
    }));
}

function deriveFindingView({ finding, consequences }: ShownFinding, picture: Picture, style: TimeStyle): FindingView {
  const now = picture.snapshot.at;
  const { id, code, severity, certainty, evidence } = finding;
  return {
    id,
    code,
    severity,
    certainty,
    severityLabel: gradeTexts(style.locale).severities[severity],
    ...writeFinding(finding, now, style),
    repair: deriveRepairOfferView(finding, picture.offers, style.locale),
    evidence,
    consequences: consequences.map((each) => ({ id: each.id, title: writeFinding(each, now, style).title })),
  };
}

function deriveOpenPreview(preview: RepairPreview, { findings, snapshot }: Picture, style: TimeStyle): PreviewView {
  const all = findings.flatMap(({ finding, consequences }) => [finding, ...consequences]);
  const finding = all.find(({ id }) => id === preview.offer.findingId) ?? null;
  return derivePreviewView(preview, { finding, now: snapshot.at }, style);
}

/** A result that only asks is none: its question stands with the action itself. */
function deriveResultView(result: ActionResult, locale: Locale): ResultView | null {
  if (result.outcome === 'needs-confirmation') return null;
  return {
    action: result.action,
    tone: result.outcome === 'succeeded' ? 'good' : 'bad',
    ...writeResult(result, locale),
    steps: result.steps.map(({ step, outcome, detail }) => ({
      text: writeStep(step, locale),
      outcome: writeStepOutcome(outcome, locale),
      detail,
    })),
    finishedAt: result.finishedAt,
  };
}

/** What was not asked for because nothing depends on it is no gap that a person should see. */
function deriveUnknownViews(snapshot: Snapshot, locale: Locale): View['unknown'] {
  return probeNames.flatMap((probe) => {
    const reading = snapshot[probe];
    if (reading.status !== 'unknown' || reading.reason.code === 'not-asked') return [];
    return [{ probe, label: unknownTexts(locale).probes[probe], reason: writeUnknown(reading.reason, locale) }];
  });
}
