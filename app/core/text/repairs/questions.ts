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
    'change-address': ({ provider, from, to }) =>
      `Requests of ${provider} then go to ${to} instead of ${from}, and are billed as they are there. The key stays as it is. Is that address yours to use, and shall it be set?`,
    'change-model': ({ from, to }) => `From then on ${to} is asked instead of ${from}. Change it everywhere?`,
    'add-fallbacks': ({ models }) =>
      `When the first model gives no answer, these answer in its place, in this order: ${listSettings(models, ', ')}. Set them?`,
    'replace-address': ({ provider, from, to }) =>
      `${provider} is set up with ${from} now. From then on its requests go to ${to}, and are billed as they are there. Replace the address?`,
    'begin-list': ({ models }) =>
      `So far every model may be chosen. Names with aliases are, for this version of OpenClaw, the list of all that may be: these come into it too, and anything else can no longer be chosen: ${listSettings(models, ', ')}. Begin such a list?`,
    'stronger-variable': ({ name, place }) =>
      `${name} is set in ${place}, too, and what stands there goes before .env. Write the key all the same?`,
    'stronger-name': ({ name, own, provider }) =>
      `${name} is set, and this version of OpenClaw takes the key for ${provider} from there, not from ${own}. Go on all the same?`,
    'stronger-profile': ({ provider, profiles }) =>
      `An agent has a key of its own for ${provider} (${listSettings(profiles, ', ')}), which goes before this one. Go on all the same?`,
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
    'change-address': ({ provider, from, to }) =>
      `之后 ${provider} 的请求发往 ${to}，不再发往 ${from}，并按那里的方式计费。密钥保持不变。您可以使用这个地址吗，要设置它吗？`,
    'change-model': ({ from, to }) => `之后使用的是 ${to}，不再是 ${from}。要在所有地方更改吗？`,
    'add-fallbacks': ({ models }) =>
      `第一个模型不回答时，由这些模型依次代替：${listSettings(models, '、')}。要设置吗？`,
    'replace-address': ({ provider, from, to }) =>
      `${provider} 现在使用 ${from}。之后它的请求发往 ${to}，并按那里的方式计费。要替换地址吗？`,
    'begin-list': ({ models }) =>
      `目前可以选择任何模型。在这个版本的 OpenClaw 中，带别名的名称就是可选模型的完整列表：下列模型也会列入，其余模型将不能再选择：${listSettings(models, '、')}。要建立这个列表吗？`,
    'stronger-variable': ({ name, place }) => `${place} 中也设置了 ${name}，它优先于 .env。仍要写入密钥吗？`,
    'stronger-name': ({ name, own, provider }) =>
      `已设置 ${name}，此版本的 OpenClaw 会从那里读取 ${provider} 的密钥，而不是从 ${own}。仍要继续吗？`,
    'stronger-profile': ({ provider, profiles }) =>
      `有智能体为 ${provider} 保存了自己的密钥（${listSettings(profiles, '、')}），它优先于这个密钥。仍要继续吗？`,
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
    'change-address': ({ provider, from, to }) =>
      `之後 ${provider} 的請求送往 ${to}，不再送往 ${from}，並按那裡的方式計費。金鑰保持不變。您可以使用這個位址嗎，要設定它嗎？`,
    'change-model': ({ from, to }) => `之後使用的是 ${to}，不再是 ${from}。要在所有地方變更嗎？`,
    'add-fallbacks': ({ models }) =>
      `第一個模型不回答時，由這些模型依次代替：${listSettings(models, '、')}。要設定嗎？`,
    'replace-address': ({ provider, from, to }) =>
      `${provider} 現在使用 ${from}。之後它的請求送往 ${to}，並按那裡的方式計費。要取代位址嗎？`,
    'begin-list': ({ models }) =>
      `目前可以選擇任何模型。在這個版本的 OpenClaw 中，帶別名的名稱就是可選模型的完整清單：下列模型也會列入，其餘模型將不能再選擇：${listSettings(models, '、')}。要建立這份清單嗎？`,
    'stronger-variable': ({ name, place }) => `${place} 中也設定了 ${name}，它優先於 .env。仍要寫入金鑰嗎？`,
    'stronger-name': ({ name, own, provider }) =>
      `已設定 ${name}，此版本的 OpenClaw 會從那裡讀取 ${provider} 的金鑰，而不是從 ${own}。仍要繼續嗎？`,
    'stronger-profile': ({ provider, profiles }) =>
      `有代理程式為 ${provider} 保存了自己的金鑰（${listSettings(profiles, '、')}），它優先於這個金鑰。仍要繼續嗎？`,
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
