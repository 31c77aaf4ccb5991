import type { FindingArgsByCode } from '../../model/finding.ts';
import { defineTexts } from '../define.ts';
import { formatDuration } from '../durations.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type OwnerCode = 'dup-supervisor' | 'legacy-label' | 'profile-split' | 'slow-not-dead';
type Scope = FindingArgsByCode['dup-supervisor']['secondScope'];
type Split = FindingArgsByCode['profile-split']['what'];

/** Findings about several services, several sets of files, and patience. */
export const ownerFindingTexts = defineTexts<FindingTexts<OwnerCode>>({
  en: {
    'dup-supervisor': {
      title: () => 'Two services want to run the gateway',
      explanation: ({ port, first, second, secondScope, secondPath }) =>
        `${first} and ${second} (${secondPath}, ${scopeEn[secondScope]}) both start a gateway${port === null ? '' : ` on port ${port}`}. They take the port from each other, and changes reach only one of them.`,
      advice: ({ first, second, secondScope }) =>
        needsAdministrator[secondScope]
          ? 'Decide which one to keep. Unload the other and move its file aside instead of deleting it. For the second one that takes an administrator.'
          : `Decide which one to keep. The repair keeps ${first} and moves the file of ${second} aside; it shows how to do it the other way round too.`,
    },
    'legacy-label': {
      title: () => 'A service from OpenClaw’s earlier names is still there',
      explanation: ({ label, path }) =>
        `${label} (${path}) dates from the time before OpenClaw had its name. It can start an old gateway at login and take the port.`,
      advice: () =>
        'Put it aside once OpenClaw’s new service is there. Keep the old data folders, they may hold your conversations.',
    },
    'profile-split': {
      title: ({ what }) => `Service and terminal use different ${splitEn[what]}`,
      explanation: ({ service, shell }) =>
        `The service uses ${service}, commands here use ${shell}. Settings made in one do not appear in the other.`,
      advice: () =>
        'The running gateway follows the service. Take the differing variable out of your shell’s settings, unless you work with two gateways on purpose.',
    },
    'slow-not-dead': {
      title: () => 'The gateway is still starting, or busy',
      explanation: ({ pid, ageSeconds, phase }) =>
        [
          pid === null ? 'The process is alive' : `Process ${pid} is alive`,
          ageSeconds === null ? '' : ` and was started ${formatDuration(ageSeconds * 1000, 'en')} ago`,
          phase === null ? '.' : `; it says: “${shorten(phase)}”.`,
          ' Plugins, databases and channels can take minutes.',
        ].join(''),
      advice: () => 'Wait a little. A restart now would only make it begin again.',
    },
  },
  'zh-Hans': {
    'dup-supervisor': {
      title: () => '有两个服务都要运行网关',
      explanation: ({ port, first, second, secondScope, secondPath }) =>
        `${first} 和 ${second}（${secondPath}，${scopeZhHans[secondScope]}）都会${port === null ? '' : `在端口 ${port} 上`}启动网关。它们会互相争抢端口，改动也只对其中一个生效。`,
      advice: ({ first, second, secondScope }) =>
        needsAdministrator[secondScope]
          ? '请决定保留哪一个，取消加载另一个，并把它的文件移到别处，不要删除。处理后一个需要管理员权限。'
          : `请决定保留哪一个。“修复”会保留 ${first}，把 ${second} 的文件移开；如果想反过来，其中也有做法。`,
    },
    'legacy-label': {
      title: () => 'OpenClaw 旧名称的服务仍然存在',
      explanation: ({ label, path }) =>
        `${label}（${path}）是 OpenClaw 改名之前留下的，可能在登录时启动旧网关并占用端口。`,
      advice: () => 'OpenClaw 的新服务就绪后，请把它移开。旧的数据文件夹请保留，里面可能有您的对话。',
    },
    'profile-split': {
      title: ({ what }) => `服务和终端使用的${splitZhHans[what]}不同`,
      explanation: ({ service, shell }) =>
        `服务使用 ${service}，而这里的命令使用 ${shell}。在一边做的设置，另一边看不到。`,
      advice: () => '运行中的网关以服务为准。除非您有意使用两个网关，否则请从 shell 设置中去掉不一致的变量。',
    },
    'slow-not-dead': {
      title: () => '网关仍在启动，或正忙',
      explanation: ({ pid, ageSeconds, phase }) =>
        [
          pid === null ? '进程仍在运行' : `进程 ${pid} 仍在运行`,
          ageSeconds === null ? '' : `，${formatDuration(ageSeconds * 1000, 'zh-Hans')}前启动`,
          phase === null ? '。' : `，目前的进度是“${shorten(phase)}”。`,
          '准备插件、数据库和频道可能需要几分钟。',
        ].join(''),
      advice: () => '请稍等。现在重启只会让它从头再来。',
    },
  },
  'zh-Hant': {
    'dup-supervisor': {
      title: () => '有兩個服務都要執行閘道',
      explanation: ({ port, first, second, secondScope, secondPath }) =>
        `${first} 和 ${second}（${secondPath}，${scopeZhHant[secondScope]}）都會${port === null ? '' : `在連接埠 ${port} 上`}啟動閘道。它們會互相爭搶連接埠，更動也只對其中一個生效。`,
      advice: ({ first, second, secondScope }) =>
        needsAdministrator[secondScope]
          ? '請決定保留哪一個，取消載入另一個，並把它的檔案移到別處，不要刪除。處理後一個需要管理者權限。'
          : `請決定保留哪一個。「修復」會保留 ${first}，把 ${second} 的檔案移開；如果想反過來，其中也有做法。`,
    },
    'legacy-label': {
      title: () => 'OpenClaw 舊名稱的服務仍然存在',
      explanation: ({ label, path }) =>
        `${label}（${path}）是 OpenClaw 改名之前留下的，可能在登入時啟動舊閘道並佔用連接埠。`,
      advice: () => 'OpenClaw 的新服務就緒後，請把它移開。舊的資料檔案夾請保留，裡面可能有您的對話。',
    },
    'profile-split': {
      title: ({ what }) => `服務和終端機使用的${splitZhHant[what]}不同`,
      explanation: ({ service, shell }) =>
        `服務使用 ${service}，而這裡的指令使用 ${shell}。在一邊做的設定，另一邊看不到。`,
      advice: () => '執行中的閘道以服務為準。除非您有意使用兩個閘道，否則請從 shell 設定中移除不一致的變數。',
    },
    'slow-not-dead': {
      title: () => '閘道仍在啟動，或正忙碌',
      explanation: ({ pid, ageSeconds, phase }) =>
        [
          pid === null ? '行程仍在執行' : `行程 ${pid} 仍在執行`,
          ageSeconds === null ? '' : `，${formatDuration(ageSeconds * 1000, 'zh-Hant')}前啟動`,
          phase === null ? '。' : `，目前的進度是「${shorten(phase)}」。`,
          '準備外掛、資料庫和頻道可能需要幾分鐘。',
        ].join(''),
      advice: () => '請稍候。現在重新啟動只會讓它從頭再來。',
    },
  },
});

