import type { Step, StepResult, WaitCondition } from '../../model/action.ts';
import type { Locale } from '../../model/view.ts';
import { defineTexts } from '../define.ts';
import { formatLimit } from '../durations.ts';

type WaitStep = Extract<Step, { kind: 'wait-until' }>;
type WorkStep = Exclude<Step, WaitStep>;
type PerKind<Item extends { kind: string }> = { readonly [I in Item as I['kind']]: (item: I) => string };

/** What a step does, what is said when it did not succeed, and what to do then. */
type StepTexts = {
  readonly does: PerKind<WorkStep>;
  readonly waits: PerKind<WaitCondition>;
  readonly atMost: (args: { wait: string; duration: string }) => string;
  readonly failed: PerKind<WorkStep>;
  readonly waitedInVain: PerKind<WaitCondition>;
  readonly next: Readonly<Record<WorkStep['kind'] | WaitCondition['kind'], string>>;
  readonly outcomes: Readonly<Record<StepResult['outcome'], string>>;
};

const stepTexts = defineTexts<StepTexts>({
  en: {
    does: {
      'enable-service': ({ serviceTarget }) => `Switch on the service ${nameOf(serviceTarget)}`,
      'load-service': ({ serviceTarget, definitionPath }) =>
        `Load the service ${nameOf(serviceTarget)} from ${definitionPath}`,
      'start-loaded-service': ({ serviceTarget }) => `Start the service ${nameOf(serviceTarget)}`,
      'restart-loaded-service': ({ serviceTarget }) => `Restart the service ${nameOf(serviceTarget)}`,
      'unload-service': ({ serviceTarget }) => `Unload the service ${nameOf(serviceTarget)}`,
      'terminate-process': ({ process }) => `Ask process ${process.pid} to end`,
    },
    waits: {
      'service-gone': ({ serviceTarget }) => `Wait until the service ${nameOf(serviceTarget)} has ended`,
      'port-free': ({ port }) => `Wait until port ${port} is free`,
      'gateway-serves': ({ port }) => `Wait until the gateway answers on port ${port}`,
    },
    atMost: ({ wait, duration }) => `${wait}, at most ${duration}`,
    failed: {
      'enable-service': () => 'The service could not be switched on.',
      'load-service': () => 'The service could not be loaded.',
      'start-loaded-service': () => 'The system did not start the service.',
      'restart-loaded-service': () => 'The system did not restart the service.',
      'unload-service': () => 'The service could not be unloaded.',
      'terminate-process': ({ process }) => `Process ${process.pid} did not end.`,
    },
    waitedInVain: {
      'service-gone': () => 'The service did not end.',
      'port-free': ({ port }) => `Port ${port} did not become free.`,
      'gateway-serves': ({ port }) => `The gateway did not come up on port ${port}.`,
    },
    next: {
      'enable-service': 'The steps show what the system answered.',
      'load-service':
        'The steps show what the system answered. If it happens again, run “openclaw gateway install --force” in a terminal.',
      'start-loaded-service':
        'The steps show what the system answered. If it happens again, run “openclaw gateway install --force” in a terminal.',
      'restart-loaded-service': 'The steps show what the system answered. Try again in a moment.',
      'unload-service': 'The steps show what the system answered. Try again in a moment.',
      'terminate-process': 'It may still be finishing its work. Wait a moment, then try again.',
      'service-gone': 'It may still be finishing its work. Wait a moment, then try again.',
      'port-free': 'The gateway may still be finishing its work. Wait a moment, then check again.',
      'gateway-serves': 'The end of the log tells why. A slow start can take minutes, so check again before you retry.',
    },
    outcomes: {
      done: 'done',
      already: 'was so already',
      failed: 'failed',
      'timed-out': 'took too long',
      'not-reached': 'not reached',
    },
  },
  'zh-Hans': {
    does: {
      'enable-service': ({ serviceTarget }) => `启用服务 ${nameOf(serviceTarget)}`,
      'load-service': ({ serviceTarget, definitionPath }) => `从 ${definitionPath} 加载服务 ${nameOf(serviceTarget)}`,
      'start-loaded-service': ({ serviceTarget }) => `启动服务 ${nameOf(serviceTarget)}`,
      'restart-loaded-service': ({ serviceTarget }) => `重启服务 ${nameOf(serviceTarget)}`,
      'unload-service': ({ serviceTarget }) => `取消加载服务 ${nameOf(serviceTarget)}`,
      'terminate-process': ({ process }) => `请求进程 ${process.pid} 结束`,
    },
    waits: {
      'service-gone': ({ serviceTarget }) => `等待服务 ${nameOf(serviceTarget)} 结束`,
      'port-free': ({ port }) => `等待端口 ${port} 空闲`,
      'gateway-serves': ({ port }) => `等待网关在端口 ${port} 上响应`,
    },
    atMost: ({ wait, duration }) => `${wait}，最多 ${duration}`,
    failed: {
      'enable-service': () => '未能启用服务。',
      'load-service': () => '未能加载服务。',
      'start-loaded-service': () => '系统没有启动服务。',
      'restart-loaded-service': () => '系统没有重启服务。',
      'unload-service': () => '未能取消加载服务。',
      'terminate-process': ({ process }) => `进程 ${process.pid} 没有结束。`,
    },
    waitedInVain: {
      'service-gone': () => '服务没有结束。',
      'port-free': ({ port }) => `端口 ${port} 没有空出来。`,
      'gateway-serves': ({ port }) => `网关没有在端口 ${port} 上正常运行起来。`,
    },
    next: {
      'enable-service': '步骤中有系统的答复。',
      'load-service': '步骤中有系统的答复。如果再次发生，请在终端运行“openclaw gateway install --force”。',
      'start-loaded-service': '步骤中有系统的答复。如果再次发生，请在终端运行“openclaw gateway install --force”。',
      'restart-loaded-service': '步骤中有系统的答复。请稍后再试。',
      'unload-service': '步骤中有系统的答复。请稍后再试。',
      'terminate-process': '它可能还在完成手头的工作。请稍等片刻再试。',
      'service-gone': '它可能还在完成手头的工作。请稍等片刻再试。',
      'port-free': '网关可能还在完成手头的工作。请稍等片刻，再重新检查。',
      'gateway-serves': '原因见日志末尾。启动有时需要几分钟，重试之前请先重新检查。',
    },
    outcomes: {
      done: '完成',
      already: '原本如此',
      failed: '失败',
      'timed-out': '超时',
      'not-reached': '未执行',
    },
  },
  'zh-Hant': {
    does: {
      'enable-service': ({ serviceTarget }) => `啟用服務 ${nameOf(serviceTarget)}`,
      'load-service': ({ serviceTarget, definitionPath }) => `從 ${definitionPath} 載入服務 ${nameOf(serviceTarget)}`,
      'start-loaded-service': ({ serviceTarget }) => `啟動服務 ${nameOf(serviceTarget)}`,
      'restart-loaded-service': ({ serviceTarget }) => `重新啟動服務 ${nameOf(serviceTarget)}`,
      'unload-service': ({ serviceTarget }) => `取消載入服務 ${nameOf(serviceTarget)}`,
      'terminate-process': ({ process }) => `請求行程 ${process.pid} 結束`,
    },
    waits: {
      'service-gone': ({ serviceTarget }) => `等待服務 ${nameOf(serviceTarget)} 結束`,
      'port-free': ({ port }) => `等待連接埠 ${port} 空出`,
      'gateway-serves': ({ port }) => `等待閘道在連接埠 ${port} 上回應`,
    },
    atMost: ({ wait, duration }) => `${wait}，最多 ${duration}`,
    failed: {
      'enable-service': () => '未能啟用服務。',
      'load-service': () => '未能載入服務。',
      'start-loaded-service': () => '系統沒有啟動服務。',
      'restart-loaded-service': () => '系統沒有重新啟動服務。',
      'unload-service': () => '未能取消載入服務。',
      'terminate-process': ({ process }) => `行程 ${process.pid} 沒有結束。`,
    },
    waitedInVain: {
      'service-gone': () => '服務沒有結束。',
      'port-free': ({ port }) => `連接埠 ${port} 沒有空出來。`,
      'gateway-serves': ({ port }) => `閘道沒有在連接埠 ${port} 上正常執行起來。`,
    },
    next: {
      'enable-service': '步驟中有系統的回覆。',
      'load-service': '步驟中有系統的回覆。如果再次發生，請在終端機執行「openclaw gateway install --force」。',
      'start-loaded-service': '步驟中有系統的回覆。如果再次發生，請在終端機執行「openclaw gateway install --force」。',
      'restart-loaded-service': '步驟中有系統的回覆。請稍後再試。',
      'unload-service': '步驟中有系統的回覆。請稍後再試。',
      'terminate-process': '它可能還在完成手邊的工作。請稍候片刻再試。',
      'service-gone': '它可能還在完成手邊的工作。請稍候片刻再試。',
      'port-free': '閘道可能還在完成手邊的工作。請稍候片刻，再重新檢查。',
      'gateway-serves': '原因請見記錄檔結尾。啟動有時需要幾分鐘，重試之前請先重新檢查。',
    },
    outcomes: {
      done: '完成',
      already: '原本如此',
      failed: '失敗',
      'timed-out': '逾時',
      'not-reached': '未執行',
    },
  },
});

