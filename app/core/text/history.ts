import type { Change, WatchedKind, Writer } from '../model/history.ts';
import type { Locale } from '../model/view.ts';
import { countEnglish } from './plural.ts';
import { defineTexts } from './define.ts';
import { shorten } from './shorten.ts';

type ChangeArgs = { readonly path: string; readonly before: string; readonly after: string };

/** What is said of kept versions, and of what is different between two. */
export const historyTexts = defineTexts({
  en: {
    title: 'History',
    empty: 'Nothing is kept yet. From the next look on, every version of the configuration is.',
    unread: 'What is kept could not be read.',
    fault: ({ fault }: { fault: string }) => `A version could not be kept: ${shorten(fault)}`,
    changes: {
      added: ({ path, after }: ChangeArgs) => `${path} added: ${after}`,
      removed: ({ path, before }: ChangeArgs) => `${path} removed (it was ${before})`,
      changed: ({ path, before, after }: ChangeArgs) => `${path} ${before} → ${after}`,
    },
    wholeFile: {
      added: 'the file is new',
      removed: 'the file is gone',
      changed: 'the whole file: before or after, it is no configuration that can be read',
    },
    nothingByMeaning: 'Nothing by meaning: only its formatting or comments',
    more: (count: number) => `and ${count} more`,
    by: {
      firstSeen: 'first seen',
      clawtender: 'by Clawtender',
      openclaw: ({ command }: { command: string | null }) =>
        command === null ? 'by OpenClaw' : `by OpenClaw (${command})`,
      manager: ({ name }: { name: string }) => `by ${name}`,
      other: 'by an editor or another program',
    },
    /** The same where there is little room. */
    byShort: { other: 'by another program', several: 'by several programs' },
    kinds: {
      config: 'Configuration',
      include: 'Included file',
      models: 'Models of an agent',
      definition: 'Service',
      'service-environment': 'Variables of the service',
      'environment-file': 'Variables',
      devices: 'Devices',
      identity: 'Identity of this computer',
    } satisfies Readonly<Record<WatchedKind, string>>,
    ownCopy: 'OpenClaw’s own copy',
    ran: 'a gateway ran on it',
    isNow: 'in the file now',
    compare: 'Compare with Now',
    compareWith: ({ when }: { when: string }) => `${when} and now`,
    former: 'Then',
    now: 'Now',
    noDifference: 'No difference: the file has this content now.',
    unreadable: 'This version cannot be compared: one of the two cannot be read as a configuration.',
    nothing: 'nothing',
    restoreAll: 'Restore This Version…',
    restoreTicked: 'Restore Ticked…',
    tick: ({ path }: { path: string }) => `Restore ${path}`,
    closeDiff: 'Close',
    older: (count: number) =>
      `${countEnglish(count, 'older version is', 'older versions are')} listed by “clawtender history”.`,
    lists: { versions: 'Versions', differences: 'Differences' },
    review: 'Review',
    undo: 'Undo',
    undoing: 'Undo…',
    driftUndone: 'The change was taken back',
    /** "gateway.port 18789 → 18790, by another program, 14:02" */
    driftText: ({ what, who, when }: { what: string; who: string; when: string }) => `${what}, ${who}, ${when}`,
    and: '; ',
    noVersions: 'No version is kept yet. “clawtender status” keeps the first ones.',
    noVersionsOf: ({ file }: { file: string }) =>
      `No version of “${file}” is kept. “clawtender history” lists all there are.`,
    same: ({ before, after }: { before: string; after: string }) => `${before} and ${after} mean the same.`,
    identical: 'They are the same to the letter.',
    onlyLayout: 'Only formatting or comments are different:',
    nowWord: 'now',
    exported: 'Secrets are replaced by marks; equal marks are equal secrets.',
  },
  'zh-Hans': {
    title: '历史',
    empty: '还没有保留任何版本。从下一次检查开始，配置的每个版本都会保留。',
    unread: '无法读取保留的版本。',
    fault: ({ fault }) => `有一个版本未能保留：${shorten(fault)}`,
    changes: {
      added: ({ path, after }) => `新增 ${path}：${after}`,
      removed: ({ path, before }) => `去掉 ${path}（原来是 ${before}）`,
      changed: ({ path, before, after }) => `${path} ${before} → ${after}`,
    },
    wholeFile: {
      added: '文件是新的',
      removed: '文件不在了',
      changed: '整个文件：更改前或更改后不能作为配置读取',
    },
    nothingByMeaning: '含义没有变化：只是格式或注释',
    more: (count) => `另有 ${count} 处`,
    by: {
      firstSeen: '首次见到',
      clawtender: '由 Clawtender 更改',
      openclaw: ({ command }) => (command === null ? '由 OpenClaw 更改' : `由 OpenClaw 更改（${command}）`),
      manager: ({ name }) => `由 ${name} 更改`,
      other: '由编辑器或其他程序更改',
    },
    byShort: { other: '由其他程序更改', several: '由几个程序更改' },
    kinds: {
      config: '配置',
      include: '被包含的文件',
      models: '智能体的模型',
      definition: '服务',
      'service-environment': '服务的变量',
      'environment-file': '变量',
      devices: '设备',
      identity: '这台电脑的身份',
    },
    ownCopy: 'OpenClaw 自己的副本',
    ran: '网关曾使用它运行',
    isNow: '当前文件内容',
    compare: '与现在比较',
    compareWith: ({ when }) => `${when} 与现在`,
    former: '当时',
    now: '现在',
    noDifference: '没有差别：文件现在就是这个内容。',
    unreadable: '无法比较这个版本：两者之一不能作为配置读取。',
    nothing: '无',
    restoreAll: '恢复这个版本…',
    restoreTicked: '恢复勾选的设置…',
    tick: ({ path }) => `恢复 ${path}`,
    closeDiff: '关闭',
    older: (count) => `另有 ${count} 个更早的版本，可用“clawtender history”列出。`,
    lists: { versions: '版本', differences: '差别' },
    review: '查看',
    undo: '撤销',
    undoing: '撤销…',
    driftUndone: '更改已撤回',
    driftText: ({ what, who, when }) => `${what}，${who}，${when}`,
    and: '；',
    noVersions: '还没有保留任何版本。运行“clawtender status”会保留第一批。',
    noVersionsOf: ({ file }) => `没有保留“${file}”的版本。“clawtender history”会列出全部版本。`,
    same: ({ before, after }) => `${before} 与 ${after} 的含义相同。`,
    identical: '它们完全相同。',
    onlyLayout: '只有格式或注释不同：',
    nowWord: '现在',
    exported: '密钥已替换为标记；标记相同则密钥相同。',
  },
  'zh-Hant': {
    title: '歷史',
    empty: '還沒有保留任何版本。從下一次檢查開始，設定的每個版本都會保留。',
    unread: '無法讀取保留的版本。',
    fault: ({ fault }) => `有一個版本未能保留：${shorten(fault)}`,
    changes: {
      added: ({ path, after }) => `新增 ${path}：${after}`,
      removed: ({ path, before }) => `移除 ${path}（原本是 ${before}）`,
      changed: ({ path, before, after }) => `${path} ${before} → ${after}`,
    },
    wholeFile: {
      added: '檔案是新的',
      removed: '檔案不在了',
      changed: '整個檔案：變更前或變更後不能當作設定讀取',
    },
    nothingByMeaning: '含義沒有變化：只是格式或註解',
    more: (count) => `另有 ${count} 處`,
    by: {
      firstSeen: '首次見到',
      clawtender: '由 Clawtender 變更',
      openclaw: ({ command }) => (command === null ? '由 OpenClaw 變更' : `由 OpenClaw 變更（${command}）`),
      manager: ({ name }) => `由 ${name} 變更`,
      other: '由編輯器或其他程式變更',
    },
    byShort: { other: '由其他程式變更', several: '由幾個程式變更' },
    kinds: {
      config: '設定',
      include: '被包含的檔案',
      models: '代理程式的模型',
      definition: '服務',
      'service-environment': '服務的變數',
      'environment-file': '變數',
      devices: '裝置',
      identity: '這台電腦的身分',
    },
    ownCopy: 'OpenClaw 自己的副本',
    ran: '閘道曾使用它執行',
    isNow: '目前檔案內容',
    compare: '與現在比較',
    compareWith: ({ when }) => `${when} 與現在`,
    former: '當時',
    now: '現在',
    noDifference: '沒有差別：檔案現在就是這個內容。',
    unreadable: '無法比較這個版本：兩者之一不能當作設定讀取。',
    nothing: '無',
    restoreAll: '恢復這個版本…',
    restoreTicked: '恢復勾選的設定…',
    tick: ({ path }) => `恢復 ${path}`,
    closeDiff: '關閉',
    older: (count) => `另有 ${count} 個更早的版本，可用「clawtender history」列出。`,
    lists: { versions: '版本', differences: '差別' },
    review: '檢視',
    undo: '復原',
    undoing: '復原…',
    driftUndone: '變更已收回',
    driftText: ({ what, who, when }) => `${what}，${who}，${when}`,
    and: '；',
    noVersions: '還沒有保留任何版本。執行「clawtender status」會保留第一批。',
    noVersionsOf: ({ file }) => `沒有保留「${file}」的版本。「clawtender history」會列出全部版本。`,
    same: ({ before, after }) => `${before} 與 ${after} 的含義相同。`,
    identical: '它們完全相同。',
    onlyLayout: '只有格式或註解不同：',
    nowWord: '現在',
    exported: '金鑰已替換為標記；標記相同則金鑰相同。',
  },
});

/** "gateway.port 18789 → 18790". */
export function writeChange({ path, kind, before, after }: Change, locale: Locale): string {
  const texts = historyTexts(locale);
  if (path === '') return texts.wholeFile[kind];
  return texts.changes[kind]({ path, before: writeValue(before, locale), after: writeValue(after, locale) });
}

/** JSON as it is; a secret's mark without its quotes. */
export function writeValue(value: string | null, locale: Locale): string {
  if (value === null) return historyTexts(locale).nothing;
  return /^"(••• [0-9a-f]{4})"$/.exec(value)?.[1] ?? value;
}

export function writeWriter(by: Writer, locale: Locale): string {
  const texts = historyTexts(locale).by;
  if (by.kind === 'openclaw') return texts.openclaw(by);
  if (by.kind === 'manager') return texts.manager(by);
  return by.kind === 'first-seen' ? texts.firstSeen : texts[by.kind];
}
