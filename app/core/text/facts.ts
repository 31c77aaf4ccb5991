import type { ExpectedPort } from '../model/snapshot.ts';
import { defineTexts } from './define.ts';

/** The rows of the facts list, in the order in which they are shown. */
export const factKeys = [
  'port',
  'pid',
  'version',
  'startedAt',
  'service',
  'runs',
  'lastExit',
  'profile',
  'configPath',
  'logPath',
] as const;
export type FactKey = (typeof factKeys)[number];

/** What the service is, in words. */
export type ServiceWord = 'running' | 'not-running' | 'not-loaded' | 'disabled' | 'not-installed';

type FactTexts = {
  readonly labels: Readonly<Record<FactKey, string>>;
  readonly portSources: Readonly<Record<ExpectedPort['source'], string>>;
  readonly services: Readonly<Record<ServiceWord, string>>;
  /** A value with a remark. */
  readonly remark: (args: { value: string; remark: string }) => string;
  /** The gateway that runs is another version than the installed one. */
  readonly installedVersion: (version: string) => string;
  readonly none: string;
  readonly cannotTell: string;
  readonly config: {
    readonly valid: string;
    readonly broken: (args: { line: number; column: number }) => string;
    readonly missing: string;
    readonly unreadable: (reason: string) => string;
  };
};

/** Names and values of the facts list, and the line about the configuration. */
export const factTexts = defineTexts<FactTexts>({
  en: {
    labels: {
      port: 'Port',
      pid: 'Process',
      version: 'OpenClaw',
      startedAt: 'Running since',
      service: 'Service',
      runs: 'Starts',
      lastExit: 'Last exit',
      profile: 'Profile',
      configPath: 'Configuration',
      logPath: 'Log',
    },
    portSources: {
      'service-arguments': 'set in the service',
      'service-environment': 'set in the service',
      environment: 'set in the environment',
      config: 'set in the configuration',
      remembered: 'as the configuration said before',
      lock: 'told by the running gateway',
      'broken-config': 'as far as the configuration can be read',
      'profile-default': 'default of the profile',
      default: 'default',
    },
    services: {
      running: 'loaded, running',
      'not-running': 'loaded, not running',
      'not-loaded': 'installed, not loaded',
      disabled: 'switched off',
      'not-installed': 'not installed',
    },
    remark: ({ value, remark }) => `${value} (${remark})`,
    installedVersion: (version) => `installed: ${version}`,
    none: 'none',
    cannotTell: 'cannot tell',
    config: {
      valid: 'The configuration can be read.',
      broken: ({ line, column }) =>
        `The configuration is broken at line ${line}, column ${column}; the gateway would not start with it.`,
      missing: 'There is no configuration file.',
      unreadable: (reason) => `The configuration could not be read. ${reason}`,
    },
  },
  'zh-Hans': {
    labels: {
      port: '端口',
      pid: '进程',
      version: 'OpenClaw',
      startedAt: '启动时间',
      service: '服务',
      runs: '启动次数',
      lastExit: '上次退出',
      profile: 'Profile',
      configPath: '配置文件',
      logPath: '日志',
    },
    portSources: {
      'service-arguments': '由服务指定',
      'service-environment': '由服务指定',
      environment: '由环境变量指定',
      config: '由配置指定',
      remembered: '按之前的配置',
      lock: '由运行中的网关给出',
      'broken-config': '按配置中尚可读出的内容',
      'profile-default': '该 profile 的默认值',
      default: '默认',
    },
    services: {
      running: '已加载，运行中',
      'not-running': '已加载，未运行',
      'not-loaded': '已安装，未加载',
      disabled: '已停用',
      'not-installed': '未安装',
    },
    remark: ({ value, remark }) => `${value}（${remark}）`,
    installedVersion: (version) => `已安装：${version}`,
    none: '无',
    cannotTell: '无法判断',
    config: {
      valid: '配置可以正常读取。',
      broken: ({ line, column }) => `配置在第 ${line} 行第 ${column} 列有错误，网关用它无法启动。`,
      missing: '没有配置文件。',
      unreadable: (reason) => `无法读取配置。${reason}`,
    },
  },
  'zh-Hant': {
    labels: {
      port: '連接埠',
      pid: '行程',
      version: 'OpenClaw',
      startedAt: '啟動時間',
      service: '服務',
      runs: '啟動次數',
      lastExit: '上次結束',
      profile: 'Profile',
      configPath: '設定檔',
      logPath: '記錄檔',
    },
    portSources: {
      'service-arguments': '由服務指定',
      'service-environment': '由服務指定',
      environment: '由環境變數指定',
      config: '由設定檔指定',
      remembered: '依先前的設定檔',
      lock: '由執行中的閘道提供',
      'broken-config': '依設定檔中尚可讀出的內容',
      'profile-default': '該 profile 的預設值',
      default: '預設',
    },
    services: {
      running: '已載入，執行中',
      'not-running': '已載入，未執行',
      'not-loaded': '已安裝，未載入',
      disabled: '已停用',
      'not-installed': '未安裝',
    },
    remark: ({ value, remark }) => `${value}（${remark}）`,
    installedVersion: (version) => `已安裝：${version}`,
    none: '無',
    cannotTell: '無法判斷',
    config: {
      valid: '設定檔可以正常讀取。',
      broken: ({ line, column }) => `設定檔在第 ${line} 行第 ${column} 欄有錯誤，閘道用它無法啟動。`,
      missing: '沒有設定檔。',
      unreadable: (reason) => `無法讀取設定檔。${reason}`,
    },
  },
});
