import type { ActionKind, ActionQuestion, ActionResult, ActivityKind, StepResult } from '../model/action.ts';
import type { Locale } from '../model/view.ts';
import { writeRefusal } from './actions/refusals.ts';
import { writeStepFailure } from './actions/steps.ts';
import { defineTexts } from './define.ts';
import { countEnglish } from './plural.ts';
import { shorten } from './shorten.ts';

type QuestionTexts = {
  readonly [Question in ActionQuestion as Question['code']]: (question: Question) => string;
};

type ActionTexts = {
  readonly labels: Readonly<Record<ActionKind, string>>;
  /** While it runs. */
  readonly activities: Readonly<Record<ActivityKind, string>>;
  readonly questions: QuestionTexts;
  readonly succeeded: Readonly<Record<ActionKind, string>>;
  readonly failed: Readonly<Record<ActionKind, string>>;
  /** Every step was done, yet reading again does not show what was meant. */
  readonly notAsMeant: { readonly cause: string; readonly next: string };
  /** The time is up, and its process lives: no failure yet. */
  readonly stillStarting: { readonly text: string; readonly next: string };
  readonly join: (sentences: { first: string; second: string }) => string;
};

export const actionTexts = defineTexts<ActionTexts>({
  en: {
    labels: { start: 'Start', stop: 'Stop', restart: 'Restart' },
    activities: {
      start: 'Starting…',
      stop: 'Stopping…',
      restart: 'Restarting…',
      repair: 'Repairing…',
      undo: 'Taking a repair back…',
    },
    questions: {
      'stop-unmanaged': ({ pid, commandLine }) =>
        `No service keeps this gateway, so nothing will start it again. Stop process ${pid} (“${shorten(commandLine)}”)?`,
      'enable-disabled': ({ label }) =>
        `The service ${label} was switched off. Switch it on again and start the gateway?`,
      'restart-again-soon': ({ minutesAgo }) =>
        `The gateway was restarted ${countEnglish(minutesAgo, 'minute', 'minutes')} ago. After several quick restarts it may leave its channels off. Restart it again?`,
      'restart-rejected-config': ({ path, line, setting, version }) =>
        `OpenClaw ${version} does not accept ${path}${line === null ? '' : `, line ${line}`}${setting === '' ? '' : ` (${shorten(setting)})`}. The gateway still runs on the configuration it read before, and would not come back. Restart it all the same?`,
    },
    succeeded: {
      start: 'The gateway is running and answers.',
      stop: 'The gateway is stopped.',
      restart: 'The gateway was restarted and answers.',
    },
    failed: {
      start: 'The gateway could not be started.',
      stop: 'The gateway could not be stopped.',
      restart: 'The gateway could not be restarted.',
    },
    notAsMeant: {
      cause: 'Reading again did not show the expected result.',
      next: 'Look at the state shown now, then try again.',
    },
    stillStarting: {
      text: 'The gateway is still starting.',
      next: 'A start can take minutes. The state shown here follows it; the log tells what it is doing.',
    },
    join: ({ first, second }) => `${first} ${second}`,
  },
  'zh-Hans': {
    labels: { start: '启动', stop: '停止', restart: '重启' },
    activities: {
      start: '正在启动…',
      stop: '正在停止…',
      restart: '正在重启…',
      repair: '正在修复…',
      undo: '正在撤销修复…',
    },
    questions: {
      'stop-unmanaged': ({ pid, commandLine }) =>
        `没有服务负责这个网关，停止后不会自动启动。要停止进程 ${pid}（“${shorten(commandLine)}”）吗？`,
      'enable-disabled': ({ label }) => `服务 ${label} 已被停用。要重新启用它并启动网关吗？`,
      'restart-again-soon': ({ minutesAgo }) =>
        `网关 ${minutesAgo} 分钟前刚重启过。短时间内多次重启，它可能会停用各频道。仍要再次重启吗？`,
      'restart-rejected-config': ({ path, line, setting, version }) =>
        `OpenClaw ${version} 不接受 ${path}${line === null ? '' : ` 第 ${line} 行`}${setting === '' ? '' : `（${shorten(setting)}）`}。网关仍在使用之前读取的配置，重启后将无法恢复运行。仍要重启吗？`,
    },
    succeeded: { start: '网关已启动，响应正常。', stop: '网关已停止。', restart: '网关已重启，响应正常。' },
    failed: { start: '未能启动网关。', stop: '未能停止网关。', restart: '未能重启网关。' },
    notAsMeant: { cause: '重新检查时没有看到预期的结果。', next: '请先看现在的状态，再试一次。' },
    stillStarting: {
      text: '网关仍在启动。',
      next: '启动可能需要几分钟。这里的状态会随之更新，日志中可以看到它正在做什么。',
    },
    join: ({ first, second }) => `${first}${second}`,
  },
  'zh-Hant': {
    labels: { start: '啟動', stop: '停止', restart: '重新啟動' },
    activities: {
      start: '正在啟動…',
      stop: '正在停止…',
      restart: '正在重新啟動…',
      repair: '正在修復…',
      undo: '正在復原修復…',
    },
    questions: {
      'stop-unmanaged': ({ pid, commandLine }) =>
        `沒有服務負責這個閘道，停止後不會自動啟動。要停止行程 ${pid}（「${shorten(commandLine)}」）嗎？`,
      'enable-disabled': ({ label }) => `服務 ${label} 已被停用。要重新啟用它並啟動閘道嗎？`,
      'restart-again-soon': ({ minutesAgo }) =>
        `閘道 ${minutesAgo} 分鐘前才重新啟動過。短時間內多次重新啟動，它可能會停用各頻道。仍要再次重新啟動嗎？`,
      'restart-rejected-config': ({ path, line, setting, version }) =>
        `OpenClaw ${version} 不接受 ${path}${line === null ? '' : ` 第 ${line} 行`}${setting === '' ? '' : `（${shorten(setting)}）`}。閘道仍在使用先前讀取的設定，重新啟動後將無法恢復執行。仍要重新啟動嗎？`,
    },
    succeeded: { start: '閘道已啟動，回應正常。', stop: '閘道已停止。', restart: '閘道已重新啟動，回應正常。' },
    failed: { start: '未能啟動閘道。', stop: '未能停止閘道。', restart: '未能重新啟動閘道。' },
    notAsMeant: { cause: '重新檢查時沒有看到預期的結果。', next: '請先看現在的狀態，再試一次。' },
    stillStarting: {
      text: '閘道仍在啟動。',
      next: '啟動可能需要幾分鐘。這裡的狀態會隨之更新，記錄檔中可以看到它正在做什麼。',
    },
    join: ({ first, second }) => `${first}${second}`,
  },
});

