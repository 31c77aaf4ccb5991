import type { FindingArgsByCode } from '../../model/finding.ts';
import { defineTexts } from '../define.ts';
import { countEnglish } from '../plural.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type AccessCode = 'controlui-stale' | 'origin-blocked' | 'bind-exposed' | 'secret-leak';

type Leak = FindingArgsByCode['secret-leak']['what'];
type Bind = FindingArgsByCode['bind-exposed']['what'];

const leakTitles: Readonly<Record<'en' | 'zh-Hans' | 'zh-Hant', Readonly<Record<Leak, string>>>> = {
  en: {
    argument: 'A secret stands in the service’s command line',
    'file-mode': 'A file with secrets can be read by other users',
    log: 'A link with a token stands in the log',
    place: 'A key stands where none belongs',
  },
  'zh-Hans': {
    argument: '服务的命令行中有密钥',
    'file-mode': '其他用户可以读取含有密钥的文件',
    log: '日志中有带令牌的链接',
    place: '密钥写在了不该写的地方',
  },
  'zh-Hant': {
    argument: '服務的指令列中有金鑰',
    'file-mode': '其他使用者可以讀取含有金鑰的檔案',
    log: '記錄檔中有帶權杖的連結',
    place: '金鑰寫在了不該寫的地方',
  },
};

const bindTitles: Readonly<Record<'en' | 'zh-Hans' | 'zh-Hant', Readonly<Record<Bind, string>>>> = {
  en: {
    open: 'The gateway lets everybody on the network in',
    refused: 'The gateway refuses to start open to the network',
    origins: 'The gateway does not start without knowing its dashboard’s addresses',
    local: 'The gateway asks no program on this computer for a token',
  },
  'zh-Hans': {
    open: '网关允许网络上的任何人进入',
    refused: '网关拒绝在向网络开放的情况下启动',
    origins: '网关不知道控制台的地址，因此无法启动',
    local: '网关不向这台电脑上的程序要求令牌',
  },
  'zh-Hant': {
    open: '閘道允許網路上的任何人進入',
    refused: '閘道拒絕在向網路開放的情況下啟動',
    origins: '閘道不知道控制台的位址，因此無法啟動',
    local: '閘道不向這部電腦上的程式要求權杖',
  },
};