/** "Restart the service ai.openclaw.gateway". */
export function writeStep(step: Step, locale: Locale): string {
  const texts = stepTexts(locale);
  if (step.kind !== 'wait-until') return writeKind(texts.does, step);
  const wait = writeKind(texts.waits, step.condition);
  return texts.atMost({ wait, duration: formatLimit(step.timeoutMs, locale) });
}

/** The cause in one sentence, and what to do next, for a step that did not succeed. */
export function writeStepFailure(step: Step, locale: Locale): { cause: string; next: string } {
  const texts = stepTexts(locale);
  if (step.kind !== 'wait-until') return { cause: writeKind(texts.failed, step), next: texts.next[step.kind] };
  return { cause: writeKind(texts.waitedInVain, step.condition), next: texts.next[step.condition.kind] };
}

export function writeStepOutcome(outcome: StepResult['outcome'], locale: Locale): string {
  return stepTexts(locale).outcomes[outcome];
}

/** A table made per kind has the entry of this very kind; the compiler cannot follow that through a union. */
function writeKind<Item extends { kind: string }>(texts: PerKind<Item>, item: Item): string {
  const write = texts[item.kind as keyof PerKind<Item>] as (item: Item) => string;
  return write(item);
}

/** `gui/501/ai.openclaw.gateway` is written for launchctl, `ai.openclaw.gateway` for people. */
function nameOf(serviceTarget: string): string {
  return serviceTarget.slice(serviceTarget.lastIndexOf('/') + 1);
}
