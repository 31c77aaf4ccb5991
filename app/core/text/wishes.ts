import type { RepairCode } from '../model/repair.ts';
import { wishCodes, type WishCode } from '../model/wish.ts';
import type { Locale } from '../model/view.ts';
import { defineTexts } from './define.ts';
import { findingNames } from './repairs/names.ts';

/** Each wish in a few words: the title of its run. */
const wishNames = defineTexts<Readonly<Record<WishCode, string>>>({
  en: {
    'restore-version': 'Former version restored',
    'restore-keys': 'Former settings restored',
    'undo-drift': 'Change taken back',
    'device-approve': 'Device admitted',
    'device-reject': 'Device rejected',
    'device-remove': 'Device removed',
    'provider-add': 'Provider set up',
    'model-use': 'Model chosen',
    'model-fallbacks': 'Fallback models set',
    'model-alias': 'Alias set',
    'agent-bind': 'Agents bound to channels',
  },
  'zh-Hans': {
    'restore-version': '恢复先前的版本',
    'restore-keys': '恢复先前的设置',
    'undo-drift': '撤回更改',
    'device-approve': '批准设备',
    'device-reject': '拒绝设备',
    'device-remove': '移除设备',
    'provider-add': '设置提供商',
    'model-use': '选择模型',
    'model-fallbacks': '设置备用模型',
    'model-alias': '设置别名',
    'agent-bind': '为频道指定智能体',
  },
  'zh-Hant': {
    'restore-version': '恢復先前的版本',
    'restore-keys': '恢復先前的設定',
    'undo-drift': '收回變更',
    'device-approve': '核准裝置',
    'device-reject': '拒絕裝置',
    'device-remove': '移除裝置',
    'provider-add': '設定供應商',
    'model-use': '選擇模型',
    'model-fallbacks': '設定備用模型',
    'model-alias': '設定別名',
    'agent-bind': '為頻道指定代理程式',
  },
});

/** What a run or an offer was for, whether a finding asked for it or a person. */
export function writeRepairName(code: RepairCode, locale: Locale): string {
  const wish = wishCodes.find((each) => each === code);
  return wish === undefined ? findingNames(locale)[code as Exclude<RepairCode, WishCode>] : wishNames(locale)[wish];
}
