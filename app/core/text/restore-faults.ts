import type { RestoreFault } from '../model/restore.ts';
import type { Locale } from '../model/view.ts';
import { defineTexts } from './define.ts';
import { shorten } from './shorten.ts';

type FaultTexts = {
  readonly [Kind in RestoreFault['kind']]: (fault: Extract<RestoreFault, { readonly kind: Kind }>) => string;
};

/** Why a version cannot be shown, compared or brought back, and what to do. */
const faultTexts = defineTexts<FaultTexts>({
  en: {
    'no-such-version': ({ which }) => `No version “${which}” is kept. “clawtender history” lists those that are.`,
    ambiguous: ({ which }) => `More than one version begins with “${which}”. Give more of its letters.`,
    unreadable: ({ which, message }) => `“${which}” cannot be read (${shorten(message)}). Choose another version.`,
    'other-file': ({ which }) => `“${which}” is a version of another file. Compare two versions of one file.`,
    'no-difference': () => 'There is nothing to restore: all of it is as it was then.',
    'no-such-setting': ({ keys }) =>
      `Nothing is different at ${keys.join(', ')}. “clawtender diff VERSION now” lists what is.`,
    'broken-version': ({ which }) =>
      `Of “${which}” and the file as it is now, one is no configuration that can be read. Restore a whole version that can.`,
  },
  'zh-Hans': {
    'no-such-version': ({ which }) => `没有保留版本“${which}”。“clawtender history”会列出保留的版本。`,
    ambiguous: ({ which }) => `以“${which}”开头的版本不止一个。请多输入几个字符。`,
    unreadable: ({ which, message }) => `无法读取“${which}”（${shorten(message)}）。请选择另一个版本。`,
    'other-file': ({ which }) => `“${which}”是另一个文件的版本。请比较同一个文件的两个版本。`,
    'no-difference': () => '没有需要恢复的内容：一切与当时相同。',
    'no-such-setting': ({ keys }) => `${keys.join('、')} 没有差别。“clawtender diff VERSION now”会列出差别。`,
    'broken-version': ({ which }) => `“${which}”与当前文件之一不能作为配置读取。请恢复一个能够读取的完整版本。`,
  },
  'zh-Hant': {
    'no-such-version': ({ which }) => `沒有保留版本「${which}」。「clawtender history」會列出保留的版本。`,
    ambiguous: ({ which }) => `以「${which}」開頭的版本不只一個。請多輸入幾個字元。`,
    unreadable: ({ which, message }) => `無法讀取「${which}」（${shorten(message)}）。請選擇另一個版本。`,
    'other-file': ({ which }) => `「${which}」是另一個檔案的版本。請比較同一個檔案的兩個版本。`,
    'no-difference': () => '沒有需要恢復的內容：一切與當時相同。',
    'no-such-setting': ({ keys }) => `${keys.join('、')} 沒有差別。「clawtender diff VERSION now」會列出差別。`,
    'broken-version': ({ which }) => `「${which}」與目前檔案之一不能當作設定讀取。請恢復一個能夠讀取的完整版本。`,
  },
});

export function writeRestoreFault(fault: RestoreFault, locale: Locale): string {
  // The table has the entry of this very kind; the compiler cannot follow that through a union.
  return (faultTexts(locale)[fault.kind] as (fault: RestoreFault) => string)(fault);
}
