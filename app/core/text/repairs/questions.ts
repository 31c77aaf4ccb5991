import type { ActionQuestion } from '../../model/action.ts';
import type { RepairQuestion } from '../../model/repair.ts';
import type { Locale } from '../../model/view.ts';
import { writeQuestion } from '../actions.ts';
import { defineTexts } from '../define.ts';
import { shorten } from '../shorten.ts';

type OwnQuestion = Exclude<RepairQuestion, ActionQuestion>;
type RepairQuestionTexts = { readonly [Q in OwnQuestion as Q['code']]: (question: Q) => string };

const repairQuestionTexts = defineTexts<RepairQuestionTexts>({
  en: {
    'kill-hard': ({ pid, commandLine }) =>
      `Process ${pid} (“${shorten(commandLine)}”) was asked to end and did not. End it by force? What it has not saved yet is lost.`,
    'stop-stray': ({ pid, commandLine }) =>
      `Process ${pid} (“${shorten(commandLine)}”) is a gateway that somebody started beside the service. Stop it and let the service take its place?`,
    'keep-one': ({ keep, aside, path }) =>
      `Only one service can run the gateway. Keep ${keep} and put ${aside} (${path}) aside? Undo brings it back.`,
    'stop-loop': ({ label }) =>
      `Unload ${label}, so that the gateway is no longer started again and again? It stays off until you choose Start.`,
    'only-likely': () => 'This is the likely cause, not a proven one. Do it all the same?',
  },
  'zh-Hans': {
    'kill-hard': ({ pid, commandLine }) =>
      `已请求进程 ${pid}（“${shorten(commandLine)}”）结束，但它没有结束。要强制结束它吗？它尚未保存的内容会丢失，确定吗？`,
    'stop-stray': ({ pid, commandLine }) =>
      `进程 ${pid}（“${shorten(commandLine)}”）是在服务之外启动的网关。要停止它，由服务接替吗？`,
    'keep-one': ({ keep, aside, path }) =>
      `网关只能由一个服务运行。要保留 ${keep}，把 ${aside}（${path}）移开吗？之后可以撤销，确定吗？`,
    'stop-loop': ({ label }) => `要取消加载 ${label}，不再让网关反复启动吗？在您点“启动”之前它不会运行，确定吗？`,
    'only-likely': () => '这是可能的原因，尚未证实。仍要这样做吗？',
  },
  'zh-Hant': {
    'kill-hard': ({ pid, commandLine }) =>
      `已請求行程 ${pid}（「${shorten(commandLine)}」）結束，但它沒有結束。要強制結束它嗎？它尚未儲存的內容會遺失，確定嗎？`,
    'stop-stray': ({ pid, commandLine }) =>
      `行程 ${pid}（「${shorten(commandLine)}」）是在服務之外啟動的閘道。要停止它，由服務接替嗎？`,
    'keep-one': ({ keep, aside, path }) =>
      `閘道只能由一個服務執行。要保留 ${keep}，把 ${aside}（${path}）移開嗎？之後可以復原，確定嗎？`,
    'stop-loop': ({ label }) => `要取消載入 ${label}，不再讓閘道反覆啟動嗎？在您按「啟動」之前它不會執行，確定嗎？`,
    'only-likely': () => '這是可能的原因，尚未證實。仍要這樣做嗎？',
  },
});

/** What is asked before a plan is executed. */
export function writeRepairQuestion(question: RepairQuestion, locale: Locale): string {
  if (isOfAction(question)) return writeQuestion(question, locale);
  // The table has the entry of this very code; the compiler cannot follow that through a union.
  return (repairQuestionTexts(locale)[question.code] as (question: OwnQuestion) => string)(question);
}

function isOfAction(question: RepairQuestion): question is ActionQuestion {
  const { code } = question;
  return code === 'stop-unmanaged' || code === 'enable-disabled' || code === 'restart-again-soon';
}
