import { formatBytes } from '../bytes.ts';
import { defineTexts } from '../define.ts';
import type { FindingTexts } from './finding-text.ts';

type ModelCode = 'models-json-stale' | 'agent-auth-split' | 'model-allowlist' | 'oauth-expired' | 'session-bloat';

/** Findings about models, their keys and logins, and what agents keep. */
export const modelFindingTexts = defineTexts<FindingTexts<ModelCode>>({
  en: {
    'models-json-stale': {
      title: ({ what, provider }) =>
        what === 'wins'
          ? `An old address of ${provider} is in force`
          : `Nothing configures the provider ${provider} any more`,
      explanation: ({ what, agent, provider, path, inFile, wanted }) =>
        what === 'wins'
          ? `${path} sends the requests of ${agent} to ${inFile ?? '?'}, and ${wanted ?? '?'} is wanted. In this version of OpenClaw that file counts more, so changes of the configuration seem to have no effect.`
          : `The agent ${agent} is to use a model of ${provider}, which only ${path} still mentions. OpenClaw takes no key from there and says that it found none.`,
      advice: ({ what }) =>
        what === 'wins'
          ? 'Move that file aside and restart the gateway, which writes a new one. Keys and logins are elsewhere and stay.'
          : 'Put the provider back into the configuration, or choose a model of another one.',
    },
    'agent-auth-split': {
      title: ({ agent, provider }) => `The agent ${agent} has no key for ${provider}`,
      explanation: ({ provider, other }) =>
        `Keys and logins belong to one agent each, and those for ${provider} are with ${other}. The others inherit only what the agent “main” has.`,
      advice: ({ other }) => `Log in for this agent, too, or give it a copy of what ${other} has.`,
    },
    'model-allowlist': {
      title: ({ what, model }) =>
        ({
          replaced: `Another model answers instead of ${model}`,
          refused: `The model ${model} is not allowed`,
          hidden: `${model} cannot be chosen`,
          unknown: `The gateway does not know the model ${model}`,
        })[what],
      explanation: ({ what, model, list }) =>
        ({
          replaced: `${model} is the default, but the list ${list ?? ''} does not allow it. OpenClaw then takes the first model that the list allows, and says nothing.`,
          refused: `Somebody asked for ${model}, and the gateway refused: it is not in ${list ?? ''}.`,
          hidden: `${list ?? ''} names the only models that may be chosen. Of the provider of ${model} it names none, so the provider seems to be missing.`,
          unknown: `An agent is to use ${model}, and the gateway says that there is no such model. The provider may be gone, or the name may be wrong.`,
        })[what],
      advice: ({ what }) =>
        what === 'unknown'
          ? 'Choose a model from OpenClaw’s own list.'
          : 'If it shall be used, add it to the list. Sessions keep what they had; begin a new one then.',
    },
    'oauth-expired': {
      title: ({ what, provider, profile }) =>
        ({
          removed: `The login ${provider} is no longer offered`,
          expired: `The login ${profile ?? provider} has expired`,
          'expires-soon': `The login ${profile ?? provider} ends soon`,
        })[what],
      explanation: ({ what, provider, expiresAt, isUsed, clock }) =>
        what === 'removed'
          ? `Qwen’s free login was given up, and this OpenClaw has no ${provider} any more. ${isUsed ? 'An agent is still to use it and gets no answer.' : 'It is only left over in the configuration.'}`
          : `${what === 'expired' ? 'It ended' : 'It ends'}${expiresAt === null ? '' : ` at ${clock(expiresAt)}`} and cannot be renewed without you. ${provider} answers only with a login.`,
      advice: ({ what }) =>
        what === 'removed'
          ? 'Set up Qwen with a key, and choose one of its models. An old login cannot be turned into a key.'
          : 'Log in again.',
    },
    'session-bloat': {
      title: ({ agent }) => `The agent ${agent} keeps many old sessions`,
      explanation: ({ files, leftovers, sizeBytes }) =>
        `There are ${files} files with ${formatBytes(sizeBytes)}, ${leftovers} of them left over from deleted and reset sessions. So many slow the gateway down when it starts.`,
      advice: () => 'Let OpenClaw show what could go, and decide then. They are conversations: delete nothing unseen.',
    },
  },
  'zh-Hans': {
    'models-json-stale': {
      title: ({ what, provider }) =>
        what === 'wins' ? `生效的是 ${provider} 的旧地址` : `配置文件中已没有提供商 ${provider}`,
      explanation: ({ what, agent, provider, path, inFile, wanted }) =>
        what === 'wins'
          ? `${path} 把 ${agent} 的请求发往 ${inFile ?? '?'}，而应发往 ${wanted ?? '?'}。在这个版本的 OpenClaw 中该文件优先，因此修改配置文件看起来没有效果。`
          : `智能体 ${agent} 要使用 ${provider} 的模型，而现在只有 ${path} 还提到它。OpenClaw 不使用其中的密钥，因此会说没有找到密钥。`,
      advice: ({ what }) =>
        what === 'wins'
          ? '请移开该文件并重启网关，网关会写出新的文件。密钥和登录信息在别处，不受影响。'
          : '请把该提供商写回配置文件，或选择其他提供商的模型。',
    },
    'agent-auth-split': {
      title: ({ agent, provider }) => `智能体 ${agent} 没有 ${provider} 的密钥`,
      explanation: ({ provider, other }) =>
        `密钥和登录信息属于各个智能体，${provider} 的只在 ${other} 那里。其他智能体只继承“main”所拥有的。`,
      advice: ({ other }) => `请也为这个智能体登录，或把 ${other} 所拥有的复制给它。`,
    },
    'model-allowlist': {
      title: ({ what, model }) =>
        ({
          replaced: `回答的不是 ${model}，而是另一个模型`,
          refused: `不允许使用模型 ${model}`,
          hidden: `无法选择 ${model}`,
          unknown: `网关不认识模型 ${model}`,
        })[what],
      explanation: ({ what, model, list }) =>
        ({
          replaced: `${model} 是默认模型，但列表 ${list ?? ''} 不允许它。OpenClaw 于是改用列表允许的第一个模型，而且不作说明。`,
          refused: `有人要使用 ${model}，网关拒绝了：它不在 ${list ?? ''} 中。`,
          hidden: `只有 ${list ?? ''} 列出的模型可以选择。其中没有 ${model} 所属提供商的任何模型，因此看起来好像缺少该提供商。`,
          unknown: `有智能体要使用 ${model}，网关却说没有这个模型。可能是提供商已不存在，也可能是名称有误。`,
        })[what],
      advice: ({ what }) =>
        what === 'unknown'
          ? '请从 OpenClaw 自己的列表中选择模型。'
          : '如果要使用它，请把它加入列表。已有的会话保持原样，请在之后新建会话。',
    },
    'oauth-expired': {
      title: ({ what, provider, profile }) =>
        ({
          removed: `不再提供 ${provider} 登录`,
          expired: `登录 ${profile ?? provider} 已过期`,
          'expires-soon': `登录 ${profile ?? provider} 即将到期`,
        })[what],
      explanation: ({ what, provider, expiresAt, isUsed, clock }) =>
        what === 'removed'
          ? `Qwen 的免费登录已停止，这个 OpenClaw 也不再有 ${provider}。${isUsed ? '仍有智能体要使用它，因而得不到回答。' : '它只是遗留在配置文件中。'}`
          : `它${expiresAt === null ? '' : `在 ${clock(expiresAt)} `}${what === 'expired' ? '已到期' : '将到期'}，而且不经您操作无法续期。没有登录，${provider} 就不会回答。`,
      advice: ({ what }) =>
        what === 'removed' ? '请用密钥设置 Qwen，并选择它的模型。旧的登录不能变成密钥。' : '请重新登录。',
    },
    'session-bloat': {
      title: ({ agent }) => `智能体 ${agent} 保留了许多旧会话`,
      explanation: ({ files, leftovers, sizeBytes }) =>
        `共有 ${files} 个文件，${formatBytes(sizeBytes)}，其中 ${leftovers} 个是已删除或已重置的会话留下的。数量太多会使网关启动变慢。`,
      advice: () => '请让 OpenClaw 显示哪些可以清理，然后再决定。这些是对话，请不要未经查看就删除。',
    },
  },
  'zh-Hant': {
    'models-json-stale': {
      title: ({ what, provider }) =>
        what === 'wins' ? `生效的是 ${provider} 的舊位址` : `設定檔中已沒有供應商 ${provider}`,
      explanation: ({ what, agent, provider, path, inFile, wanted }) =>
        what === 'wins'
          ? `${path} 把 ${agent} 的請求送往 ${inFile ?? '?'}，而應送往 ${wanted ?? '?'}。在這個版本的 OpenClaw 中以該檔案為準，因此修改設定檔看起來沒有效果。`
          : `代理程式 ${agent} 要使用 ${provider} 的模型，而現在只有 ${path} 還提到它。OpenClaw 不使用其中的金鑰，因此會說沒有找到金鑰。`,
      advice: ({ what }) =>
        what === 'wins'
          ? '請移開該檔案並重新啟動閘道，閘道會寫出新的檔案。金鑰和登入資料在別處，不受影響。'
          : '請把該供應商寫回設定檔，或選擇其他供應商的模型。',
    },
    'agent-auth-split': {
      title: ({ agent, provider }) => `代理程式 ${agent} 沒有 ${provider} 的金鑰`,
      explanation: ({ provider, other }) =>
        `金鑰和登入資料屬於各個代理程式，${provider} 的只在 ${other} 那裡。其他代理程式只繼承「main」所擁有的。`,
      advice: ({ other }) => `請也為這個代理程式登入，或把 ${other} 所擁有的複製給它。`,
    },
    'model-allowlist': {
      title: ({ what, model }) =>
        ({
          replaced: `回答的不是 ${model}，而是另一個模型`,
          refused: `不允許使用模型 ${model}`,
          hidden: `無法選擇 ${model}`,
          unknown: `閘道不認識模型 ${model}`,
        })[what],
      explanation: ({ what, model, list }) =>
        ({
          replaced: `${model} 是預設模型，但清單 ${list ?? ''} 不允許它。OpenClaw 於是改用清單允許的第一個模型，而且不作說明。`,
          refused: `有人要使用 ${model}，閘道拒絕了：它不在 ${list ?? ''} 中。`,
          hidden: `只有 ${list ?? ''} 列出的模型可以選擇。其中沒有 ${model} 所屬供應商的任何模型，因此看起來好像缺少該供應商。`,
          unknown: `有代理程式要使用 ${model}，閘道卻說沒有這個模型。可能是供應商已不存在，也可能是名稱有誤。`,
        })[what],
      advice: ({ what }) =>
        what === 'unknown'
          ? '請從 OpenClaw 自己的清單中選擇模型。'
          : '如果要使用它，請把它加入清單。已有的工作階段保持原樣，請在之後新增工作階段。',
    },
    'oauth-expired': {
      title: ({ what, provider, profile }) =>
        ({
          removed: `不再提供 ${provider} 登入`,
          expired: `登入 ${profile ?? provider} 已過期`,
          'expires-soon': `登入 ${profile ?? provider} 即將到期`,
        })[what],
      explanation: ({ what, provider, expiresAt, isUsed, clock }) =>
        what === 'removed'
          ? `Qwen 的免費登入已停止，這個 OpenClaw 也不再有 ${provider}。${isUsed ? '仍有代理程式要使用它，因而得不到回答。' : '它只是遺留在設定檔中。'}`
          : `它${expiresAt === null ? '' : `在 ${clock(expiresAt)} `}${what === 'expired' ? '已到期' : '將到期'}，而且不經您操作無法展延。沒有登入，${provider} 就不會回答。`,
      advice: ({ what }) =>
        what === 'removed' ? '請用金鑰設定 Qwen，並選擇它的模型。舊的登入不能變成金鑰。' : '請重新登入。',
    },
    'session-bloat': {
      title: ({ agent }) => `代理程式 ${agent} 保留了許多舊的工作階段`,
      explanation: ({ files, leftovers, sizeBytes }) =>
        `共有 ${files} 個檔案，${formatBytes(sizeBytes)}，其中 ${leftovers} 個是已刪除或已重設的工作階段留下的。數量太多會使閘道啟動變慢。`,
      advice: () => '請讓 OpenClaw 顯示哪些可以清理，然後再決定。這些是對話，請不要未經查看就刪除。',
    },
  },
});
