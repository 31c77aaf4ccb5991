import type { FindingArgsByCode } from '../../model/finding.ts';
import type { ProviderFaultKind } from '../../model/provider-finding.ts';
import type { Locale } from '../../model/view.ts';
import { defineTexts } from '../define.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';
import { providerAdvice } from './provider-advice.ts';

type ProviderCode = 'provider-wrong' | 'rate-cooldown' | 'models-scan' | 'context-overflow';
type Wrong = Readonly<FindingArgsByCode['provider-wrong']>;
type Limit = Readonly<FindingArgsByCode['rate-cooldown']>;

type ByWhy = Readonly<Record<ProviderFaultKind, (args: Wrong) => string>>;

/** `null` does not happen where it is used; the types cannot say that. */
const or = (text: string | null): string => shorten(text ?? '–');

const titles: Readonly<Record<Locale, ByWhy>> = {
  en: {
    'plan-address': ({ provider }) => `${provider} bills each request instead of using the plan`,
    path: ({ provider }) => `The address of ${provider} is not whole`,
    api: ({ provider }) => `${provider} is spoken to in a way that it does not know`,
    'model-id': ({ provider, found }) => `${provider} does not know the id ${or(found)}`,
    'model-plan': ({ provider, found }) => `The plan of ${provider} may not have ${or(found)}`,
    'model-ref': ({ found }) => `${or(found)} is taken for a model of another provider`,
    'other-name': ({ found }) => `${or(found)} means something else in this OpenClaw`,
    owned: ({ found }) => `${or(found)} goes to an entry of before`,
    key: ({ provider }) => `${provider} does not take the key`,
    'key-none': ({ provider }) => `${provider} has no key`,
    'key-shared': ({ provider, found }) => `${provider} and ${or(found)} have the same key`,
    told: ({ provider, found }) => `${provider} has no model ${or(found)}`,
    'gateway-address': ({ provider }) => `${provider} asks at another address than the gateway’s`,
    'gateway-token': ({ provider }) => `${provider} has another secret than the gateway`,
    missing: ({ provider, found }) => `${provider} is set up without ${or(found)}`,
    'left-over': ({ provider }) => `${provider} refuses settings of before`,
    'needs-newer': ({ provider }) => `${provider} needs a newer OpenClaw`,
    unbound: ({ provider }) => `No message reaches the agent ${provider}`,
  },
  'zh-Hans': {
    'plan-address': ({ provider }) => `${provider} 按每次请求计费，没有使用套餐`,
    path: ({ provider }) => `${provider} 的地址不完整`,
    api: ({ provider }) => `与 ${provider} 通信的方式不对`,
    'model-id': ({ provider, found }) => `${provider} 不认识模型名称 ${or(found)}`,
    'model-plan': ({ provider, found }) => `${provider} 的套餐可能没有 ${or(found)}`,
    'model-ref': ({ found }) => `${or(found)} 被当成另一个提供商的模型`,
    'other-name': ({ found }) => `${or(found)} 在这个 OpenClaw 中是另外的意思`,
    owned: ({ found }) => `${or(found)} 由以前的条目处理`,
    key: ({ provider }) => `${provider} 不接受密钥`,
    'key-none': ({ provider }) => `${provider} 没有密钥`,
    'key-shared': ({ provider, found }) => `${provider} 与 ${or(found)} 使用同一个密钥`,
    told: ({ provider, found }) => `${provider} 没有模型 ${or(found)}`,
    'gateway-address': ({ provider }) => `${provider} 访问的不是网关的地址`,
    'gateway-token': ({ provider }) => `${provider} 的密钥与网关的不同`,
    missing: ({ provider, found }) => `${provider} 缺少 ${or(found)}`,
    'left-over': ({ provider }) => `${provider} 拒绝以前的设置`,
    'needs-newer': ({ provider }) => `${provider} 需要更新的 OpenClaw`,
    unbound: ({ provider }) => `没有消息到达智能体 ${provider}`,
  },
  'zh-Hant': {
    'plan-address': ({ provider }) => `${provider} 按每次請求計費，沒有使用方案`,
    path: ({ provider }) => `${provider} 的位址不完整`,
    api: ({ provider }) => `與 ${provider} 通訊的方式不對`,
    'model-id': ({ provider, found }) => `${provider} 不認識模型名稱 ${or(found)}`,
    'model-plan': ({ provider, found }) => `${provider} 的方案可能沒有 ${or(found)}`,
    'model-ref': ({ found }) => `${or(found)} 被當成另一個供應商的模型`,
    'other-name': ({ found }) => `${or(found)} 在這個 OpenClaw 中是另外的意思`,
    owned: ({ found }) => `${or(found)} 由以前的項目處理`,
    key: ({ provider }) => `${provider} 不接受金鑰`,
    'key-none': ({ provider }) => `${provider} 沒有金鑰`,
    'key-shared': ({ provider, found }) => `${provider} 與 ${or(found)} 使用同一個金鑰`,
    told: ({ provider, found }) => `${provider} 沒有模型 ${or(found)}`,
    'gateway-address': ({ provider }) => `${provider} 連線的不是閘道的位址`,
    'gateway-token': ({ provider }) => `${provider} 的金鑰與閘道的不同`,
    missing: ({ provider, found }) => `${provider} 缺少 ${or(found)}`,
    'left-over': ({ provider }) => `${provider} 拒絕以前的設定`,
    'needs-newer': ({ provider }) => `${provider} 需要更新的 OpenClaw`,
    unbound: ({ provider }) => `沒有訊息到達代理程式 ${provider}`,
  },
};

