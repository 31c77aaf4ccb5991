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
    'approve-request': ({ requestId, client, role, scopes, remoteIp }) =>
      `Whoever is approved can do on this computer what was asked for. The request ${requestId} of ${client ?? 'a client'}${remoteIp === null ? '' : ` at ${remoteIp}`} wants the role “${role ?? '–'}” with “${shorten(scopes)}”. Is it your own, and shall it be approved?`,
    'remove-device': ({ device }) =>
      `The device ${shorten(device)} has to be paired again afterwards; on this computer that happens by itself. Remove this one device?`,
    'allow-origin': ({ origin }) =>
      `Pages from ${shorten(origin)} may then use the gateway with whatever your browser knows of it. Is this your own address, and shall it be allowed?`,
    'close-network': () =>
      'Afterwards no other computer reaches the gateway directly. Let it listen on this computer only?',
    'allow-model': ({ model, list }) => `${list} names the models that may be used. Add ${model}?`,
    'widen-tools': ({ path, lets, profile }) =>
      `So far agents may use only ${lets}. Without this list they may use all tools${profile === null ? '' : ` of the profile ${profile}`}, on your files, too. Remove ${path}?`,
    'open-endpoint': ({ channel }) =>
      `Then every program that has the gateway’s token can use your agents over HTTP, as ${channel} wants to. Switch the endpoint on?`,
    'only-likely': () => 'This is the likely cause, not a proven one. Do it all the same?',
    'just-woke': () =>
      'The computer woke up a moment ago, and much comes right by itself within three minutes. Do it now all the same?',
    overtaken: ({ settings }) =>
      `Changed once more since: ${listSettings(settings, ', ')}. That newer change would be lost. Do it all the same?`,
  },
  'zh-Hans': {
    'kill-hard': ({ pid, commandLine }) =>
      `已请求进程 ${pid}（“${shorten(commandLine)}”）结束，但它没有结束。强制结束时，它尚未保存的内容会丢失。要强制结束它吗？`,
    'stop-stray': ({ pid, commandLine }) =>
      `进程 ${pid}（“${shorten(commandLine)}”）是在服务之外启动的网关。要停止它，由服务接替吗？`,
    'keep-one': ({ keep, aside, path }) =>
      `网关只能由一个服务运行，移开之后可以撤销。要保留 ${keep}，把 ${aside}（${path}）移开吗？`,
    'stop-loop': ({ label }) => `这样在您点“启动”之前，网关不会运行。要取消加载 ${label}，不再让它反复启动吗？`,
    'approve-request': ({ requestId, client, role, scopes, remoteIp }) =>
      `获得批准者可以在这台电脑上做它所要求的事。${client ?? '某个客户端'}${remoteIp === null ? '' : `（${remoteIp}）`}的请求 ${requestId} 要求角色“${role ?? '–'}”和“${shorten(scopes)}”。这是您自己的请求，要批准吗？`,
    'remove-device': ({ device }) =>
      `之后设备 ${shorten(device)} 需要重新配对；在这台电脑上会自动完成。要移除这一台设备吗？`,
    'allow-origin': ({ origin }) =>
      `之后来自 ${shorten(origin)} 的页面可以凭浏览器中的信息使用网关。这是您自己的地址，要允许吗？`,
    'close-network': () => '之后其他电脑不能再直接访问网关。要让它只在这台电脑上监听吗？',
    'allow-model': ({ model, list }) => `${list} 列出可以使用的模型。要加入 ${model} 吗？`,
    'widen-tools': ({ path, lets, profile }) =>
      `智能体目前只能使用 ${lets}。没有这个列表，它们就能使用${profile === null ? '' : `方案 ${profile} 的`}所有工具，包括操作您的文件。要移除 ${path} 吗？`,
    'open-endpoint': ({ channel }) =>
      `这样，持有网关令牌的任何程序都能像 ${channel} 那样通过 HTTP 使用您的智能体。要开启接口吗？`,
    'only-likely': () => '这是可能的原因，尚未证实。仍要这样做吗？',
    'just-woke': () => '电脑刚刚唤醒，许多情况会在三分钟内自行恢复。现在仍要这样做吗？',
    overtaken: ({ settings }) => `之后又被更改过：${listSettings(settings, '、')}。较新的更改会丢失。仍要这样做吗？`,
  },
  'zh-Hant': {
    'kill-hard': ({ pid, commandLine }) =>
      `已請求行程 ${pid}（「${shorten(commandLine)}」）結束，但它沒有結束。強制結束時，它尚未儲存的內容會遺失。要強制結束它嗎？`,
    'stop-stray': ({ pid, commandLine }) =>
      `行程 ${pid}（「${shorten(commandLine)}」）是在服務之外啟動的閘道。要停止它，由服務接替嗎？`,
    'keep-one': ({ keep, aside, path }) =>
      `閘道只能由一個服務執行，移開之後可以復原。要保留 ${keep}，把 ${aside}（${path}）移開嗎？`,
    'stop-loop': ({ label }) => `這樣在您按「啟動」之前，閘道不會執行。要取消載入 ${label}，不再讓它反覆啟動嗎？`,
    'approve-request': ({ requestId, client, role, scopes, remoteIp }) =>
      `獲得核准者可以在這部電腦上做它所要求的事。${client ?? '某個連線程式'}${remoteIp === null ? '' : `（${remoteIp}）`}的請求 ${requestId} 要求角色「${role ?? '–'}」和「${shorten(scopes)}」。這是您自己的請求，要核准嗎？`,
    'remove-device': ({ device }) =>
      `之後裝置 ${shorten(device)} 需要重新配對；在這部電腦上會自動完成。要移除這一部裝置嗎？`,
    'allow-origin': ({ origin }) =>
      `之後來自 ${shorten(origin)} 的頁面可以憑瀏覽器中的資料使用閘道。這是您自己的位址，要允許嗎？`,
    'close-network': () => '之後其他電腦不能再直接連到閘道。要讓它只在這部電腦上監聽嗎？',
    'allow-model': ({ model, list }) => `${list} 列出可以使用的模型。要加入 ${model} 嗎？`,
    'widen-tools': ({ path, lets, profile }) =>
      `代理程式目前只能使用 ${lets}。沒有這份清單，它們就能使用${profile === null ? '' : `方案 ${profile} 的`}所有工具，包括操作您的檔案。要移除 ${path} 嗎？`,
    'open-endpoint': ({ channel }) =>
      `這樣，持有閘道權杖的任何程式都能像 ${channel} 那樣透過 HTTP 使用您的代理程式。要開啟介面嗎？`,
    'only-likely': () => '這是可能的原因，尚未證實。仍要這樣做嗎？',
    'just-woke': () => '電腦剛剛喚醒，許多情況會在三分鐘內自行恢復。現在仍要這樣做嗎？',
    overtaken: ({ settings }) => `之後又被變更過：${listSettings(settings, '、')}。較新的變更會遺失。仍要這樣做嗎？`,
  },
});

/** The first of them; the preview has them all. */
function listSettings(settings: readonly string[], separator: string): string {
  const shown = settings.slice(0, 5).join(separator);
  return settings.length > 5 ? `${shown} …` : shown;
}

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
