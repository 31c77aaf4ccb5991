import type { HistoryView } from '../../app/core/model/history-view.ts';
import type { ActionView, FindingView, PreviewView, RunView, View } from '../../app/core/model/view.ts';
import { labelTexts } from '../../app/core/text/labels.ts';

/** The moment of every made view, epoch ms. */
export const viewReadAt = Date.UTC(2026, 8, 20, 10, 0, 0);

/** A healthy Mac in English, with precise words that a test can look for. */
export function makeView(change: Partial<View> = {}): View {
  return {
    sequence: 1,
    locale: 'en',
    localeChoice: null,
    readAt: viewReadAt,
    state: 'healthy',
    icon: 'plain',
    headline: 'Gateway: running · healthy',
    sentence: 'It answers on port 18789 and is kept running by launchd, since 08:00.',
    since: viewReadAt - 7_200_000,
    configLine: { text: 'openclaw.json can be read and has no syntax errors.', tone: 'good' },
    facts: [
      { key: 'port', label: 'Port', value: '18789', tone: 'plain' },
      { key: 'pid', label: 'Process', value: '4711', tone: 'plain' },
      { key: 'version', label: 'Version', value: '2026.9.6', tone: 'plain' },
      { key: 'label', label: 'Service', value: 'ai.openclaw.gateway', tone: 'good' },
      {
        key: 'definition',
        label: 'Definition',
        value: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
        tone: 'plain',
      },
    ],
    findings: [],
    actions: [restart, stop],
    activity: null,
    lastResult: null,
    unknown: [],
    dashboard: true,
    logPath: '/Users/alice/.openclaw/logs/gateway.log',
    preview: null,
    runs: [],
    history: emptyHistory,
    devices: null,
    models: null,
    news: [],
    settings: null,
    labels: labelTexts('en'),
    ...change,
  };
}

export const emptyHistory: HistoryView = {
  asked: 0,
  title: 'History',
  empty: 'Nothing is kept yet.',
  fault: null,
  versions: [],
  older: null,
  compared: null,
  words: {
    versions: 'Versions',
    differences: 'Differences',
    compare: 'Compare with Now',
    former: 'Then',
    now: 'Now',
  },
};

export const restart: ActionView = { action: 'restart', label: 'Restart', primary: true, question: null };
export const stop: ActionView = {
  action: 'stop',
  label: 'Stop…',
  primary: false,
  question: 'Process 5822 was not started by the service. Stop it all the same?',
};

export const strayFinding: FindingView = {
  id: 'port-stray:5822',
  code: 'port-stray',
  severity: 'blocking',
  certainty: 'certain',
  severityLabel: 'Blocking',
  title: 'Another gateway holds port 18789',
  explanation: 'Process 5822, started at 09:12, answers on the port. The service cannot start as long as it runs.',
  advice: 'Stop process 5822, then start the service.',
  repair: { kind: 'plan', label: 'Repair…' },
  evidence: [
    { command: 'lsof -nP -iTCP:18789 -sTCP:LISTEN', line: 'node 5822 alice 17u IPv4 TCP 127.0.0.1:18789 (LISTEN)' },
    { command: 'launchctl print gui/501/ai.openclaw.gateway', line: 'state = spawn scheduled' },
  ],
  consequences: [{ id: 'keepalive-loop:ai.openclaw.gateway', title: 'The service starts and exits again and again' }],
};

export const aliasFinding: FindingView = {
  id: 'legacy-label:com.clawdbot.gateway',
  code: 'legacy-label',
  severity: 'degraded',
  certainty: 'likely',
  severityLabel: 'Degraded',
  title: 'An old LaunchAgent may start a second gateway',
  explanation: 'com.clawdbot.gateway.plist is from before OpenClaw had its name.',
  advice: 'Unload it when you no longer use it.',
  repair: { kind: 'suggestion', label: 'Possible Repair…' },
  evidence: [{ command: 'ls ~/Library/LaunchAgents', line: 'com.clawdbot.gateway.plist' }],
  consequences: [],
};

export const noticeFinding: FindingView = {
  id: 'no-cli:openclaw',
  code: 'no-cli',
  severity: 'notice',
  certainty: 'certain',
  severityLabel: 'Notice',
  title: 'The openclaw command is not in the usual places',
  explanation: 'The gateway runs, but nobody can use its command line.',
  advice: 'Install OpenClaw again.',
  repair: null,
  evidence: [{ command: 'ls /opt/homebrew/bin', line: 'no openclaw' }],
  consequences: [],
};

export const strayPreview: PreviewView = {
  findingId: strayFinding.id,
  kind: 'plan',
  planId: 'a1b2c3',
  title: strayFinding.title,
  whatIsWrong: strayFinding.explanation,
  caution: null,
  steps: [
    { text: 'Ask process 5822 to end', exact: 'kill -TERM 5822' },
    { text: 'Wait until port 18789 is free', exact: null },
    {
      text: 'Start the service ai.openclaw.gateway',
      exact: 'launchctl kickstart gui/501/ai.openclaw.gateway',
    },
  ],
  interrupts: 'Meanwhile the gateway does not answer for a moment.',
  undo: 'It cannot be undone: the process has ended.',
  questions: ['Process 5822 was not started by the service. Stop it all the same?'],
  reason: null,
  commands: [],
  executeLabel: 'Repair',
};

export const cliInstructions: PreviewView = {
  ...strayPreview,
  findingId: noticeFinding.id,
  kind: 'instructions',
  planId: null,
  title: noticeFinding.title,
  whatIsWrong: noticeFinding.explanation,
  steps: [],
  interrupts: null,
  undo: null,
  questions: [],
  reason: 'Clawtender installs nothing: you have to do that.',
  commands: ['npm install --global openclaw', 'openclaw gateway install'],
};

/** Two steps of three: done, and being done. */
export const runningRun: RunView = {
  id: 'run-2',
  title: 'Ask process 5822 to end',
  state: 'running',
  tone: 'plain',
  text: 'Step 2 of 3: Wait until port 18789 is free',
  next: null,
  startedAt: viewReadAt,
  when: '10:00',
  open: true,
  steps: [
    { text: 'Ask process 5822 to end', progress: 'done', outcome: 'done', detail: null },
    { text: 'Wait until port 18789 is free', progress: 'running', outcome: 'in progress', detail: null },
    { text: 'Start the service ai.openclaw.gateway', progress: 'waiting', outcome: 'waiting', detail: null },
  ],
  undo: null,
};

export const fixedRun: RunView = {
  ...runningRun,
  id: 'run-1',
  title: 'Load the service ai.openclaw.gateway',
  state: 'fixed',
  tone: 'good',
  text: 'It is repaired.',
  steps: [{ text: 'Load the service ai.openclaw.gateway', progress: 'done', outcome: 'done', detail: null }],
  undo: { label: 'Undo…', steps: ['Unload the service ai.openclaw.gateway'] },
};

export const failedRun: RunView = {
  ...fixedRun,
  id: 'run-0',
  title: 'Ask process 5822 to end',
  state: 'not-fixed',
  tone: 'bad',
  text: 'That did not help.',
  next: 'Look at the next plan.',
  when: '09:40',
  open: false,
  steps: [
    { text: 'Ask process 5822 to end', progress: 'failed', outcome: 'took too long', detail: 'pid 5822 is alive' },
    { text: 'Start the service', progress: 'not-reached', outcome: 'not reached', detail: null },
  ],
  undo: null,
};