const explanations: Readonly<Record<Locale, ByWhy>> = {
  en: {
    'plan-address': ({ found, wanted }) =>
      `${or(found)} is the interface that costs something for every request; what is set up beside it belongs to a plan, which is at ${or(wanted)}. The same key may open both, so nothing else tells that the plan is not used.`,
    path: ({ found }) => `OpenClaw adds the rest to ${or(found)} by itself, and the provider has nothing there.`,
    api: ({ found, wanted }) =>
      `${found === null ? 'Nothing is said about it, so this OpenClaw takes “openai-responses”' : `It is set to “${or(found)}”`}, and at this address there is “${or(wanted)}” only. Requests then end with a 404, or with an empty answer.`,
    'model-id': ({ found, wanted }) =>
      `At this address the model is called ${or(wanted)}. ${or(found)} is how it is written elsewhere: with a date, or with dashes for dots.`,
    'model-plan': ({ found, wanted }) =>
      `${or(found)} is known ${wanted === null ? 'elsewhere' : `at ${or(wanted)}`}, and not for the plan that is set up here. Lists change, so the provider has the last word.`,
    'model-ref': ({ found, provider, wanted }) =>
      `OpenClaw takes what stands before the first slash of ${or(found)} for the provider. The model of ${provider} is called ${or(wanted)}.`,
    'other-name': ({ found, wanted, words }) =>
      `In OpenClaw ${or(words)} the provider of ${or(found)} is another name for a login that was given up. The guide in which it stands like this is of later versions; here the same model is ${or(wanted)}.`,
    owned: ({ provider, found, wanted }) =>
      `${provider} is the old name, and an entry of its own still stands under it, with its own address and key. So ${or(found)} is asked there, and not of what is set up under the new name as ${or(wanted)}.`,
    key: ({ found, words }) =>
      `${words === null ? 'What stands there holds blanks, brackets or other signs that no key has, or is an example out of a guide' : `The provider said: ${or(words)}`}. ${found === null ? 'The key stands in the configuration or with a login' : `It comes out of the variable ${or(found)}`}. Keys of one plan or region often do not open another.`,
    'key-none': ({ provider }) =>
      `Its entry names no key, no login is kept for ${provider}, and the gateway said that it found none. Its requests are not sent.`,
    'key-shared': ({ provider, found }) =>
      `${provider} and ${or(found)} are different plans or regions of one company, and each of them gives out its own keys.`,
    told: ({ provider, found, words }) =>
      `${provider} was asked for ${or(found)} and refused${words === null ? '' : `: ${or(words)}`}. Only what it lists itself can be used; a name that one writes into the settings makes no model.`,
    'gateway-address': ({ found, wanted }) => `It is set to ${or(found)}, and this gateway listens at ${or(wanted)}.`,
    'gateway-token': ({ found }) => `What stands in ${or(found)} is not what the gateway asks for, so it answers 401.`,
    missing: ({ provider, found }) =>
      `Without ${or(found)}, ${provider} cannot log in to its service, and no message comes or goes. Its service shows both where the robot was made.`,
    'left-over': ({ provider, found, words }) =>
      `Version ${or(words)} of ${provider} calls the gateway another way and no longer knows ${or(found)}. With them the whole configuration counts as invalid, and the gateway does not start with it.`,
    'needs-newer': ({ provider, found, wanted, words }) =>
      `Version ${or(found)} of ${provider} is made for OpenClaw ${or(wanted)} and later, and this one is ${or(words)}. The channel is then unknown, and the gateway may refuse to start.`,
    unbound: ({ provider, found }) =>
      `There are several agents and no rules about who gets which messages, so all go to ${or(found)}. ${provider} answers nobody in a channel.`,
  },
  'zh-Hans': {
    'plan-address': ({ found, wanted }) =>
      `${or(found)} 是每次请求都要付费的接口；与它一起设置的内容属于套餐，套餐的地址是 ${or(wanted)}。两者可能使用同一个密钥，因此没有别的迹象表明套餐未被使用。`,
    path: ({ found }) => `OpenClaw 会自己在 ${or(found)} 后面加上其余部分，而提供商在那里什么也没有。`,
    api: ({ found, wanted }) =>
      `${found === null ? '没有写明，这个 OpenClaw 于是采用“openai-responses”' : `设置的是“${or(found)}”`}，而这个地址只有“${or(wanted)}”。请求会以 404 或空的回答结束。`,
    'model-id': ({ found, wanted }) =>
      `在这个地址，该模型叫作 ${or(wanted)}。${or(found)} 是别处的写法：带日期，或用连字符代替点。`,
    'model-plan': ({ found, wanted }) =>
      `${or(found)} ${wanted === null ? '在别处才有' : `在 ${or(wanted)} 才有`}，这里设置的套餐没有。列表会变，最终以提供商为准。`,
    'model-ref': ({ found, provider, wanted }) =>
      `OpenClaw 把 ${or(found)} 中第一个斜线之前的部分当作提供商。${provider} 的模型应写作 ${or(wanted)}。`,
    'other-name': ({ found, wanted, words }) =>
      `在 OpenClaw ${or(words)} 中，${or(found)} 的提供商名称指的是已停止的登录方式。这样写的指南适用于更新的版本；在这里同一个模型是 ${or(wanted)}。`,
    owned: ({ provider, found, wanted }) =>
      `${provider} 是旧名称，它下面仍有单独的条目，带有自己的地址和密钥。因此 ${or(found)} 由它处理，而不是由新名称下设置的 ${or(wanted)} 处理。`,
    key: ({ found, words }) =>
      `${words === null ? '其中有空格、括号或密钥不会有的字符，或者是指南中的示例' : `提供商说：${or(words)}`}。${found === null ? '密钥写在配置中，或属于某个登录' : `它来自变量 ${or(found)}`}。一个套餐或地区的密钥往往不能用于另一个。`,
    'key-none': ({ provider }) =>
      `它的条目没有写明密钥，也没有为 ${provider} 保存的登录，网关说找不到密钥。它的请求不会发出。`,
    'key-shared': ({ provider, found }) =>
      `${provider} 与 ${or(found)} 是同一家公司的不同套餐或地区，各自发放自己的密钥。`,
    told: ({ provider, found, words }) =>
      `向 ${provider} 请求了 ${or(found)}，被拒绝${words === null ? '' : `：${or(words)}`}。只有它自己列出的模型才能使用；在设置中写上名称并不会产生模型。`,
    'gateway-address': ({ found, wanted }) => `设置的是 ${or(found)}，而这个网关在 ${or(wanted)} 监听。`,
    'gateway-token': ({ found }) => `${or(found)} 中的内容不是网关要求的，因此网关回答 401。`,
    missing: ({ provider, found }) =>
      `没有 ${or(found)}，${provider} 就不能登录它的服务，消息收不到也发不出。可以在创建机器人的地方查看。`,
    'left-over': ({ provider, found, words }) =>
      `${provider} 的 ${or(words)} 版用另外的方式调用网关，不再认识 ${or(found)}。有它们在，整个配置都算无效，网关不能用它启动。`,
    'needs-newer': ({ provider, found, wanted, words }) =>
      `${provider} 的 ${or(found)} 版适用于 OpenClaw ${or(wanted)} 及更新的版本，而这里是 ${or(words)}。于是频道成为未知的，网关可能拒绝启动。`,
    unbound: ({ provider, found }) =>
      `有多个智能体，却没有规定谁得到哪些消息，因此全部交给 ${or(found)}。${provider} 在频道中不回答任何人。`,
  },
  'zh-Hant': {
    'plan-address': ({ found, wanted }) =>
      `${or(found)} 是每次請求都要付費的介面；與它一起設定的內容屬於方案，方案的位址是 ${or(wanted)}。兩者可能使用同一個金鑰，因此沒有別的跡象表明方案未被使用。`,
    path: ({ found }) => `OpenClaw 會自己在 ${or(found)} 後面加上其餘部分，而供應商在那裡什麼也沒有。`,
    api: ({ found, wanted }) =>
      `${found === null ? '沒有寫明，這個 OpenClaw 於是採用「openai-responses」' : `設定的是「${or(found)}」`}，而這個位址只有「${or(wanted)}」。請求會以 404 或空的回答結束。`,
    'model-id': ({ found, wanted }) =>
      `在這個位址，該模型叫作 ${or(wanted)}。${or(found)} 是別處的寫法：帶日期，或用連字號代替點。`,
    'model-plan': ({ found, wanted }) =>
      `${or(found)} ${wanted === null ? '在別處才有' : `在 ${or(wanted)} 才有`}，這裡設定的方案沒有。清單會變，最終以供應商為準。`,
    'model-ref': ({ found, provider, wanted }) =>
      `OpenClaw 把 ${or(found)} 中第一個斜線之前的部分當作供應商。${provider} 的模型應寫作 ${or(wanted)}。`,
    'other-name': ({ found, wanted, words }) =>
      `在 OpenClaw ${or(words)} 中，${or(found)} 的供應商名稱指的是已停止的登入方式。這樣寫的指南適用於更新的版本；在這裡同一個模型是 ${or(wanted)}。`,
    owned: ({ provider, found, wanted }) =>
      `${provider} 是舊名稱，它下面仍有單獨的項目，帶有自己的位址和金鑰。因此 ${or(found)} 由它處理，而不是由新名稱下設定的 ${or(wanted)} 處理。`,
    key: ({ found, words }) =>
      `${words === null ? '其中有空格、括號或金鑰不會有的字元，或者是指南中的範例' : `供應商說：${or(words)}`}。${found === null ? '金鑰寫在設定檔中，或屬於某個登入' : `它來自變數 ${or(found)}`}。一個方案或地區的金鑰往往不能用於另一個。`,
    'key-none': ({ provider }) =>
      `它的項目沒有寫明金鑰，也沒有為 ${provider} 儲存的登入，閘道說找不到金鑰。它的請求不會送出。`,
    'key-shared': ({ provider, found }) =>
      `${provider} 與 ${or(found)} 是同一家公司的不同方案或地區，各自發放自己的金鑰。`,
    told: ({ provider, found, words }) =>
      `向 ${provider} 請求了 ${or(found)}，被拒絕${words === null ? '' : `：${or(words)}`}。只有它自己列出的模型才能使用；在設定中寫上名稱並不會產生模型。`,
    'gateway-address': ({ found, wanted }) => `設定的是 ${or(found)}，而這個閘道在 ${or(wanted)} 監聽。`,
    'gateway-token': ({ found }) => `${or(found)} 中的內容不是閘道要求的，因此閘道回答 401。`,
    missing: ({ provider, found }) =>
      `沒有 ${or(found)}，${provider} 就不能登入它的服務，訊息收不到也發不出。可以在建立機器人的地方查看。`,
    'left-over': ({ provider, found, words }) =>
      `${provider} 的 ${or(words)} 版用另外的方式呼叫閘道，不再認識 ${or(found)}。有它們在，整個設定檔都算無效，閘道不能用它啟動。`,
    'needs-newer': ({ provider, found, wanted, words }) =>
      `${provider} 的 ${or(found)} 版適用於 OpenClaw ${or(wanted)} 及更新的版本，而這裡是 ${or(words)}。於是頻道成為未知的，閘道可能拒絕啟動。`,
    unbound: ({ provider, found }) =>
      `有多個代理程式，卻沒有規定誰得到哪些訊息，因此全部交給 ${or(found)}。${provider} 在頻道中不回答任何人。`,
  },
};

