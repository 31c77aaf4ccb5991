import type { FindingArgsByCode } from '../../model/finding.ts';
import { defineTexts } from '../define.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type ConfigurationCode =
  | 'config-invalid'
  | 'config-clobber'
  | 'mode-missing'
  | 'mode-remote-flip'
  | 'redacted-written'
  | 'reload-loop'
  | 'restart-pending';

type InvalidTexts = Readonly<Record<FindingArgsByCode['config-invalid']['what'], (setting: string) => string>>;
type ClobberTexts = Readonly<
  Record<
    FindingArgsByCode['config-clobber']['what'],
    (args: FindingArgsByCode['config-clobber'] & { readonly clock: (at: number) => string }) => string
  >
>;
type PendingTexts = Readonly<Record<FindingArgsByCode['restart-pending']['why'], string>>;

/** What is wrong in the configuration, and what happened to it. */
export const configurationFindingTexts = defineTexts<FindingTexts<ConfigurationCode>>({
  en: {
    'config-invalid': {
      title: ({ count, setting }) =>
        count > 1 || setting === null || setting === ''
          ? 'OpenClaw does not accept the configuration'
          : `OpenClaw does not accept “${shorten(setting, 40)}”`,
      explanation: ({ setting, what, message, line, path, count, runs }) =>
        [
          invalidEn[what](setting === null || setting === '' ? 'The configuration' : `“${shorten(setting)}”`),
          what === 'told' ? `: ${shorten(message, 160)}.` : line === null ? ` (${path}).` : ` (${path}, line ${line}).`,
          count > 1 ? ` There are ${count} such places.` : '',
          runs
            ? ' The gateway goes on with the configuration it had, and will not start again with this one. Commands of OpenClaw fail meanwhile.'
            : ' The gateway does not start with it.',
        ].join(''),
      advice: ({ what }) =>
        what === 'unknown-key'
          ? 'Take out exactly these settings; everything else stays. If you want to keep what they did, read first where this version of OpenClaw has it.'
          : 'Correct the place, or put back the version that the gateway ran on last.',
    },
    'config-clobber': {
      title: ({ what }) => clobberTitlesEn[what],
      explanation: (args) => clobberEn[args.what](args),
      advice: ({ what }) =>
        what === 'rolled-back' || what === 'write-refused'
          ? 'Compare the two files, and write what you want to keep into the configuration again, in small steps.'
          : 'Look at the difference, then copy back what is gone, or put back the former version.',
    },
    'mode-missing': {
      title: () => 'The configuration does not say where the gateway runs',
      explanation: ({ runs }) =>
        runs
          ? '“gateway.mode” is missing. The gateway that runs was started before, and will not start again.'
          : '“gateway.mode” is missing, and without it OpenClaw starts no gateway.',
      advice: () => 'Set it to “local” if the gateway shall run on this computer.',
    },
    'mode-remote-flip': {
      title: () => 'The configuration points to another computer',
      explanation: ({ why, writer, at, clock }) =>
        [
          why === 'odd-token'
            ? 'OpenClaw is set to use the gateway of another computer, but the token for it is no token.'
            : 'OpenClaw is set to use the gateway of another computer, though a gateway ran on this one before.',
          at === null ? '' : ` ${writer ?? 'Another program or an editor'} set it so, ${clock(at)}.`,
          ' The service of this computer stays unused.',
        ].join(''),
      advice: () => 'If this computer shall have the gateway, set the mode back to “local”. If not, leave it.',
    },
    'redacted-written': {
      title: ({ count }) =>
        count === 1 ? 'A placeholder stands where a key belongs' : `Placeholders stand where ${count} keys belong`,
      explanation: ({ keys }) =>
        `Somebody saved a view in which keys were hidden, and so the hidden form was written: ${keys}. Whatever needs these keys fails.`,
      advice: () => 'Put the keys back from the last version that still has them, or enter them again.',
    },
    'reload-loop': {
      title: ({ what }) =>
        what === 'restarts'
          ? 'The configuration restarts the gateway again and again'
          : 'Something keeps writing the configuration',
      explanation: ({ what, count, keys, writer }) =>
        [
          what === 'restarts'
            ? `Within ten minutes the gateway was made to restart ${count} times by the same settings (${shorten(keys)}).`
            : `Within three minutes the configuration was written ${count} times, each time with “${shorten(keys)}”.`,
          writer === null ? '' : ` The last one to write was ${writer}.`,
        ].join(''),
      advice: () => 'Find the program that writes, and stop it there. Another restart does not help.',
    },
    'restart-pending': {
      title: ({ count }) =>
        count === 1 ? 'A changed setting waits for a restart' : `${count} changed settings wait for a restart`,
      explanation: ({ keys, why }) => `${pendingEn[why]} The gateway does not know yet: ${keys}.`,
      advice: () => 'Restart the gateway when it suits you.',
    },
  },
  'zh-Hans': {
    'config-invalid': {
      title: ({ count, setting }) =>
        count > 1 || setting === null || setting === ''
          ? 'OpenClaw 不接受这份配置'
          : `OpenClaw 不接受“${shorten(setting, 40)}”`,
      explanation: ({ setting, what, message, line, path, count, runs }) =>
        [
          invalidZhHans[what](setting === null || setting === '' ? '配置' : `“${shorten(setting)}”`),
          what === 'told'
            ? `：${shorten(message, 160)}。`
            : line === null
              ? `（${path}）。`
              : `（${path}，第 ${line} 行）。`,
          count > 1 ? `这样的地方共有 ${count} 处。` : '',
          runs
            ? '网关仍在使用原来的配置，但用这份配置将无法再次启动；在此期间 OpenClaw 的命令会失败。'
            : '网关无法用它启动。',
        ].join(''),
      advice: ({ what }) =>
        what === 'unknown-key'
          ? '只去掉这些设置，其余保持不变。如果想保留它们的作用，请先查看这个版本的 OpenClaw 把它放在哪里。'
          : '请改正该处，或恢复网关上次运行时的版本。',
    },
    'config-clobber': {
      title: ({ what }) => clobberTitlesZhHans[what],
      explanation: (args) => clobberZhHans[args.what](args),
      advice: ({ what }) =>
        what === 'rolled-back' || what === 'write-refused'
          ? '请比较这两个文件，把想保留的内容分几次小幅写回配置。'
          : '请查看差异，然后把缺失的内容复制回来，或恢复先前的版本。',
    },
    'mode-missing': {
      title: () => '配置没有说明网关在哪里运行',
      explanation: ({ runs }) =>
        runs
          ? '缺少“gateway.mode”。正在运行的网关是之前启动的，之后将无法再次启动。'
          : '缺少“gateway.mode”，没有它 OpenClaw 不会启动网关。',
      advice: () => '如果网关要在这台电脑上运行，请设为本机（local）。',
    },
    'mode-remote-flip': {
      title: () => '配置指向另一台电脑',
      explanation: ({ why, writer, at, clock }) =>
        [
          why === 'odd-token'
            ? 'OpenClaw 被设为使用另一台电脑的网关，但相应的令牌并不是令牌。'
            : 'OpenClaw 被设为使用另一台电脑的网关，而之前网关在这台电脑上运行。',
          at === null ? '' : `${clock(at)} 由${writer === null ? '其他程序或编辑器' : ` ${writer} `}改成这样。`,
          '这台电脑的服务没有使用。',
        ].join(''),
      advice: () => '如果网关应在这台电脑上，请把模式改回本机（local）；否则无需处理。',
    },
    'redacted-written': {
      title: ({ count }) => (count === 1 ? '密钥的位置上是占位符' : `${count} 个密钥的位置上是占位符`),
      explanation: ({ keys }) =>
        `有人保存了隐藏密钥的视图，隐藏后的样子因此被写入：${keys}。需要这些密钥的功能都会失败。`,
      advice: () => '请从仍有密钥的最后一个版本恢复，或重新输入。',
    },
    'reload-loop': {
      title: ({ what }) => (what === 'restarts' ? '配置让网关反复重启' : '有程序不断写入配置'),
      explanation: ({ what, count, keys, writer }) =>
        [
          what === 'restarts'
            ? `十分钟内，同样的设置（${shorten(keys)}）让网关重启了 ${count} 次。`
            : `三分钟内配置被写入 ${count} 次，每次都有“${shorten(keys)}”。`,
          writer === null ? '' : `最后一次写入的是 ${writer}。`,
        ].join(''),
      advice: () => '请找到写入的程序，在那里停止它。再次重启没有帮助。',
    },
    'restart-pending': {
      title: ({ count }) => `有 ${count} 项更改的设置等待重启`,
      explanation: ({ keys, why }) => `${pendingZhHans[why]}网关还不知道：${keys}。`,
      advice: () => '请在方便的时候重启网关。',
    },
  },
  'zh-Hant': {
    'config-invalid': {
      title: ({ count, setting }) =>
        count > 1 || setting === null || setting === ''
          ? 'OpenClaw 不接受這份設定檔'
          : `OpenClaw 不接受「${shorten(setting, 40)}」`,
      explanation: ({ setting, what, message, line, path, count, runs }) =>
        [
          invalidZhHant[what](setting === null || setting === '' ? '設定檔' : `「${shorten(setting)}」`),
          what === 'told'
            ? `：${shorten(message, 160)}。`
            : line === null
              ? `（${path}）。`
              : `（${path}，第 ${line} 行）。`,
          count > 1 ? `這樣的地方共有 ${count} 處。` : '',
          runs
            ? '閘道仍在使用原來的設定，但用這份設定檔將無法再次啟動；在此期間 OpenClaw 的指令會失敗。'
            : '閘道無法用它啟動。',
        ].join(''),
      advice: ({ what }) =>
        what === 'unknown-key'
          ? '只移除這些設定，其餘保持不變。如果想保留它們的作用，請先查看這個版本的 OpenClaw 把它放在哪裡。'
          : '請改正該處，或恢復閘道上次執行時的版本。',
    },
    'config-clobber': {
      title: ({ what }) => clobberTitlesZhHant[what],
      explanation: (args) => clobberZhHant[args.what](args),
      advice: ({ what }) =>
        what === 'rolled-back' || what === 'write-refused'
          ? '請比較這兩個檔案，把想保留的內容分幾次小幅寫回設定檔。'
          : '請查看差異，然後把缺少的內容複製回來，或恢復先前的版本。',
    },
    'mode-missing': {
      title: () => '設定檔沒有說明閘道在哪裡執行',
      explanation: ({ runs }) =>
        runs
          ? '缺少「gateway.mode」。正在執行的閘道是之前啟動的，之後將無法再次啟動。'
          : '缺少「gateway.mode」，沒有它 OpenClaw 不會啟動閘道。',
      advice: () => '如果閘道要在這部電腦上執行，請設為本機（local）。',
    },
    'mode-remote-flip': {
      title: () => '設定檔指向另一部電腦',
      explanation: ({ why, writer, at, clock }) =>
        [
          why === 'odd-token'
            ? 'OpenClaw 被設為使用另一部電腦的閘道，但相應的權杖並不是權杖。'
            : 'OpenClaw 被設為使用另一部電腦的閘道，而之前閘道在這部電腦上執行。',
          at === null ? '' : `${clock(at)} 由${writer === null ? '其他程式或編輯器' : ` ${writer} `}改成這樣。`,
          '這部電腦的服務沒有使用。',
        ].join(''),
      advice: () => '如果閘道應在這部電腦上，請把模式改回本機（local）；否則無需處理。',
    },
    'redacted-written': {
      title: ({ count }) => (count === 1 ? '金鑰的位置上是佔位符' : `${count} 個金鑰的位置上是佔位符`),
      explanation: ({ keys }) =>
        `有人儲存了隱藏金鑰的畫面，隱藏後的樣子因此被寫入：${keys}。需要這些金鑰的功能都會失敗。`,
      advice: () => '請從仍有金鑰的最後一個版本恢復，或重新輸入。',
    },
    'reload-loop': {
      title: ({ what }) => (what === 'restarts' ? '設定檔讓閘道反覆重新啟動' : '有程式不斷寫入設定檔'),
      explanation: ({ what, count, keys, writer }) =>
        [
          what === 'restarts'
            ? `十分鐘內，同樣的設定（${shorten(keys)}）讓閘道重新啟動了 ${count} 次。`
            : `三分鐘內設定檔被寫入 ${count} 次，每次都有「${shorten(keys)}」。`,
          writer === null ? '' : `最後一次寫入的是 ${writer}。`,
        ].join(''),
      advice: () => '請找到寫入的程式，在那裡停止它。再次重新啟動沒有幫助。',
    },
    'restart-pending': {
      title: ({ count }) => `有 ${count} 項變更的設定等待重新啟動`,
      explanation: ({ keys, why }) => `${pendingZhHant[why]}閘道還不知道：${keys}。`,
      advice: () => '請在方便的時候重新啟動閘道。',
    },
  },
});

