/** Where facts about providers are from, and the day for which each speaks: of writing, of release, or of a trial. */
export const sources = {
  'ark-coding-plan': {
    name: 'Volcengine Ark, Coding Plan with OpenClaw (later than OpenClaw 2026.2.26)',
    url: 'https://www.volcengine.com/docs/82379/1925114',
    asOf: null,
  },
  'qwen-guide': {
    name: 'OpenClaw documentation, Qwen (later than OpenClaw 2026.3.28)',
    url: 'https://docs.openclaw.ai/providers/qwen',
    asOf: null,
  },
  'dingtalk-guide': {
    name: 'Setting up the DingTalk connector 0.6 with OpenClaw 2026.3.13 on Linux',
    url: null,
    asOf: '2026-03-16',
  },
  'dingtalk-manifest': {
    name: 'DingTalk connector 0.8.14, its manifest',
    url: 'https://www.npmjs.com/package/@dingtalk-real-ai/dingtalk-connector',
    asOf: null,
  },
  'local-thread': { name: 'A support thread on a local provider, OpenClaw 2026.3.8', url: null, asOf: '2026-03-12' },
  'modelscope-guide': {
    name: 'Using the free quota of ModelScope with OpenClaw',
    url: null,
    asOf: '2026-02-28',
  },
  'modelscope-errors': {
    name: 'Public programs that tell the errors of ModelScope apart; they wait for midnight in China',
    url: null,
    asOf: null,
  },
  'modelscope-limit-report': {
    name: 'A report on the limit of ModelScope',
    url: 'https://github.com/musistudio/claude-code-router/issues/462',
    asOf: '2025-08-06',
  },
  'ark-quota-report': {
    name: 'A report on the quota of Volcengine Ark’s plans',
    url: 'https://github.com/router-for-me/CLIProxyAPI/pull/5978',
    asOf: '2026-09-19',
  },
  'openclaw-2026.3.13': {
    name: 'OpenClaw 2026.3.13, the published package',
    url: 'https://www.npmjs.com/package/openclaw',
    asOf: '2026-03-13',
  },
  'openclaw-2026.9.6': {
    name: 'OpenClaw 2026.9.6, the published package and its documentation',
    url: 'https://www.npmjs.com/package/openclaw',
    asOf: '2026-09-06',
  },
} as const satisfies Readonly<Record<string, Source>>;
export type SourceId = keyof typeof sources;

export interface Source {
  readonly name: string;
  readonly url: string | null;
  /** `null`: the source does not tell. */
  readonly asOf: string | null;
}
