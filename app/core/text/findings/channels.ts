import { defineTexts } from '../define.ts';
import { countEnglish } from '../plural.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type ChannelCode = 'plugin-blocks-start' | 'bonjour' | 'tcc' | 'proto-mismatch' | 'tg-409';

/** Findings about what the gateway is connected with: plugins, network, other programs, the system's permissions. */
export const channelFindingTexts = defineTexts<FindingTexts<ChannelCode>>({
  en: {
    'plugin-blocks-start': {
      title: ({ plugin, blocks }) =>
        `${plugin === null ? 'A plugin' : `The plugin ${plugin}`} ${blocks === 'start' ? 'keeps the gateway from starting' : 'does not work'}`,
      explanation: ({ line, blocks }) =>
        `${blocks === 'start' ? 'The gateway ended with this message' : 'The gateway runs, but this part fails'}: “${shorten(line, 160)}”. Often the plugin is left from another version of OpenClaw, or is gone from the disk.`,
      advice: ({ blocks }) =>
        blocks === 'start'
          ? 'Update the plugin. If that does not help, switch it off until it is mended; its messages do not arrive as long as it is off.'
          : 'Update the plugin and restart the gateway.',
    },
    bonjour: {
      title: ({ what }) =>
        what === 'crash'
          ? 'The gateway ends while it announces itself on the network'
          : 'The gateway changes its name on the network again and again',
      explanation: ({ what, count }) =>
        what === 'crash'
          ? 'The announcement by Bonjour fails, and this version of OpenClaw does not survive that. Virtual machines, network changes and a second gateway are known reasons.'
          : `Its name was taken ${countEnglish(count, 'time', 'times')} within ten minutes. Somebody with the same name answers: a second gateway, or one that was not stopped cleanly.`,
      advice: () =>
        'Stop a second gateway, if there is one. If nobody looks for this gateway by Bonjour, switch the announcement off.',
    },
    tcc: {
      title: () => 'macOS does not let the gateway into protected folders',
      explanation: ({ nodePath, line }) =>
        `The gateway was refused: “${shorten(line, 160)}”. macOS binds this permission to the program that runs the gateway${nodePath === null ? '' : `, ${nodePath},`} and an update of Node loses it.`,
      advice: () =>
        'Open Privacy & Security in System Settings, choose Full Disk Access, and add this very program. Then restart the gateway.',
    },
    'proto-mismatch': {
      title: () => 'A program of another version tries to connect again and again',
      explanation: ({ client, count }) =>
        `The gateway refused ${client === null ? 'a client' : `“${shorten(client)}”`} ${countEnglish(count, 'time', 'times')} within the last hour, because the two speak different versions of the protocol. The gateway itself is well.`,
      advice: () =>
        'Update the older of the two. Reload a dashboard that is open in a browser, and end old dashboards that nobody uses any more.',
    },
    'tg-409': {
      title: () => 'Telegram hands the messages to somebody else as well',
      explanation: ({ count }) =>
        `Within ten minutes Telegram ended ${countEnglish(count, 'request', 'requests')} for messages, because another one came for the same bot. A gateway on another computer does that, or this one asks twice.`,
      advice: () =>
        'Stop the other gateway that uses this bot. If there is none, restart this one once. The bot’s key need not be changed.',
    },
  },
  'zh-Hans': {
    'plugin-blocks-start': {
      title: ({ plugin, blocks }) =>
        `${plugin === null ? '某个插件' : `插件 ${plugin} `}${blocks === 'start' ? '使网关无法启动' : '无法工作'}`,
      explanation: ({ line, blocks }) =>
        `${blocks === 'start' ? '网关退出时的消息是' : '网关在运行，但这一部分失败了'}：“${shorten(line, 160)}”。多半是插件来自另一个版本的 OpenClaw，或已不在磁盘上。`,
      advice: ({ blocks }) =>
        blocks === 'start'
          ? '请更新插件。如果没有用，请先停用它，直到修好为止；停用期间它的消息不会送达。'
          : '请更新插件，然后重启网关。',
    },
    bonjour: {
      title: ({ what }) => (what === 'crash' ? '网关在网络上公布自己时退出' : '网关在网络上反复改名'),
      explanation: ({ what, count }) =>
        what === 'crash'
          ? '通过 Bonjour 公布自己失败，而这个版本的 OpenClaw 会因此退出。已知的原因有虚拟机、网络变化和另一个网关。'
          : `十分钟内它的名称被占用 ${count} 次。有同名者在应答：另一个网关，或没有正常停止的网关。`,
      advice: () => '如果有另一个网关，请停止它。如果没有人通过 Bonjour 查找这个网关，请关闭公布功能。',
    },
    tcc: {
      title: () => 'macOS 不允许网关进入受保护的文件夹',
      explanation: ({ nodePath, line }) =>
        `网关被拒绝：“${shorten(line, 160)}”。macOS 把这项权限绑定在运行网关的程序上${nodePath === null ? '' : `（${nodePath}）`}，更新 Node 后就会失去。`,
      advice: () => '请在“系统设置”中打开“隐私与安全性”，选择“完全磁盘访问权限”，添加这个程序，然后重启网关。',
    },
    'proto-mismatch': {
      title: () => '另一个版本的程序在反复尝试连接',
      explanation: ({ client, count }) =>
        `最近一小时内，网关有 ${count} 次拒绝了${client === null ? '某个客户端' : `“${shorten(client)}”`}，因为两者的协议版本不同。网关本身正常。`,
      advice: () => '请更新两者中较旧的一个。浏览器中打开的控制台请重新载入，不再使用的旧控制台请退出。',
    },
    'tg-409': {
      title: () => 'Telegram 同时把消息交给了别处',
      explanation: ({ count }) =>
        `十分钟内，Telegram 结束了 ${count} 个取消息的请求，因为同一个机器人又有别的请求。可能是另一台电脑上的网关，也可能是这个网关请求了两遍。`,
      advice: () => '请停止使用这个机器人的另一个网关。如果没有，请把这个网关重启一次。机器人的密钥不需要更换。',
    },
  },
  'zh-Hant': {
    'plugin-blocks-start': {
      title: ({ plugin, blocks }) =>
        `${plugin === null ? '某個外掛' : `外掛 ${plugin} `}${blocks === 'start' ? '使閘道無法啟動' : '無法運作'}`,
      explanation: ({ line, blocks }) =>
        `${blocks === 'start' ? '閘道結束時的訊息是' : '閘道在執行，但這一部分失敗了'}：「${shorten(line, 160)}」。多半是外掛來自另一個版本的 OpenClaw，或已不在磁碟上。`,
      advice: ({ blocks }) =>
        blocks === 'start'
          ? '請更新外掛。如果沒有用，請先停用它，直到修好為止；停用期間它的訊息不會送達。'
          : '請更新外掛，然後重新啟動閘道。',
    },
    bonjour: {
      title: ({ what }) => (what === 'crash' ? '閘道在網路上公布自己時結束' : '閘道在網路上反覆改名'),
      explanation: ({ what, count }) =>
        what === 'crash'
          ? '透過 Bonjour 公布自己失敗，而這個版本的 OpenClaw 會因此結束。已知的原因有虛擬機器、網路變化和另一個閘道。'
          : `十分鐘內它的名稱被佔用 ${count} 次。有同名者在應答：另一個閘道，或沒有正常停止的閘道。`,
      advice: () => '如果有另一個閘道，請停止它。如果沒有人透過 Bonjour 查找這個閘道，請關閉公布功能。',
    },
    tcc: {
      title: () => 'macOS 不允許閘道進入受保護的檔案夾',
      explanation: ({ nodePath, line }) =>
        `閘道被拒絕：「${shorten(line, 160)}」。macOS 把這項權限綁定在執行閘道的程式上${nodePath === null ? '' : `（${nodePath}）`}，更新 Node 後就會失去。`,
      advice: () => '請在「系統設定」中打開「隱私權與安全性」，選擇「完全取用磁碟」，加入這個程式，然後重新啟動閘道。',
    },
    'proto-mismatch': {
      title: () => '另一個版本的程式在反覆嘗試連線',
      explanation: ({ client, count }) =>
        `最近一小時內，閘道有 ${count} 次拒絕了${client === null ? '某個連線程式' : `「${shorten(client)}」`}，因為兩者的協定版本不同。閘道本身正常。`,
      advice: () => '請更新兩者中較舊的一個。瀏覽器中打開的控制台請重新載入，不再使用的舊控制台請結束。',
    },
    'tg-409': {
      title: () => 'Telegram 同時把訊息交給了別處',
      explanation: ({ count }) =>
        `十分鐘內，Telegram 結束了 ${count} 個取訊息的請求，因為同一個機器人又有別的請求。可能是另一台電腦上的閘道，也可能是這個閘道請求了兩遍。`,
      advice: () => '請停止使用這個機器人的另一個閘道。如果沒有，請把這個閘道重新啟動一次。機器人的金鑰不需要更換。',
    },
  },
});