const invalidEn: InvalidTexts = {
  'unknown-key': (setting) => `${setting} is a setting that this version of OpenClaw does not know`,
  'wrong-type': (setting) => `${setting} has a value of the wrong kind`,
  'wrong-value': (setting) => `${setting} has a value that OpenClaw does not take`,
  missing: (setting) => `${setting} is missing`,
  told: () => 'The gateway says that the configuration is not valid',
};

const invalidZhHans: InvalidTexts = {
  'unknown-key': (setting) => `${setting}是这个版本的 OpenClaw 不认识的设置`,
  'wrong-type': (setting) => `${setting}的值类型不对`,
  'wrong-value': (setting) => `${setting}的值不被 OpenClaw 接受`,
  missing: (setting) => `缺少${setting}`,
  told: () => '网关表示配置无效',
};

const invalidZhHant: InvalidTexts = {
  'unknown-key': (setting) => `${setting}是這個版本的 OpenClaw 不認識的設定`,
  'wrong-type': (setting) => `${setting}的值類型不對`,
  'wrong-value': (setting) => `${setting}的值不被 OpenClaw 接受`,
  missing: (setting) => `缺少${setting}`,
  told: () => '閘道表示設定檔無效',
};

const clobberTitlesEn: Readonly<Record<FindingArgsByCode['config-clobber']['what'], string>> = {
  shrunk: 'Most of the configuration is gone',
  'keys-lost': 'The configuration has lost settings',
  'rolled-back': 'OpenClaw has replaced your configuration by an older one',
  'write-refused': 'OpenClaw refused a change of the configuration',
};