/** "Restart", or "Restart…" when a question follows. */
export function writeActionLabel(action: ActionKind, question: ActionQuestion | null, locale: Locale): string {
  const label = actionTexts(locale).labels[action];
  return question === null ? label : `${label}…`;
}

export function writeQuestion(question: ActionQuestion, locale: Locale): string {
  // The table has the entry of this very code; the compiler cannot follow that through a union.
  const write = actionTexts(locale).questions[question.code] as (question: ActionQuestion) => string;
  return write(question);
}

/** How an action ended: one or two sentences, and the next step when it did not succeed. */
export function writeResult(result: ActionResult, locale: Locale): { text: string; next: string | null } {
  const texts = actionTexts(locale);
  if (result.outcome === 'succeeded') return { text: texts.succeeded[result.action], next: null };
  if (result.refusal !== null) {
    const { sentence, next } = writeRefusal(result.refusal, locale);
    return { text: sentence, next };
  }
  if (result.question !== null) return { text: writeQuestion(result.question, locale), next: null };
  const broken = result.steps.find(({ outcome }) => outcome === 'failed' || outcome === 'timed-out');
  if (broken !== undefined && isStillStarting(broken)) return texts.stillStarting;
  const { cause, next } = broken === undefined ? texts.notAsMeant : writeStepFailure(broken.step, locale);
  return { text: texts.join({ first: texts.failed[result.action], second: cause }), next };
}

/** Waiting for the gateway gives up by itself when its process ends again and again; running out of time is another thing. */
function isStillStarting({ step, outcome }: StepResult): boolean {
  return outcome === 'timed-out' && step.kind === 'wait-until' && step.condition.kind === 'gateway-serves';
}
