import { defineTexts } from './define.ts';

/** The browser panel's own sentences, and those of `npm start` on the way to it: all others come with the view. */
export const webTexts = defineTexts({
  en: {
    closedTitle: 'This link is no longer valid',
    closedSentence: 'A link to the panel opens it once, within ten minutes. Ask for a new one with:',
    startWithoutDisplay: 'There is no display for the menu bar app here. Use the panel in a browser instead.',
    startWithoutElectron: 'Electron is not installed and cannot be downloaded now. Use the panel in a browser instead.',
    startElectronFailed: 'The menu bar app did not start. Use the panel in a browser instead.',
  },
  'zh-Hans': {
    closedTitle: '此链接已失效',
    closedSentence: '面板链接只能打开一次，且须在十分钟内使用。请用以下命令获取新链接：',
    startWithoutDisplay: '这里没有可显示菜单栏应用的屏幕，请改用浏览器中的面板。',
    startWithoutElectron: '菜单栏应用所需的运行环境尚未安装，现在也无法下载，请改用浏览器中的面板。',
    startElectronFailed: '菜单栏应用未能启动，请改用浏览器中的面板。',
  },
  'zh-Hant': {
    closedTitle: '此連結已失效',
    closedSentence: '面板連結只能開啟一次，且須在十分鐘內使用。請用以下指令取得新連結：',
    startWithoutDisplay: '這裡沒有可顯示選單列程式的螢幕，請改用瀏覽器中的面板。',
    startWithoutElectron: '選單列程式所需的執行環境尚未安裝，現在也無法下載，請改用瀏覽器中的面板。',
    startElectronFailed: '選單列程式未能啟動，請改用瀏覽器中的面板。',
  },
});
