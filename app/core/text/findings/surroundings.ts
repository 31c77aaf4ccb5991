import { defineTexts } from '../define.ts';
import { countEnglish } from '../plural.ts';
import type { FindingTexts } from './finding-text.ts';

type SurroundingsCode = 'env-key-missing' | 'tools-whitelist' | 'http-endpoint-off' | 'proxy-loopback' | 'tz-shift';

/** Findings about what the gateway is given: variables, tools, an endpoint, the way to this computer. */
export const surroundingsFindingTexts = defineTexts<FindingTexts<SurroundingsCode>>({
  en: {
    'env-key-missing': {
      title: ({ name }) => `The gateway does not have the variable ${name}`,
      explanation: ({ name, path, more, inShell, blocksStart }) =>
        path === null
          ? `Your shell goes out through the proxy in ${name}, but a service is given nothing of what a shell sets. The gateway’s log has calls to other computers that did not get through.`
          : [
              `${path}${more === 0 ? '' : ` and ${countEnglish(more, 'other setting takes', 'other settings take')}`}`,
              more === 0 ? ` takes its value from ${name}.` : ` their value from ${name}.`,
              inShell
                ? ' Your shell has it, but a service is given nothing of what a shell sets.'
                : ' No place that the service reads has it.',
              blocksStart ? ' This OpenClaw does not start without it.' : ' What needs it does not work.',
            ].join(''),
      advice: () =>
        'Write it into the file “.env” in OpenClaw’s folder, which only you can read, and restart the gateway. Do not write keys into the service itself.',
    },
    'tools-whitelist': {
      title: ({ what, agent }) =>
        what === 'nothing-left'
          ? `No tools are left for ${agent === null ? 'the agents' : `the agent ${agent}`}`
          : `Most tools are taken away from ${agent === null ? 'the agents' : `the agent ${agent}`}`,
      explanation: ({ what, path, profile, lets, hides }) =>
        ({
          whitelist: `${path} is no addition, but a list of all that is allowed: ${lets}. Among what is gone: ${hides}.${profile === null ? '' : ` The profile ${profile} would give them.`} If that is how you protect yourself, nothing is wrong.`,
          'nothing-left': `${path} allows only ${lets}${profile === null ? '' : `, and the profile ${profile} has none of that`}. What is gone: ${hides}.`,
          profile: `${path} is ${profile ?? ''}, which has only ${lets}. Among what is missing: ${hides}. If that is how you protect yourself, nothing is wrong.`,
        })[what],
      advice: ({ what }) =>
        what === 'profile'
          ? 'Choose a wider profile if agents shall do more, or give it to one agent alone. Then begin a new session.'
          : 'If the list was meant to add tools, remove it. Then begin a new session.',
    },
    'http-endpoint-off': {
      title: ({ channel }) => `The gateway turns ${channel} away`,
      explanation: ({ authMode }) =>
        `This channel asks the gateway at /v1/chat/completions. That is switched off, so it gets the error 404 for every message.${authMode === 'none' ? ' The gateway asks nobody for a token, so once it is on, every program on this computer could use your agents.' : ''}`,
      advice: ({ authMode }) =>
        authMode === 'none'
          ? 'Let the gateway ask for a token, write the same token into the channel, and switch the endpoint on then.'
          : 'Switch the endpoint on. It answers only who has the token of the gateway.',
    },
    'proxy-loopback': {
      title: () => 'Calls to this computer go through a proxy',
      explanation: ({ proxy, exempt, user, host }) =>
        `The service has ${proxy}, and ${user} leads to ${host}, which is this computer. ${exempt === null ? 'Nothing is exempt from the proxy.' : `Only ${exempt} is exempt from the proxy.`} Many proxies refuse such calls, and all one sees is “fetch failed”.`,
      advice: () =>
        'Add 127.0.0.1, localhost and ::1 to NO_PROXY where the service reads it, and restart the gateway. The proxy itself can stay.',
    },
    'tz-shift': {
      title: () => 'The service does not have your shell’s time zone',
      explanation: ({ label }) =>
        `Your shell sets TZ, and ${label} does not have it. Agents and schedules then go by the time zone of the system, which may be another one.`,
      advice: () =>
        'If agents have the date or the hour wrong, give the service the same TZ. Otherwise nothing has to be done.',
    },
  },
  'zh-Hans': {
    'env-key-missing': {
      title: ({ name }) => `网关没有环境变量 ${name}`,
      explanation: ({ name, path, more, inShell, blocksStart }) =>
        path === null
          ? `您的终端通过 ${name} 中的代理访问网络，但终端设置的变量不会传给服务。网关的日志里有没能连通的对外请求。`
          : [
              more === 0 ? `${path} 的值` : `${path} 和另外 ${more} 项设置的值`,
              `取自 ${name}。`,
              inShell ? '您的终端有这个变量，但终端设置的变量不会传给服务。' : '服务能读取的地方都没有这个变量。',
              blocksStart ? '没有它，这个 OpenClaw 不会启动。' : '需要它的功能无法使用。',
            ].join(''),
      advice: () => '请把它写入 OpenClaw 文件夹中只有您能读取的文件“.env”，然后重启网关。请不要把密钥写入服务本身。',
    },
    'tools-whitelist': {
      title: ({ what, agent }) =>
        what === 'nothing-left'
          ? `${agent === null ? '智能体' : `智能体 ${agent} `}没有可用的工具`
          : `${agent === null ? '智能体' : `智能体 ${agent} `}的大部分工具不可用`,
      explanation: ({ what, path, profile, lets, hides }) =>
        ({
          whitelist: `${path} 不是补充，而是全部允许的工具：${lets}。不可用的有：${hides}。${profile === null ? '' : `方案 ${profile} 本来包含它们。`}如果您是为了保护自己而这样设置，就没有问题。`,
          'nothing-left': `${path} 只允许 ${lets}${profile === null ? '' : `，而方案 ${profile} 中没有这些`}。不可用的有：${hides}。`,
          profile: `${path} 是 ${profile ?? ''}，其中只有 ${lets}。缺少的有：${hides}。如果您是为了保护自己而这样设置，就没有问题。`,
        })[what],
      advice: ({ what }) =>
        what === 'profile'
          ? '如果智能体需要做更多事，请选择更宽的方案，或只给一个智能体。然后新建会话。'
          : '如果这个列表本来是要增加工具，请移除它。然后新建会话。',
    },
    'http-endpoint-off': {
      title: ({ channel }) => `网关拒绝了 ${channel}`,
      explanation: ({ authMode }) =>
        `这个频道通过 /v1/chat/completions 请求网关，而这个接口没有开启，因此每条消息都得到 404 错误。${authMode === 'none' ? '网关目前不要求令牌，一旦开启，这台电脑上的任何程序都能使用您的智能体。' : ''}`,
      advice: ({ authMode }) =>
        authMode === 'none'
          ? '请先让网关要求令牌，并把同一令牌写入频道，然后再开启接口。'
          : '请开启接口。它只回应持有网关令牌的请求。',
    },
    'proxy-loopback': {
      title: () => '发往这台电脑的请求经过了代理',
      explanation: ({ proxy, exempt, user, host }) =>
        `服务设置了 ${proxy}，而 ${user} 指向 ${host}，也就是这台电脑。${exempt === null ? '没有任何地址不经过代理。' : `只有 ${exempt} 不经过代理。`}许多代理会拒绝这样的请求，而能看到的只有“fetch failed”。`,
      advice: () => '请在服务读取的地方把 127.0.0.1、localhost 和 ::1 加入 NO_PROXY，然后重启网关。代理本身可以保留。',
    },
    'tz-shift': {
      title: () => '服务没有您终端的时区',
      explanation: ({ label }) =>
        `您的终端设置了 TZ，而 ${label} 没有。智能体和定时任务因此使用系统的时区，可能与您的不同。`,
      advice: () => '如果智能体的日期或钟点不对，请为服务设置同样的 TZ。否则不需要处理。',
    },
  },
  'zh-Hant': {
    'env-key-missing': {
      title: ({ name }) => `閘道沒有環境變數 ${name}`,
      explanation: ({ name, path, more, inShell, blocksStart }) =>
        path === null
          ? `您的終端機透過 ${name} 中的代理伺服器存取網路，但終端機設定的變數不會傳給服務。閘道的記錄裡有未能連通的對外要求。`
          : [
              more === 0 ? `${path} 的值` : `${path} 和另外 ${more} 項設定的值`,
              `取自 ${name}。`,
              inShell ? '您的終端機有這個變數，但終端機設定的變數不會傳給服務。' : '服務能讀取的地方都沒有這個變數。',
              blocksStart ? '沒有它，這個 OpenClaw 不會啟動。' : '需要它的功能無法使用。',
            ].join(''),
      advice: () =>
        '請把它寫入 OpenClaw 檔案夾中只有您能讀取的檔案「.env」，然後重新啟動閘道。請不要把金鑰寫入服務本身。',
    },
    'tools-whitelist': {
      title: ({ what, agent }) =>
        what === 'nothing-left'
          ? `${agent === null ? '代理程式' : `代理程式 ${agent} `}沒有可用的工具`
          : `${agent === null ? '代理程式' : `代理程式 ${agent} `}的大部分工具不可用`,
      explanation: ({ what, path, profile, lets, hides }) =>
        ({
          whitelist: `${path} 不是補充，而是全部允許的工具：${lets}。不可用的有：${hides}。${profile === null ? '' : `方案 ${profile} 本來包含它們。`}如果您是為了保護自己而這樣設定，就沒有問題。`,
          'nothing-left': `${path} 只允許 ${lets}${profile === null ? '' : `，而方案 ${profile} 中沒有這些`}。不可用的有：${hides}。`,
          profile: `${path} 是 ${profile ?? ''}，其中只有 ${lets}。缺少的有：${hides}。如果您是為了保護自己而這樣設定，就沒有問題。`,
        })[what],
      advice: ({ what }) =>
        what === 'profile'
          ? '如果代理程式需要做更多事，請選擇更寬的方案，或只給一個代理程式。然後新增工作階段。'
          : '如果這份清單本來是要增加工具，請移除它。然後新增工作階段。',
    },
    'http-endpoint-off': {
      title: ({ channel }) => `閘道拒絕了 ${channel}`,
      explanation: ({ authMode }) =>
        `這個頻道透過 /v1/chat/completions 請求閘道，而這個介面沒有開啟，因此每則訊息都得到 404 錯誤。${authMode === 'none' ? '閘道目前不要求權杖，一旦開啟，這台電腦上的任何程式都能使用您的代理程式。' : ''}`,
      advice: ({ authMode }) =>
        authMode === 'none'
          ? '請先讓閘道要求權杖，並把同一權杖寫入頻道，然後再開啟介面。'
          : '請開啟介面。它只回應持有閘道權杖的請求。',
    },
    'proxy-loopback': {
      title: () => '送往這台電腦的請求經過了代理伺服器',
      explanation: ({ proxy, exempt, user, host }) =>
        `服務設定了 ${proxy}，而 ${user} 指向 ${host}，也就是這台電腦。${exempt === null ? '沒有任何位址不經過代理伺服器。' : `只有 ${exempt} 不經過代理伺服器。`}許多代理伺服器會拒絕這樣的請求，而能看到的只有「fetch failed」。`,
      advice: () =>
        '請在服務讀取的地方把 127.0.0.1、localhost 和 ::1 加入 NO_PROXY，然後重新啟動閘道。代理伺服器本身可以保留。',
    },
    'tz-shift': {
      title: () => '服務沒有您終端機的時區',
      explanation: ({ label }) =>
        `您的終端機設定了 TZ，而 ${label} 沒有。代理程式和排程因此使用系統的時區，可能與您的不同。`,
      advice: () => '如果代理程式的日期或鐘點不對，請為服務設定同樣的 TZ。否則不需要處理。',
    },
  },
});
