import type { RestoreWish } from '../model/wish.ts';
import { defineTexts } from './define.ts';

interface Former {
  readonly file: string;
  readonly when: string;
}

type RestoreTexts = {
  readonly titles: Readonly<Record<RestoreWish['code'], (former: Former) => string>>;
  readonly whole: (former: Former) => string;
  readonly settings: (args: { what: string; when: string }) => string;
  readonly more: (args: { named: string; count: number }) => string;
  readonly execute: Readonly<Record<RestoreWish['code'], string>>;
  readonly and: string;
};

/** What a person reads before a former version, or some of its settings, comes back. */
export const restoreTexts = defineTexts<RestoreTexts>({
  en: {
    titles: {
      'restore-version': ({ file, when }) => `Restore ${file} of ${when}`,
      'restore-keys': ({ file, when }) => `Restore settings of ${file} of ${when}`,
      'undo-drift': ({ file }) => `Take back what was changed in ${file}`,
    },
    whole: ({ file, when }) =>
      `${file} gets the content that it had at ${when}. What it holds now stays in the history.`,
    settings: ({ what, when }) =>
      `Back to what it was at ${when}: ${what}. Everything else stays as it is, comments too.`,
    more: ({ named, count }) => `${named} and ${count} more`,
    execute: { 'restore-version': 'Restore', 'restore-keys': 'Restore', 'undo-drift': 'Take Back' },
    and: ', ',
  },
  'zh-Hans': {
    titles: {
      'restore-version': ({ file, when }) => `恢复 ${when} 的 ${file}`,
      'restore-keys': ({ file, when }) => `恢复 ${when} 时 ${file} 的设置`,
      'undo-drift': ({ file }) => `撤回 ${file} 中的更改`,
    },
    whole: ({ file, when }) => `${file} 会恢复为 ${when} 的内容。现在的内容仍保留在历史中。`,
    settings: ({ what, when }) => `恢复为 ${when} 时的值：${what}。其余内容和注释保持不变。`,
    more: ({ named, count }) => `${named} 以及另外 ${count} 处`,
    execute: { 'restore-version': '恢复', 'restore-keys': '恢复', 'undo-drift': '撤回' },
    and: '、',
  },
  'zh-Hant': {
    titles: {
      'restore-version': ({ file, when }) => `恢復 ${when} 的 ${file}`,
      'restore-keys': ({ file, when }) => `恢復 ${when} 時 ${file} 的設定`,
      'undo-drift': ({ file }) => `收回 ${file} 中的變更`,
    },
    whole: ({ file, when }) => `${file} 會恢復為 ${when} 的內容。現在的內容仍保留在歷史中。`,
    settings: ({ what, when }) => `恢復為 ${when} 時的值：${what}。其餘內容和註解保持不變。`,
    more: ({ named, count }) => `${named} 以及另外 ${count} 處`,
    execute: { 'restore-version': '恢復', 'restore-keys': '恢復', 'undo-drift': '收回' },
    and: '、',
  },
});