/** Files below /Library and /etc belong to root. */
const needsAdministrator: Readonly<Record<Scope, boolean>> = {
  'user-agent': false,
  'global-agent': true,
  daemon: true,
  'systemd-user': false,
  'systemd-system': true,
};

const scopeEn: Readonly<Record<Scope, string>> = {
  'user-agent': 'for your account',
  'global-agent': 'for all accounts',
  daemon: 'for the whole system',
  'systemd-user': 'for your account',
  'systemd-system': 'for the whole system',
};

const scopeZhHans: Readonly<Record<Scope, string>> = {
  'user-agent': '仅当前用户',
  'global-agent': '所有用户',
  daemon: '整个系统',
  'systemd-user': '仅当前用户',
  'systemd-system': '整个系统',
};

const scopeZhHant: Readonly<Record<Scope, string>> = {
  'user-agent': '僅目前使用者',
  'global-agent': '所有使用者',
  daemon: '整個系統',
  'systemd-user': '僅目前使用者',
  'systemd-system': '整個系統',
};

const splitEn: Readonly<Record<Split, string>> = {
  'state-dir': 'data folders',
  'config-path': 'configuration files',
  profile: 'profiles',
  home: 'home folders',
};

const splitZhHans: Readonly<Record<Split, string>> = {
  'state-dir': '数据文件夹',
  'config-path': '配置文件',
  profile: ' profile ',
  home: '个人文件夹',
};

const splitZhHant: Readonly<Record<Split, string>> = {
  'state-dir': '資料檔案夾',
  'config-path': '設定檔',
  profile: ' profile ',
  home: '個人檔案夾',
};
