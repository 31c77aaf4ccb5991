import type { FindingArgsByCode } from '../../model/finding.ts';
import { defineTexts } from '../define.ts';
import { countEnglish } from '../plural.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type TokenCode = 'token-missing' | 'gwtoken-drift' | 'devtoken-mismatch' | 'devsig-invalid' | 'pairing-loop';

type Drift = FindingArgsByCode['gwtoken-drift'];
type CopyPlace = Exclude<Drift['place'], 'unshared' | 'running'>;
type State = FindingArgsByCode['devtoken-mismatch']['state'];

/** Where the other copy stands. */
const places = {
  en: {
    service: 'the service’s definition',
    'service-file': 'the service’s environment file',
    'state-dotenv': 'OpenClaw’s .env file',
    'moved-dotenv': 'the .env file of the folder that OpenClaw’s first one names',
    'gateway-env': 'the file gateway.env',
    'login-session': 'the login session',
    shell: 'this terminal',
    remote: 'the settings for a remote gateway',
  },
  'zh-Hans': {
    service: '服务的定义',
    'service-file': '服务的环境文件',
    'state-dotenv': 'OpenClaw 的 .env 文件',
    'moved-dotenv': 'OpenClaw 的 .env 所指文件夹里的 .env 文件',
    'gateway-env': 'gateway.env 文件',
    'login-session': '登录会话',
    shell: '当前的终端',
    remote: '远程网关的设置',
  },
  'zh-Hant': {
    service: '服務的定義',
    'service-file': '服務的環境檔案',
    'state-dotenv': 'OpenClaw 的 .env 檔案',
    'moved-dotenv': 'OpenClaw 的 .env 所指檔案夾裡的 .env 檔案',
    'gateway-env': 'gateway.env 檔案',
    'login-session': '登入工作階段',
    shell: '目前的終端機',
    remote: '遠端閘道的設定',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<CopyPlace, string>>>>;

const secrets = {
  en: { token: 'token', password: 'password' },
  'zh-Hans': { token: '令牌', password: '密码' },
  'zh-Hant': { token: '權杖', password: '密碼' },
} as const satisfies Readonly<Record<string, Readonly<Record<Drift['secret'], string>>>>;

const states = {
  en: {
    unpaired: 'The gateway does not know this device (any more).',
    'key-changed': 'The gateway knows this device by another key.',
    revoked: 'The gateway has revoked this device’s token.',
    replaced: 'The gateway has given this device another token since.',
    older: 'By their times, the gateway’s token is newer than the one that is kept here.',
    refused: 'Only the gateway’s log tells of it.',
  },
  'zh-Hans': {
    unpaired: '网关（已经）不认识这台设备。',
    'key-changed': '网关记录的是这台设备的另一个密钥。',
    revoked: '网关已吊销这台设备的令牌。',
    replaced: '网关后来给了这台设备另一个令牌。',
    older: '从时间看，网关的令牌比这里保存的更新。',
    refused: '只有网关的日志提到它。',
  },
  'zh-Hant': {
    unpaired: '閘道（已經）不認識這部裝置。',
    'key-changed': '閘道記錄的是這部裝置的另一個金鑰。',
    revoked: '閘道已撤銷這部裝置的權杖。',
    replaced: '閘道後來給了這部裝置另一個權杖。',
    older: '從時間看，閘道的權杖比這裡儲存的更新。',
    refused: '只有閘道的記錄檔提到它。',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<State, string>>>>;

/** Findings about tokens, and about the devices that have some. */
export const tokenFindingTexts = defineTexts<FindingTexts<TokenCode>>({
  en: {
    'token-missing': {
      title: () => 'The gateway’s token is missing',
      explanation: ({ why, variable, path }) =>
        ({
          absent: `The gateway is to ask for a token, and ${path} has none. It says so itself and does not start.`,
          'not-a-value': `In ${path} a word stands where the token was: a tool wrote it there when it had none.`,
          variable: `The token is to come from the variable ${variable ?? ''}, and nothing that the service can see sets it.`,
        })[why],
      advice: ({ why }) =>
        why === 'variable'
          ? 'Set the variable where the service reads it, then restart the gateway.'
          : 'Bring back the token of before, if there is a kept version with it: then all devices keep working. With a new one each has to be told.',
    },
    'gwtoken-drift': {
      title: ({ bites, secret, place }) =>
        place === 'running'
          ? `The gateway goes on with a ${secrets.en[secret]} of before`
          : `${bites ? 'Two different' : 'A left-over copy of the'} gateway ${secrets.en[secret]}${bites ? 's are in use' : ''}`,
      explanation: ({ place, path, secret, bites }) => {
        const word = secrets.en[secret];
        if (place === 'running')
          return `It began without a ${word} and made one for itself. It says that the new one from the configuration was applied, but keeps its own until it is restarted.`;
        if (place === 'unshared')
          return `Only the service has the gateway’s ${word}${path === null ? '' : ` (${path})`}. A command line on this computer cannot know it, and is refused unless it is paired.`;
        const where = `In ${places.en[place]}${path === null ? '' : ` (${path})`} there is another ${word} than the gateway asks for.`;
        return `${where} ${bites ? 'This version of OpenClaw uses it in a terminal and is refused, whatever it advises.' : 'This version of OpenClaw does not use it, but the next tool that does is refused.'}`;
      },
      advice: ({ place }) =>
        place === 'running'
          ? 'Restart the gateway.'
          : 'Remove the other copy where it stands. The gateway’s own stays as it is, so that no device has to be told.',
    },
    'devtoken-mismatch': {
      title: ({ heals }) =>
        heals === true ? 'A stale device token, which renews itself' : 'The gateway refuses a device’s token',
      explanation: ({ state, client, count, heals }) =>
        `${states.en[state]}${client === null ? '' : ` The device is called ${shorten(client)}.`}${count === 0 ? '' : ` It was turned away ${countEnglish(count, 'time', 'times')} within ten minutes.`} ${
          heals === true
            ? 'It has the shared token as well: its next connection renews the stale one.'
            : 'Without the shared token it has no other way in.'
        }`,
      advice: () =>
        'First see that the shared token is right, then renew this one device. To clear all devices first, as is often advised, locks out every phone and node, because each of them has only its own token, and mends nothing that this does not.',
    },
    'devsig-invalid': {
      title: () => 'A device’s signature is refused',
      explanation: ({ why, client, count, path }) =>
        why === 'keys'
          ? `In ${path ?? ''} the private key does not belong to the public one, so the gateway refuses whatever is signed with it.`
          : `${client === null ? 'A client' : shorten(client)} was turned away ${countEnglish(count, 'time', 'times')} within ten minutes, because its signature does not fit: it speaks to another gateway than it expects, is of another version, or the clocks differ.`,
      advice: ({ why }) =>
        why === 'keys'
          ? 'Put the damaged identity aside: the next connection makes a new one. The old entry among the devices can be removed then.'
          : 'See that only one gateway runs, and that the program is of the same version. The gateway itself is well.',
    },
    'pairing-loop': {
      title: () => 'This computer’s own command line waits for approval',
      explanation: ({ request, count, client }) =>
        request === null
          ? `${client === null ? 'It' : shorten(client)} was told ${countEnglish(count, 'time', 'times')} within ten minutes that it has to be paired.`
          : `The request ${request.requestId} asks for “${shorten(request.scopes)}”${request.remoteIp === null ? '' : ` from ${request.remoteIp}`}. As long as it waits, all connections of this device wait with it, also those that need no approval.`,
      advice: ({ endsAt, clock }) =>
        `${endsAt === null ? 'See which request waits' : `Wait until ${clock(endsAt)}, when it ends by itself`}, or approve exactly this request if it is yours. Phones that wait are a matter of their own.`,
    },
  },
  'zh-Hans': {
    'token-missing': {
      title: () => '网关缺少令牌',
      explanation: ({ why, variable, path }) =>
        ({
          absent: `网关应当要求令牌，而 ${path} 中没有。网关自己也这样说，并且没有启动。`,
          'not-a-value': `在 ${path} 中，令牌的位置上是一个普通的词：某个工具在没有令牌时写下了它。`,
          variable: `令牌应当来自变量 ${variable ?? ''}，而服务能看到的地方都没有设置它。`,
        })[why],
      advice: ({ why }) =>
        why === 'variable'
          ? '请在服务读取的地方设置这个变量，然后重启网关。'
          : '如果保留的版本中有以前的令牌，请恢复它：这样所有设备都能继续使用。如果换新的，每台设备都要重新告知。',
    },
    'gwtoken-drift': {
      title: ({ bites, secret, place }) =>
        place === 'running'
          ? `网关仍在使用以前的${secrets['zh-Hans'][secret]}`
          : bites
            ? `有两个不同的网关${secrets['zh-Hans'][secret]}在使用`
            : `网关${secrets['zh-Hans'][secret]}有一份遗留的副本`,
      explanation: ({ place, path, secret, bites }) => {
        const word = secrets['zh-Hans'][secret];
        if (place === 'running')
          return `它启动时没有${word}，自己生成了一个。它说已经应用配置中的新${word}，实际上在重启之前仍用自己的那个。`;
        if (place === 'unshared')
          return `只有服务知道网关的${word}${path === null ? '' : `（${path}）`}。这台电脑的命令行无从得知，除非已经配对，否则会被拒绝。`;
        const where = `${places['zh-Hans'][place]}${path === null ? '' : `（${path}）`}中的${word}与网关要求的不同。`;
        return `${where}${bites ? '这个版本的 OpenClaw 在终端中会使用它并被拒绝，不论它提示什么。' : '这个版本的 OpenClaw 不使用它，但下一个使用它的工具会被拒绝。'}`;
      },
      advice: ({ place }) =>
        place === 'running'
          ? '请重启网关。'
          : '请在原处去掉另一份副本。网关自己的那份保持不变，这样不需要重新告知任何设备。',
    },
    'devtoken-mismatch': {
      title: ({ heals }) => (heals === true ? '设备令牌已过时，会自行更新' : '网关拒绝了设备的令牌'),
      explanation: ({ state, client, count, heals }) =>
        `${states['zh-Hans'][state]}${client === null ? '' : `设备名为 ${shorten(client)}。`}${count === 0 ? '' : `十分钟内它被拒绝 ${count} 次。`}${
          heals === true ? '它还有共享令牌：下一次连接会更新过时的那个。' : '没有共享令牌，它就没有别的办法进入。'
        }`,
      advice: () =>
        '请先确认共享令牌正确，再更新这一台设备。常见的建议是先清除所有设备，这会把每部手机和节点都挡在外面，因为它们各自只有自己的令牌，而且并不能解决更多问题。',
    },
    'devsig-invalid': {
      title: () => '设备的签名被拒绝',
      explanation: ({ why, client, count, path }) =>
        why === 'keys'
          ? `${path ?? ''} 中的私钥与公钥不匹配，因此网关拒绝用它签名的一切。`
          : `${client === null ? '某个客户端' : `${shorten(client)} `}在十分钟内被拒绝 ${count} 次，因为签名不符：它连接的不是它以为的网关，或版本不同，或时钟不一致。`,
      advice: ({ why }) =>
        why === 'keys'
          ? '请移开损坏的身份文件：下一次连接会生成新的。之后可以移除设备列表中的旧条目。'
          : '请确认只有一个网关在运行，并且程序的版本相同。网关本身正常。',
    },
    'pairing-loop': {
      title: () => '这台电脑自己的命令行在等待批准',
      explanation: ({ request, count, client }) =>
        request === null
          ? `十分钟内，${client === null ? '它' : `${shorten(client)} `}有 ${count} 次被告知需要配对。`
          : `请求 ${request.requestId} 要求“${shorten(request.scopes)}”${request.remoteIp === null ? '' : `，来自 ${request.remoteIp}`}。只要它还在等待，这台设备的所有连接都要等待，包括不需要批准的。`,
      advice: ({ endsAt, clock }) =>
        `${endsAt === null ? '请查看是哪个请求在等待' : `请等到 ${clock(endsAt)}，它会自行结束`}；如果是您自己的请求，也可以只批准这一个。等待中的手机是另一回事。`,
    },
  },
  'zh-Hant': {
    'token-missing': {
      title: () => '閘道缺少權杖',
      explanation: ({ why, variable, path }) =>
        ({
          absent: `閘道應當要求權杖，而 ${path} 中沒有。閘道自己也這樣說，並且沒有啟動。`,
          'not-a-value': `在 ${path} 中，權杖的位置上是一個普通的詞：某個工具在沒有權杖時寫下了它。`,
          variable: `權杖應當來自變數 ${variable ?? ''}，而服務能看到的地方都沒有設定它。`,
        })[why],
      advice: ({ why }) =>
        why === 'variable'
          ? '請在服務讀取的地方設定這個變數，然後重新啟動閘道。'
          : '如果保留的版本中有以前的權杖，請恢復它：這樣所有裝置都能繼續使用。如果換新的，每部裝置都要重新告知。',
    },
    'gwtoken-drift': {
      title: ({ bites, secret, place }) =>
        place === 'running'
          ? `閘道仍在使用以前的${secrets['zh-Hant'][secret]}`
          : bites
            ? `有兩個不同的閘道${secrets['zh-Hant'][secret]}在使用`
            : `閘道${secrets['zh-Hant'][secret]}有一份遺留的副本`,
      explanation: ({ place, path, secret, bites }) => {
        const word = secrets['zh-Hant'][secret];
        if (place === 'running')
          return `它啟動時沒有${word}，自己產生了一個。它說已經套用設定檔中的新${word}，實際上在重新啟動之前仍用自己的那個。`;
        if (place === 'unshared')
          return `只有服務知道閘道的${word}${path === null ? '' : `（${path}）`}。這部電腦的指令列無從得知，除非已經配對，否則會被拒絕。`;
        const where = `${places['zh-Hant'][place]}${path === null ? '' : `（${path}）`}中的${word}與閘道要求的不同。`;
        return `${where}${bites ? '這個版本的 OpenClaw 在終端機中會使用它並被拒絕，不論它提示什麼。' : '這個版本的 OpenClaw 不使用它，但下一個使用它的工具會被拒絕。'}`;
      },
      advice: ({ place }) =>
        place === 'running'
          ? '請重新啟動閘道。'
          : '請在原處去掉另一份副本。閘道自己的那份保持不變，這樣不需要重新告知任何裝置。',
    },
    'devtoken-mismatch': {
      title: ({ heals }) => (heals === true ? '裝置權杖已過時，會自行更新' : '閘道拒絕了裝置的權杖'),
      explanation: ({ state, client, count, heals }) =>
        `${states['zh-Hant'][state]}${client === null ? '' : `裝置名為 ${shorten(client)}。`}${count === 0 ? '' : `十分鐘內它被拒絕 ${count} 次。`}${
          heals === true ? '它還有共用權杖：下一次連線會更新過時的那個。' : '沒有共用權杖，它就沒有別的辦法進入。'
        }`,
      advice: () =>
        '請先確認共用權杖正確，再更新這一部裝置。常見的建議是先清除所有裝置，這會把每部手機和節點都擋在外面，因為它們各自只有自己的權杖，而且並不能解決更多問題。',
    },
    'devsig-invalid': {
      title: () => '裝置的簽章被拒絕',
      explanation: ({ why, client, count, path }) =>
        why === 'keys'
          ? `${path ?? ''} 中的私密金鑰與公開金鑰不相符，因此閘道拒絕用它簽章的一切。`
          : `${client === null ? '某個連線程式' : `${shorten(client)} `}在十分鐘內被拒絕 ${count} 次，因為簽章不符：它連線的不是它以為的閘道，或版本不同，或時鐘不一致。`,
      advice: ({ why }) =>
        why === 'keys'
          ? '請移開損壞的身分檔案：下一次連線會產生新的。之後可以移除裝置列表中的舊項目。'
          : '請確認只有一個閘道在執行，並且程式的版本相同。閘道本身正常。',
    },
    'pairing-loop': {
      title: () => '這部電腦自己的指令列在等待核准',
      explanation: ({ request, count, client }) =>
        request === null
          ? `十分鐘內，${client === null ? '它' : `${shorten(client)} `}有 ${count} 次被告知需要配對。`
          : `請求 ${request.requestId} 要求「${shorten(request.scopes)}」${request.remoteIp === null ? '' : `，來自 ${request.remoteIp}`}。只要它還在等待，這部裝置的所有連線都要等待，包括不需要核准的。`,
      advice: ({ endsAt, clock }) =>
        `${endsAt === null ? '請查看是哪個請求在等待' : `請等到 ${clock(endsAt)}，它會自行結束`}；如果是您自己的請求，也可以只核准這一個。等待中的手機是另一回事。`,
    },
  },
});
