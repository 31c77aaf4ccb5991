import { defineTexts } from './define.ts';

/** The browser panel's own sentences: all others come with the view. */
export const webTexts = defineTexts({
  en: {
    closedTitle: 'This link is no longer valid',
    closedSentence: 'A link to the panel opens it once, within ten minutes. Ask for a new one with:',
  },
  'zh-Hans': {
    closedTitle: '此链接已失效',
    closedSentence: '面板链接只能打开一次，且须在十分钟内使用。请用以下命令获取新链接：',
  },
  'zh-Hant': {
    closedTitle: '此連結已失效',
    closedSentence: '面板連結只能開啟一次，且須在十分鐘內使用。請用以下指令取得新連結：',
  },
});