const clobberEn: ClobberTexts = {
  shrunk: ({ keys, writer, at, clock }) =>
    `${clock(at)} ${writer ?? 'another program or an editor'} wrote the configuration less than half as long. Gone are: ${keys}.`,
  'keys-lost': ({ keys, writer, at, clock }) =>
    `${clock(at)} ${writer ?? 'another program or an editor'} wrote the configuration without: ${keys}.`,
  'rolled-back': ({ keys, at, clock }) => `It took the newer one for damaged (${clock(at)}) and put it aside: ${keys}.`,
  'write-refused': ({ keys, at, clock }) =>
    `The new content would have lost too much (${clock(at)}). Nothing was changed; what it would have been is here: ${keys}.`,
};

const clobberTitlesZhHans: Readonly<Record<FindingArgsByCode['config-clobber']['what'], string>> = {
  shrunk: '配置的大部分内容不见了',
  'keys-lost': '配置丢失了设置',
  'rolled-back': 'OpenClaw 用较旧的配置替换了您的配置',
  'write-refused': 'OpenClaw 拒绝了对配置的更改',
};

const clobberZhHans: ClobberTexts = {
  shrunk: ({ keys, writer, at, clock }) =>
    `${clock(at)}，${writer === null ? '其他程序或编辑器' : `${writer} `}写入的配置不到原来的一半。缺少：${keys}。`,
  'keys-lost': ({ keys, writer, at, clock }) =>
    `${clock(at)}，${writer === null ? '其他程序或编辑器' : `${writer} `}写入的配置缺少：${keys}。`,
  'rolled-back': ({ keys, at, clock }) => `它认为较新的那份已损坏（${clock(at)}），并把它放在一边：${keys}。`,
  'write-refused': ({ keys, at, clock }) =>
    `新的内容会丢失太多（${clock(at)}）。什么都没有更改；原本要写入的内容在这里：${keys}。`,
};

