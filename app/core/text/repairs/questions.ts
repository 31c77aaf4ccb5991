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
      `Process ${pid} (“${shorten(commandLine)}”) was asked to end and did not. What it has not saved yet is lost when it is ended by force. End it by force?`,
    'stop-stray': ({ pid, commandLine }) =>
      `Process ${pid} (“${shorten(commandLine)}”) is a gateway that somebody started beside the service. Stop it and let the service take its place?`,
    'keep-one': ({ keep, aside, path }) =>
      `Only one service can run the gateway; Undo brings the other one back. Keep ${keep} and put ${aside} (${path}) aside?`,
    'stop-loop': ({ label }) =>
      `Then the gateway stays off until you choose Start. Unload ${label}, so that it is no longer started again and again?`,
    'only-likely': () => 'This is the likely cause, not a proven one. Do it all the same?',
    'just-woke': () =>
      'The computer woke up a moment ago, and much comes right by itself within three minutes. Do it now all the same?',
  },
  'zh-Hans': {
    'kill-hard': ({ pid, commandLine }) =>
      `已请求进程 ${pid}（“${shorten(commandLine)}”）结束，但它没有结束。强制结束时，它尚未保存的内容会丢失。要强制结束它吗？`,
    'stop-stray': ({ pid, commandLine }) =>
      `进程 ${pid}（“${shorten(commandLine)}”）是在服务之外启动的网关。要停止它，由服务接替吗？`,
    'keep-one': ({ keep, aside, path }) =>
      `网关只能由一个服务运行，移开之后可以撤销。要保留 ${keep}，把 ${aside}（${path}）移开吗？`,
    'stop-loop': ({ label }) => `这样在您点“启动”之前，网关不会运行。要取消加载 ${label}，不再让它反复启动吗？`,
    'only-likely': () => '这是可能的原因，尚未证实。仍要这样做吗？',
    'just-woke': () => '电脑刚刚唤醒，许多情况会在三分钟内自行恢复。现在仍要这样做吗？',
  },
  'zh-Hant': {
    'kill-hard': ({ pid, commandLine }) =>
      `已請求行程 ${pid}（「${shorten(commandLine)}」）結束，但它沒有結束。強制結束時，它尚未儲存的內容會遺失。要強制結束它嗎？`,
    'stop-stray': ({ pid, commandLine }) =>
      `行程 ${pid}（「${shorten(commandLine)}」）是在服務之外啟動的閘道。要停止它，由服務接替嗎？`,
    'keep-one': ({ keep, aside, path }) =>
      `閘道只能由一個服務執行，移開之後可以復原。要保留 ${keep}，把 ${aside}（${path}）移開嗎？`,
    'stop-loop': ({ label }) => `這樣在您按「啟動」之前，閘道不會執行。要取消載入 ${label}，不再讓它反覆啟動嗎？`,
    'only-likely': () => '這是可能的原因，尚未證實。仍要這樣做嗎？',
    'just-woke': () => '電腦剛剛喚醒，許多情況會在三分鐘內自行恢復。現在仍要這樣做嗎？',
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