/** Findings about what providers of models are asked, and what they answer. */
export const providerFindingTexts = defineTexts<FindingTexts<ProviderCode>>({
  en: {
    'provider-wrong': {
      title: (args) => titles.en[args.why](args),
      explanation: (args) => explanations.en[args.why](args),
      advice: (args) => providerAdvice.en[args.why],
    },
    'rate-cooldown': {
      title: ({ what, provider }) =>
        ({
          'used-up': `The quota of ${provider} is used up`,
          limited: `${provider} answers no more requests for now`,
          unprepared: `Only one of the models of ${provider} is ever asked`,
        })[what],
      explanation: ({ clock, ...args }) => `${explainLimitEn(args, clock)}${fallbacksEn(args)}`,
      advice: ({ what }) =>
        ({
          'used-up': 'Wait until then, or choose another model. What it would cost is for you to look up.',
          limited: 'Wait some minutes. If it goes on, the quota of the day, the week or the month may be used up.',
          unprepared: 'Set the others as fallbacks; aliases and lists alone make no model take turns.',
        })[what],
    },
    'models-scan': {
      title: () => 'The search for models looked in the wrong place',
      explanation: ({ count }) =>
        `“openclaw models scan” looks through the catalogue of OpenRouter and wants a key of OpenRouter, whatever provider it is given. It says so in the log (${count}). It cannot find the models of a server of your own.`,
      advice: () =>
        'No key of OpenRouter is needed. Ask your own server for its list, and put what it has into the settings.',
    },
    'context-overflow': {
      title: ({ model }) => `A conversation has become too long${model === null ? '' : ` for ${model}`}`,
      explanation: ({ words, window, known }) =>
        `The answer was: ${or(words)}.${window !== null && known !== null && window > known ? ` The settings promise ${window} tokens, and the model has ${known}, so that OpenClaw sums up too late.` : ''} Pictures and skills count as well.`,
      advice: () => 'Have it summed up, or begin a new conversation. Nothing of it is deleted here.',
    },
  },
  'zh-Hans': {
    'provider-wrong': {
      title: (args) => titles['zh-Hans'][args.why](args),
      explanation: (args) => explanations['zh-Hans'][args.why](args),
      advice: (args) => providerAdvice['zh-Hans'][args.why],
    },
    'rate-cooldown': {
      title: ({ what, provider }) =>
        ({
          'used-up': `${provider} 的额度已用完`,
          limited: `${provider} 暂时不再回答请求`,
          unprepared: `${provider} 的模型中只有一个会被使用`,
        })[what],
      explanation: ({ clock, ...args }) => `${explainLimitHans(args, clock)}${fallbacksHans(args)}`,
      advice: ({ what }) =>
        ({
          'used-up': '请等到那时，或选择另一个模型。费用多少，请您自行查看。',
          limited: '请等几分钟。如果一直如此，可能是当天、当周或当月的额度已用完。',
          unprepared: '请把其他模型设为备用；仅有别名和列表，模型不会轮流使用。',
        })[what],
    },
    'models-scan': {
      title: () => '搜索模型时找错了地方',
      explanation: ({ count }) =>
        `无论指定哪个提供商，“openclaw models scan”都只查找 OpenRouter 的目录，并要求 OpenRouter 的密钥。日志中有记录（${count}）。它找不到您自己服务器上的模型。`,
      advice: () => '不需要 OpenRouter 的密钥。请向自己的服务器询问列表，并把其中有的写入设置。',
    },
    'context-overflow': {
      title: ({ model }) => `对话过长${model === null ? '' : `，超出了 ${model} 的限度`}`,
      explanation: ({ words, window, known }) =>
        `得到的回答是：${or(words)}。${window !== null && known !== null && window > known ? `设置中写的是 ${window} 个词元，而模型有 ${known} 个，因此 OpenClaw 压缩得太晚。` : ''}图片和技能也计算在内。`,
      advice: () => '请让它压缩对话，或开始新的对话。这里不会删除任何内容。',
    },
  },
  'zh-Hant': {
    'provider-wrong': {
      title: (args) => titles['zh-Hant'][args.why](args),
      explanation: (args) => explanations['zh-Hant'][args.why](args),
      advice: (args) => providerAdvice['zh-Hant'][args.why],
    },
    'rate-cooldown': {
      title: ({ what, provider }) =>
        ({
          'used-up': `${provider} 的額度已用完`,
          limited: `${provider} 暫時不再回答請求`,
          unprepared: `${provider} 的模型中只有一個會被使用`,
        })[what],
      explanation: ({ clock, ...args }) => `${explainLimitHant(args, clock)}${fallbacksHant(args)}`,
      advice: ({ what }) =>
        ({
          'used-up': '請等到那時，或選擇另一個模型。費用多少，請您自行查看。',
          limited: '請等幾分鐘。如果一直如此，可能是當天、當週或當月的額度已用完。',
          unprepared: '請把其他模型設為備用；僅有別名和清單，模型不會輪流使用。',
        })[what],
    },
    'models-scan': {
      title: () => '搜尋模型時找錯了地方',
      explanation: ({ count }) =>
        `無論指定哪個供應商，「openclaw models scan」都只查找 OpenRouter 的目錄，並要求 OpenRouter 的金鑰。記錄檔中有記載（${count}）。它找不到您自己伺服器上的模型。`,
      advice: () => '不需要 OpenRouter 的金鑰。請向自己的伺服器詢問清單，並把其中有的寫入設定。',
    },
    'context-overflow': {
      title: ({ model }) => `對話過長${model === null ? '' : `，超出了 ${model} 的限度`}`,
      explanation: ({ words, window, known }) =>
        `得到的回答是：${or(words)}。${window !== null && known !== null && window > known ? `設定中寫的是 ${window} 個詞元，而模型有 ${known} 個，因此 OpenClaw 壓縮得太晚。` : ''}圖片和技能也計算在內。`,
      advice: () => '請讓它壓縮對話，或開始新的對話。這裡不會刪除任何內容。',
    },
  },
});