const clobberTitlesZhHant: Readonly<Record<FindingArgsByCode['config-clobber']['what'], string>> = {
  shrunk: '設定檔的大部分內容不見了',
  'keys-lost': '設定檔遺失了設定',
  'rolled-back': 'OpenClaw 用較舊的設定檔取代了您的設定檔',
  'write-refused': 'OpenClaw 拒絕了對設定檔的變更',
};

const clobberZhHant: ClobberTexts = {
  shrunk: ({ keys, writer, at, clock }) =>
    `${clock(at)}，${writer === null ? '其他程式或編輯器' : `${writer} `}寫入的設定檔不到原來的一半。缺少：${keys}。`,
  'keys-lost': ({ keys, writer, at, clock }) =>
    `${clock(at)}，${writer === null ? '其他程式或編輯器' : `${writer} `}寫入的設定檔缺少：${keys}。`,
  'rolled-back': ({ keys, at, clock }) => `它認為較新的那份已損壞（${clock(at)}），並把它放在一旁：${keys}。`,
  'write-refused': ({ keys, at, clock }) =>
    `新的內容會遺失太多（${clock(at)}）。什麼都沒有變更；原本要寫入的內容在這裡：${keys}。`,
};

const pendingEn: PendingTexts = {
  restart: 'These settings only take effect with a restart, which the gateway has not done by itself.',
  'hot-only': 'The configuration says that the gateway shall never restart by itself.',
  off: 'The configuration says that the gateway shall not follow changes.',
  unwatched: 'They are in an included file, and this version of OpenClaw only notices changes of its main file.',
};

const pendingZhHans: PendingTexts = {
  restart: '这些设置重启后才生效，而网关没有自行重启。',
  'hot-only': '配置规定网关从不自行重启。',
  off: '配置规定网关不跟随更改。',
  unwatched: '它们写在被引用的文件里，而这个版本的 OpenClaw 只留意主文件的更改。',
};

const pendingZhHant: PendingTexts = {
  restart: '這些設定重新啟動後才生效，而閘道沒有自行重新啟動。',
  'hot-only': '設定檔規定閘道從不自行重新啟動。',
  off: '設定檔規定閘道不跟隨變更。',
  unwatched: '它們寫在被引用的檔案裡，而這個版本的 OpenClaw 只留意主檔案的變更。',
};
