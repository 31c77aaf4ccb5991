import { defineTexts } from './define.ts';

/** What is told without having been asked for, and the switches for it. */
export const newsTexts = defineTexts({
  en: {
    titles: {
      down: 'The gateway is down',
      conflict: 'Something is in the gateway’s way',
      'crash-looping': 'The gateway starts and ends again and again',
      degraded: 'The gateway runs, but not as it should',
      recovered: 'The gateway is well again',
      drift: 'The configuration was changed',
    },
    settings: 'Settings',
    notifications: 'Notifications',
    kinds: {
      down: 'Gateway down',
      conflict: 'Conflict over the port',
      'crash-looping': 'Crash loop',
      degraded: 'Runs, but not as it should',
      recovered: 'Well again',
      drift: 'Configuration changed by others',
    },
    snoozes: {
      hour: 'Pause for an Hour',
      tomorrow: 'Pause until Tomorrow',
      off: 'End the Pause',
    },
    snoozedUntil: (moment: string) => `Paused until ${moment}.`,
    refused: 'The system does not show the notifications. They are listed here instead.',
    automatic: 'Repair without asking',
    automaticExplanation:
      'Restarts a gateway that has provably stopped answering, and loads its service when it vanished by itself. At most once in ten minutes and three times an hour. Everything else asks first.',
    hung: 'Gateway stopped answering',
  },
  'zh-Hans': {
    titles: {
      down: '网关没有运行',
      conflict: '有别的程序妨碍网关',
      'crash-looping': '网关反复启动又退出',
      degraded: '网关在运行，但不太正常',
      recovered: '网关恢复正常',
      drift: '配置被更改',
    },
    settings: '设置',
    notifications: '通知',
    kinds: {
      down: '网关没有运行',
      conflict: '端口冲突',
      'crash-looping': '反复退出',
      degraded: '在运行，但不太正常',
      recovered: '恢复正常',
      drift: '配置被其他程序更改',
    },
    snoozes: {
      hour: '暂停一小时',
      tomorrow: '暂停到明天',
      off: '结束暂停',
    },
    snoozedUntil: (moment) => `通知暂停到 ${moment}。`,
    refused: '系统没有显示通知，因此改为列在这里。',
    automatic: '不询问直接修复',
    automaticExplanation:
      '网关确实不再响应时重新启动，服务自行消失时重新加载。十分钟内最多一次，一小时内最多三次。其他操作都会先询问。',
    hung: '网关不再响应',
  },
  'zh-Hant': {
    titles: {
      down: '閘道沒有執行',
      conflict: '有其他程式妨礙閘道',
      'crash-looping': '閘道反覆啟動又結束',
      degraded: '閘道在執行，但不太正常',
      recovered: '閘道恢復正常',
      drift: '設定被變更',
    },
    settings: '設定',
    notifications: '通知',
    kinds: {
      down: '閘道沒有執行',
      conflict: '連接埠衝突',
      'crash-looping': '反覆結束',
      degraded: '在執行，但不太正常',
      recovered: '恢復正常',
      drift: '設定被其他程式變更',
    },
    snoozes: {
      hour: '暫停一小時',
      tomorrow: '暫停到明天',
      off: '結束暫停',
    },
    snoozedUntil: (moment) => `通知暫停到 ${moment}。`,
    refused: '系統沒有顯示通知，因此改為列在這裡。',
    automatic: '不詢問直接修復',
    automaticExplanation:
      '閘道確實不再回應時重新啟動，服務自行消失時重新載入。十分鐘內最多一次，一小時內最多三次。其他操作都會先詢問。',
    hung: '閘道不再回應',
  },
});