type Clock = (at: number) => string;

function explainLimitEn({ what, provider, model, words, until, calls, spare }: Limit, clock: Clock): string {
  if (what === 'unprepared') {
    return `${provider} gives ${calls ?? 0} free requests a day to each of its models, and ${spare + 1} are set up. Only ${or(model)} is asked: no fallbacks are set.`;
  }
  const said = words === null ? '' : ` It said: ${or(words)}.`;
  const end = until === null ? '' : ` It goes on at ${clock(until)}.`;
  const free = calls === null ? '' : ` There are ${calls} free requests a day for each model.`;
  return `${provider} refused ${or(model)}.${said}${end}${free}`;
}

function fallbacksEn({ what, fallbacks }: Limit): string {
  if (what === 'unprepared') return '';
  return fallbacks === 0 ? ' No other model stands in.' : ` Other models stand in: ${fallbacks}.`;
}

function explainLimitHans({ what, provider, model, words, until, calls, spare }: Limit, clock: Clock): string {
  if (what === 'unprepared') {
    return `${provider} 每天给每个模型 ${calls ?? 0} 次免费请求，已设置 ${spare + 1} 个。但只会使用 ${or(model)}：没有设置备用模型。`;
  }
  const said = words === null ? '' : `它说：${or(words)}。`;
  const end = until === null ? '' : `${clock(until)} 起恢复。`;
  const free = calls === null ? '' : `每个模型每天有 ${calls} 次免费请求。`;
  return `${provider} 拒绝了 ${or(model)}。${said}${end}${free}`;
}

function fallbacksHans({ what, fallbacks }: Limit): string {
  if (what === 'unprepared') return '';
  return fallbacks === 0 ? '没有其他模型代替。' : `可代替的其他模型：${fallbacks} 个。`;
}

function explainLimitHant({ what, provider, model, words, until, calls, spare }: Limit, clock: Clock): string {
  if (what === 'unprepared') {
    return `${provider} 每天給每個模型 ${calls ?? 0} 次免費請求，已設定 ${spare + 1} 個。但只會使用 ${or(model)}：沒有設定備用模型。`;
  }
  const said = words === null ? '' : `它說：${or(words)}。`;
  const end = until === null ? '' : `${clock(until)} 起恢復。`;
  const free = calls === null ? '' : `每個模型每天有 ${calls} 次免費請求。`;
  return `${provider} 拒絕了 ${or(model)}。${said}${end}${free}`;
}

function fallbacksHant({ what, fallbacks }: Limit): string {
  if (what === 'unprepared') return '';
  return fallbacks === 0 ? '沒有其他模型代替。' : `可代替的其他模型：${fallbacks} 個。`;
}