/** Findings about who may come in, and what lies open. */
export const accessFindingTexts = defineTexts<FindingTexts<AccessCode>>({
  en: {
    'controlui-stale': {
      title: ({ why }) =>
        why === 'limited' ? 'The dashboard in the browser has to wait' : 'The dashboard in the browser is out of date',
      explanation: ({ why, count }) =>
        `The gateway turned a dashboard away ${countEnglish(count, 'time', 'times')} within ten minutes, and nobody else: ${
          {
            token: 'it keeps a token of before',
            none: 'it was opened without its token, from a bookmark perhaps',
            device: 'what the browser keeps of its pairing is no longer valid',
            limited: 'it tried too often, so that it has to wait some minutes',
          }[why]
        }. The gateway itself is well.`,
      advice: ({ why }) =>
        why === 'limited'
          ? 'Close all tabs of the dashboard, wait some minutes, and open it anew from here.'
          : 'Close all tabs of the dashboard and open it anew from here. If that does not help, let the browser forget the data of this page.',
    },
    'origin-blocked': {
      title: () => 'A page was refused because of its address',
      explanation: ({ origin, count }) =>
        `A page from ${shorten(origin)} wanted to connect ${countEnglish(count, 'time', 'times')} within ten minutes. The gateway does not know this address as one of its own dashboard, so it refused. It may be your own browser, or a foreign page.`,
      advice: ({ address, origin }) =>
        `Simplest: open the dashboard at ${address} on this computer. Only if ${shorten(origin)} is your own way to it, allow exactly this address.`,
    },
    'bind-exposed': {
      title: ({ what }) => bindTitles.en[what],
      explanation: ({ what, bind, address }) =>
        ({
          open: `It listens at ${address ?? 'an open address'} and asks nobody for a token. Whoever reaches this computer can read all and have commands run.`,
          refused: `It is to be reached from other computers${bind === null ? '' : ` (gateway.bind: ${shorten(bind)})`}, but would ask nobody for a token.`,
          origins: `It is to be reached from other computers${bind === null ? '' : ` (gateway.bind: ${shorten(bind)})`}, and newer versions of OpenClaw then want to know from which addresses the dashboard may be opened.`,
          local:
            'Only this computer reaches it, but here every program and every user can use your agents over HTTP, with all that they may do. A connector does not need that: it can be given the token.',
        })[what],
      advice: ({ what }) =>
        what === 'local'
          ? 'Let it ask for a token again, and write that token into the channel that calls the gateway.'
          : 'Let it listen on this computer only. If you need it from others, give it a token first, and reach it through a tunnel.',
    },
    'secret-leak': {
      title: ({ what }) => leakTitles.en[what],
      explanation: ({ what, path, mode }) =>
        ({
          argument: `Every user of this computer can see the command lines of all processes. It comes from ${path}.`,
          'file-mode': `${path} has the permissions ${mode ?? ''}. It should be yours alone.`,
          log: `Whoever gets ${path} to read, or a part of it, can open the gateway with that link.`,
          place: `${path} holds what reads like a key. Such a setting is sent, listed and logged like any other text.`,
        })[what],
      advice: ({ what }) =>
        ({
          argument: 'Put the token into the configuration and let OpenClaw write its service anew.',
          'file-mode': 'Close the file. If others use this computer, replace the secrets as well.',
          log: 'If you have shown the log to somebody, give the gateway another token.',
          place: 'Put the key where it belongs, best as a variable, and have it replaced.',
        })[what],
    },
  },
  'zh-Hans': {
    'controlui-stale': {
      title: ({ why }) => (why === 'limited' ? '浏览器中的控制台需要等待' : '浏览器中的控制台已经过时'),
      explanation: ({ why, count }) =>
        `十分钟内，网关有 ${count} 次拒绝了控制台，而没有拒绝别的程序：${
          {
            token: '它保存的是以前的令牌',
            none: '打开它时没有带令牌，也许来自书签',
            device: '浏览器保存的配对信息已经无效',
            limited: '它尝试的次数太多，需要等待几分钟',
          }[why]
        }。网关本身正常。`,
      advice: ({ why }) =>
        why === 'limited'
          ? '请关闭所有控制台标签页，等待几分钟，再从这里重新打开。'
          : '请关闭所有控制台标签页，再从这里重新打开。如果没有用，请让浏览器清除这个页面的数据。',
    },
    'origin-blocked': {
      title: () => '有页面因其地址而被拒绝',
      explanation: ({ origin, count }) =>
        `十分钟内，来自 ${shorten(origin)} 的页面有 ${count} 次想要连接。网关不认识这个地址，因此拒绝了。它可能是您自己的浏览器，也可能是外来的页面。`,
      advice: ({ address, origin }) =>
        `最简单的办法：在这台电脑上打开 ${address}。只有当 ${shorten(origin)} 确实是您自己使用的地址时，才允许这一个地址。`,
    },
    'bind-exposed': {
      title: ({ what }) => bindTitles['zh-Hans'][what],
      explanation: ({ what, bind, address }) =>
        ({
          open: `它在${address === null ? '开放的地址' : ` ${address} `}上监听，并且不要求令牌。能访问这台电脑的人都可以读取一切并执行命令。`,
          refused: `它应当能从其他电脑访问${bind === null ? '' : `（gateway.bind：${shorten(bind)}）`}，却不要求令牌。`,
          origins: `它应当能从其他电脑访问${bind === null ? '' : `（gateway.bind：${shorten(bind)}）`}，而较新的 OpenClaw 要求写明可以从哪些地址打开控制台。`,
          local:
            '只有这台电脑能访问它，但这里的每个程序和每个用户都能通过 HTTP 使用您的智能体，做它们能做的一切。连接器并不需要这样：可以把令牌告诉它。',
        })[what],
      advice: ({ what }) =>
        what === 'local'
          ? '请让它重新要求令牌，并把令牌写入调用网关的频道。'
          : '请让它只在这台电脑上监听。如果需要从别处访问，请先设置令牌，并通过隧道访问。',
    },
    'secret-leak': {
      title: ({ what }) => leakTitles['zh-Hans'][what],
      explanation: ({ what, path, mode }) =>
        ({
          argument: `这台电脑的每个用户都能看到所有进程的命令行。它来自 ${path}。`,
          'file-mode': `${path} 的权限是 ${mode ?? ''}，它应当只属于您。`,
          log: `得到 ${path} 或其中一部分的人，可以用那个链接打开网关。`,
          place: `${path} 中的内容看起来是密钥。这样的设置会像普通文字一样被发送、列出和记录。`,
        })[what],
      advice: ({ what }) =>
        ({
          argument: '请把令牌写进配置，并让 OpenClaw 重新写入服务。',
          'file-mode': '请收回该文件的权限。如果还有别人使用这台电脑，请同时更换密钥。',
          log: '如果您把日志给别人看过，请为网关更换令牌。',
          place: '请把密钥放到该放的地方，最好用环境变量，并更换它。',
        })[what],
    },
  },
  'zh-Hant': {
    'controlui-stale': {
      title: ({ why }) => (why === 'limited' ? '瀏覽器中的控制台需要等待' : '瀏覽器中的控制台已經過時'),
      explanation: ({ why, count }) =>
        `十分鐘內，閘道有 ${count} 次拒絕了控制台，而沒有拒絕別的程式：${
          {
            token: '它儲存的是以前的權杖',
            none: '打開它時沒有帶權杖，也許來自書籤',
            device: '瀏覽器儲存的配對資料已經無效',
            limited: '它嘗試的次數太多，需要等待幾分鐘',
          }[why]
        }。閘道本身正常。`,
      advice: ({ why }) =>
        why === 'limited'
          ? '請關閉所有控制台分頁，等待幾分鐘，再從這裡重新打開。'
          : '請關閉所有控制台分頁，再從這裡重新打開。如果沒有用，請讓瀏覽器清除這個頁面的資料。',
    },
    'origin-blocked': {
      title: () => '有頁面因其位址而被拒絕',
      explanation: ({ origin, count }) =>
        `十分鐘內，來自 ${shorten(origin)} 的頁面有 ${count} 次想要連線。閘道不認識這個位址，因此拒絕了。它可能是您自己的瀏覽器，也可能是外來的頁面。`,
      advice: ({ address, origin }) =>
        `最簡單的辦法：在這部電腦上打開 ${address}。只有當 ${shorten(origin)} 確實是您自己使用的位址時，才允許這一個位址。`,
    },
    'bind-exposed': {
      title: ({ what }) => bindTitles['zh-Hant'][what],
      explanation: ({ what, bind, address }) =>
        ({
          open: `它在${address === null ? '開放的位址' : ` ${address} `}上監聽，並且不要求權杖。能連到這部電腦的人都可以讀取一切並執行指令。`,
          refused: `它應當能從其他電腦連線${bind === null ? '' : `（gateway.bind：${shorten(bind)}）`}，卻不要求權杖。`,
          origins: `它應當能從其他電腦連線${bind === null ? '' : `（gateway.bind：${shorten(bind)}）`}，而較新的 OpenClaw 要求寫明可以從哪些位址打開控制台。`,
          local:
            '只有這部電腦能連到它，但這裡的每個程式和每個使用者都能透過 HTTP 使用您的代理程式，做它們能做的一切。連接器並不需要這樣：可以把權杖告訴它。',
        })[what],
      advice: ({ what }) =>
        what === 'local'
          ? '請讓它重新要求權杖，並把權杖寫入呼叫閘道的頻道。'
          : '請讓它只在這部電腦上監聽。如果需要從別處連線，請先設定權杖，並透過通道連線。',
    },
    'secret-leak': {
      title: ({ what }) => leakTitles['zh-Hant'][what],
      explanation: ({ what, path, mode }) =>
        ({
          argument: `這部電腦的每個使用者都能看到所有行程的指令列。它來自 ${path}。`,
          'file-mode': `${path} 的權限是 ${mode ?? ''}，它應當只屬於您。`,
          log: `得到 ${path} 或其中一部分的人，可以用那個連結打開閘道。`,
          place: `${path} 中的內容看起來是金鑰。這樣的設定會像普通文字一樣被傳送、列出和記錄。`,
        })[what],
      advice: ({ what }) =>
        ({
          argument: '請把權杖寫進設定檔，並讓 OpenClaw 重新寫入服務。',
          'file-mode': '請收回該檔案的權限。如果還有別人使用這部電腦，請同時更換金鑰。',
          log: '如果您把記錄檔給別人看過，請為閘道更換權杖。',
          place: '請把金鑰放到該放的地方，最好用環境變數，並更換它。',
        })[what],
    },
  },
});
