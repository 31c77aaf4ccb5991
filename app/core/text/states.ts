import type { GatewayState, GatewayStatus, StateReason } from '../model/state.ts';
import type { Locale } from '../model/view.ts';
import { defineTexts } from './define.ts';
import { formatSince } from './durations.ts';
import type { TimeStyle } from './durations.ts';
import { absentTexts } from './states/absent.ts';
import { changingTexts } from './states/changing.ts';
import { elsewhereTexts } from './states/elsewhere.ts';
import { servingTexts } from './states/serving.ts';
import type { StateTexts } from './states/state-text.ts';

type HeadlineTexts = {
  readonly headline: (args: { profile: string | null; words: string }) => string;
  readonly fullStop: string;
  /** Short words for the headline: whether it runs, and how. */
  readonly words: Readonly<Record<GatewayState, string>>;
};

export const headlineTexts = defineTexts<HeadlineTexts>({
  en: {
    headline: ({ profile, words }) => `Gateway${profile === null ? '' : ` “${profile}”`}: ${words}`,
    fullStop: '.',
    words: {
      healthy: 'running · healthy',
      degraded: 'running · needs attention',
      starting: 'starting',
      stopping: 'stopping',
      unresponsive: 'running · not answering',
      unmanaged: 'running · without a service',
      conflict: 'conflict · two gateways',
      'crash-looping': 'not running · keeps crashing',
      stopped: 'stopped',
      disabled: 'stopped · switched off',
      'not-installed': 'not installed',
      'port-taken': 'not running · port taken',
      remote: 'on another computer',
      unknown: 'cannot tell',
    },
  },
  'zh-Hans': {
    headline: ({ profile, words }) => `网关${profile === null ? '' : `“${profile}”`}：${words}`,
    fullStop: '。',
    words: {
      healthy: '运行中 · 正常',
      degraded: '运行中 · 需要处理',
      starting: '正在启动',
      stopping: '正在停止',
      unresponsive: '运行中 · 无响应',
      unmanaged: '运行中 · 没有服务负责',
      conflict: '冲突 · 两个网关',
      'crash-looping': '未运行 · 反复崩溃',
      stopped: '已停止',
      disabled: '已停止 · 服务已停用',
      'not-installed': '未安装',
      'port-taken': '未运行 · 端口被占用',
      remote: '在另一台电脑上',
      unknown: '无法判断',
    },
  },
  'zh-Hant': {
    headline: ({ profile, words }) => `閘道${profile === null ? '' : `「${profile}」`}：${words}`,
    fullStop: '。',
    words: {
      healthy: '執行中 · 正常',
      degraded: '執行中 · 需要處理',
      starting: '正在啟動',
      stopping: '正在停止',
      unresponsive: '執行中 · 沒有回應',
      unmanaged: '執行中 · 沒有服務負責',
      conflict: '衝突 · 兩個閘道',
      'crash-looping': '未執行 · 反覆當機',
      stopped: '已停止',
      disabled: '已停止 · 服務已停用',
      'not-installed': '未安裝',
      'port-taken': '未執行 · 連接埠被佔用',
      remote: '在另一台電腦上',
      unknown: '無法判斷',
    },
  },
});

/** The sentence of every reason, without full stop; a reason without one does not compile. */
export function stateTexts(locale: Locale): StateTexts<StateReason> {
  return {
    ...servingTexts(locale),
    ...changingTexts(locale),
    ...absentTexts(locale),
    ...elsewhereTexts(locale),
  };
}

/** One plain sentence: why, and since when. `now` (epoch ms) decides whether the date is written too. */
export function writeStateSentence(status: GatewayStatus, now: number, style: TimeStyle): string {
  const sentence = stateTexts(style.locale)[status.reason](status.args);
  return `${sentence}${formatSince(status.since, now, style)}${headlineTexts(style.locale).fullStop}`;
}

/** "Gateway: running · healthy", with the profile when it is not the default one. */
export function writeHeadline(state: GatewayState, profile: string | null, locale: Locale): string {
  const texts = headlineTexts(locale);
  return texts.headline({ profile, words: texts.words[state] });
}
