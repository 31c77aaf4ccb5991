import type { UnknownCode, UnknownReason } from '../model/reading.ts';
import type { ProbeName } from '../model/snapshot.ts';
import type { Locale } from '../model/view.ts';
import { defineTexts } from './define.ts';

type UnknownTexts = {
  readonly reasons: Readonly<Record<UnknownCode, string>>;
  readonly probes: Readonly<Record<ProbeName, string>>;
  /** The sentence, then the tool's own words, which stay in English. */
  readonly withDetail: (args: { sentence: string; detail: string }) => string;
};

/** Why something could not be read, and what each probe reads. */
export const unknownTexts = defineTexts<UnknownTexts>({
  en: {
    reasons: {
      'timed-out': 'The answer took too long.',
      'not-permitted': 'The system does not allow reading it.',
      'tool-missing': 'A system tool that is needed was not found.',
      'tool-failed': 'A system tool reported an error.',
      'not-understood': 'The answer was not understood.',
      'too-large': 'The file is too large.',
      'not-a-file': 'There is something else in the place of the file.',
      'no-service-manager': 'This computer has no service manager that Clawtender knows.',
      'no-login-session': 'There is no login session to ask.',
      'not-asked': 'It was not asked for, because another reading made it needless.',
      'probe-crashed': 'Clawtender made a mistake while reading it.',
    },
    probes: {
      install: 'OpenClaw installation',
      definition: 'Service file',
      service: 'Service status',
      config: 'Configuration',
      reach: 'Answers on the port',
      listeners: 'Owner of the port',
      processes: 'Processes',
      supervisors: 'Other services',
      log: 'Log',
      markers: 'Locks and markers',
      validation: 'Check against OpenClaw’s schema',
      history: 'Kept versions',
      credentials: 'Tokens and variables',
      devices: 'Devices',
      agents: 'Agents',
    },
    withDetail: ({ sentence, detail }) => `${sentence} ${detail}`,
  },
  'zh-Hans': {
    reasons: {
      'timed-out': '等待答复超时。',
      'not-permitted': '系统不允许读取。',
      'tool-missing': '缺少所需的系统工具。',
      'tool-failed': '系统工具报告了错误。',
      'not-understood': '读到的内容无法解析。',
      'too-large': '文件过大。',
      'not-a-file': '该位置上不是普通文件。',
      'no-service-manager': '这台电脑上没有 Clawtender 认识的服务管理器。',
      'no-login-session': '没有可供查询的登录会话。',
      'not-asked': '其他结果已经足够，因此没有查询。',
      'probe-crashed': 'Clawtender 读取时自身出错。',
    },
    probes: {
      install: 'OpenClaw 安装',
      definition: '服务文件',
      service: '服务状态',
      config: '配置',
      reach: '端口响应',
      listeners: '端口占用者',
      processes: '进程',
      supervisors: '其他服务',
      log: '日志',
      markers: '锁和标记文件',
      validation: '按 OpenClaw 自己的规则检查',
      history: '保留的版本',
      credentials: '令牌与变量',
      devices: '设备',
      agents: '智能体',
    },
    withDetail: ({ sentence, detail }) => `${sentence}${detail}`,
  },
  'zh-Hant': {
    reasons: {
      'timed-out': '等候回覆逾時。',
      'not-permitted': '系統不允許讀取。',
      'tool-missing': '缺少所需的系統工具。',
      'tool-failed': '系統工具回報了錯誤。',
      'not-understood': '讀到的內容無法解析。',
      'too-large': '檔案過大。',
      'not-a-file': '該位置上不是一般檔案。',
      'no-service-manager': '這台電腦上沒有 Clawtender 認得的服務管理程式。',
      'no-login-session': '沒有可供查詢的登入工作階段。',
      'not-asked': '其他結果已經足夠，因此沒有查詢。',
      'probe-crashed': 'Clawtender 讀取時自身出錯。',
    },
    probes: {
      install: 'OpenClaw 安裝',
      definition: '服務檔案',
      service: '服務狀態',
      config: '設定檔',
      reach: '連接埠回應',
      listeners: '連接埠使用者',
      processes: '行程',
      supervisors: '其他服務',
      log: '記錄檔',
      markers: '鎖定與標記檔',
      validation: '依 OpenClaw 自己的規則檢查',
      history: '保留的版本',
      credentials: '權杖與變數',
      devices: '裝置',
      agents: '代理程式',
    },
    withDetail: ({ sentence, detail }) => `${sentence}${detail}`,
  },
});

/** Why something could not be read, with the tool's own words where there are any. */
export function writeUnknown({ code, detail }: UnknownReason, locale: Locale): string {
  const { reasons, withDetail } = unknownTexts(locale);
  return detail === '' ? reasons[code] : withDetail({ sentence: reasons[code], detail });
}
