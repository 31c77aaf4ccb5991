import type { Exit78Meaning } from '../../model/exit-78.ts';
import { defineTexts } from '../define.ts';
import { formatDuration } from '../durations.ts';
import { countEnglish } from '../plural.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type ServiceCode = 'agent-not-loaded' | 'agent-disabled' | 'keepalive-loop' | 'launchd-parked';

/** Findings about the job that should keep the gateway running. */
export const serviceFindingTexts = defineTexts<FindingTexts<ServiceCode>>({
  en: {
    'agent-not-loaded': {
      title: ({ definitionPath }) =>
        definitionPath === null ? 'The service was never set up' : 'The service is installed but not loaded',
      explanation: ({ label, definitionPath }) =>
        definitionPath === null
          ? `OpenClaw is installed, but there is no service ${label} yet. So nothing starts the gateway or brings it back.`
          : `${definitionPath} is there, but the system does not know the service ${label}. So it neither starts the gateway nor brings it back.`,
      advice: ({ definitionPath }) =>
        definitionPath === null
          ? 'Let the service be set up here, or run “openclaw gateway install” in a terminal. If you start the gateway by hand, nothing has to be done.'
          : 'Let the repair load it. It checks that the gateway answers; the service file stays as it is.',
    },
    'agent-disabled': {
      title: () => 'The service is switched off',
      explanation: ({ label }) =>
        `The system holds a “disabled” mark for ${label} and does not start it, not even after the next login. A person, an update or the gateway itself can set this mark.`,
      advice: () =>
        'If it was not you, let the repair remove the mark; you are asked first. If it was switched off under Login Items, switch it on there.',
    },
    'keepalive-loop': {
      title: () => 'The gateway keeps ending and being started again',
      explanation: ({ label, runs, lastExit, lastError, meaning }) =>
        [
          `The system starts ${label} again each time it ends${runs === null ? '' : `, ${countEnglish(runs, 'time', 'times')} so far`}.`,
          lastExit === null ? '' : ` Last exit: ${lastExit}.`,
          meaning === null ? '' : ` ${exit78En[meaning]}`,
          lastError === null ? '' : ` Last error in the log: “${shorten(lastError, 160)}”.`,
        ].join(''),
      advice: () =>
        'Restarting does not help here. Look at the other findings and the end of the log for the cause. Stop ends the loop until then.',
    },
    'launchd-parked': {
      title: () => 'The system has stopped restarting the gateway',
      explanation: ({ label, lastExit, idleSeconds }) =>
        [
          `${label} is loaded, but nothing has run`,
          idleSeconds === null ? '' : ` for ${formatDuration(idleSeconds * 1000, 'en')}`,
          '. After several quick crashes the system holds a service back.',
          lastExit === null ? '' : ` Last exit: ${lastExit}.`,
        ].join(''),
      advice: () => 'Look for the cause at the end of the log first, then let the repair start it once.',
    },
  },
  'zh-Hans': {
    'agent-not-loaded': {
      title: ({ definitionPath }) => (definitionPath === null ? '服务从未设置' : '服务已安装，但没有加载'),
      explanation: ({ label, definitionPath }) =>
        definitionPath === null
          ? `OpenClaw 已安装，但还没有服务 ${label}，因此没有什么会启动网关，也不会在它退出后重新拉起。`
          : `${definitionPath} 存在，但系统并不知道服务 ${label}，因此既不会启动网关，也不会在它退出后重新拉起。`,
      advice: ({ definitionPath }) =>
        definitionPath === null
          ? '可以在这里设置服务，也可以在终端运行“openclaw gateway install”。如果您手动启动网关，就无需处理。'
          : '可用“修复”加载服务，并确认网关有响应；服务文件不会改动。',
    },
    'agent-disabled': {
      title: () => '服务已被停用',
      explanation: ({ label }) =>
        `系统中 ${label} 带有“停用”标记，即使重新登录也不会启动。用户、更新程序或网关自身都可能设置这个标记。`,
      advice: () =>
        '如果不是您停用的，可用“修复”去掉标记，去掉前会先询问您。如果是在“登录项”中关闭的，请在那里重新打开。',
    },
    'keepalive-loop': {
      title: () => '网关反复退出又被重新启动',
      explanation: ({ label, runs, lastExit, lastError, meaning }) =>
        [
          `${label} 每次退出后，系统都会重新启动它${runs === null ? '' : `，目前已启动 ${runs} 次`}。`,
          lastExit === null ? '' : `上次退出：${lastExit}。`,
          meaning === null ? '' : exit78ZhHans[meaning],
          lastError === null ? '' : `日志中最近的错误：“${shorten(lastError, 160)}”。`,
        ].join(''),
      advice: () => '重启解决不了这个问题。请查看其他问题和日志末尾，找出原因；在此之前可以点“停止”结束循环。',
    },
    'launchd-parked': {
      title: () => '系统不再重新启动网关',
      explanation: ({ label, lastExit, idleSeconds }) =>
        [
          `${label} 已加载，但`,
          idleSeconds === null ? '' : `已有 ${formatDuration(idleSeconds * 1000, 'zh-Hans')}`,
          '没有任何进程在运行。短时间内多次崩溃后，系统会暂缓启动服务。',
          lastExit === null ? '' : `上次退出：${lastExit}。`,
        ].join(''),
      advice: () => '请先在日志末尾找出原因，然后用“修复”启动一次。',
    },
  },
  'zh-Hant': {
    'agent-not-loaded': {
      title: ({ definitionPath }) => (definitionPath === null ? '服務從未設定' : '服務已安裝，但沒有載入'),
      explanation: ({ label, definitionPath }) =>
        definitionPath === null
          ? `OpenClaw 已安裝，但還沒有服務 ${label}，因此沒有什麼會啟動閘道，也不會在它結束後重新啟動。`
          : `${definitionPath} 存在，但系統並不知道服務 ${label}，因此既不會啟動閘道，也不會在它結束後重新啟動。`,
      advice: ({ definitionPath }) =>
        definitionPath === null
          ? '可以在這裡設定服務，也可以在終端機執行「openclaw gateway install」。如果您手動啟動閘道，就無需處理。'
          : '可用「修復」載入服務，並確認閘道有回應；服務檔案不會更動。',
    },
    'agent-disabled': {
      title: () => '服務已被停用',
      explanation: ({ label }) =>
        `系統中 ${label} 帶有「停用」標記，即使重新登入也不會啟動。使用者、更新程式或閘道本身都可能設下這個標記。`,
      advice: () =>
        '如果不是您停用的，可用「修復」移除標記，移除前會先詢問您。如果是在「登入項目」中關閉的，請在那裡重新打開。',
    },
    'keepalive-loop': {
      title: () => '閘道反覆結束又被重新啟動',
      explanation: ({ label, runs, lastExit, lastError, meaning }) =>
        [
          `${label} 每次結束後，系統都會重新啟動它${runs === null ? '' : `，目前已啟動 ${runs} 次`}。`,
          lastExit === null ? '' : `上次結束：${lastExit}。`,
          meaning === null ? '' : exit78ZhHant[meaning],
          lastError === null ? '' : `記錄檔中最近的錯誤：「${shorten(lastError, 160)}」。`,
        ].join(''),
      advice: () => '重新啟動解決不了這個問題。請查看其他問題和記錄檔結尾，找出原因；在此之前可以按「停止」結束循環。',
    },
    'launchd-parked': {
      title: () => '系統不再重新啟動閘道',
      explanation: ({ label, lastExit, idleSeconds }) =>
        [
          `${label} 已載入，但`,
          idleSeconds === null ? '' : `已有 ${formatDuration(idleSeconds * 1000, 'zh-Hant')}`,
          '沒有任何行程在執行。短時間內多次當機後，系統會暫緩啟動服務。',
          lastExit === null ? '' : `上次結束：${lastExit}。`,
        ].join(''),
      advice: () => '請先在記錄檔結尾找出原因，然後用「修復」啟動一次。',
    },
  },
});

type MeaningTexts = Readonly<Record<Exit78Meaning, string>>;

const exit78En: MeaningTexts = {
  'config-invalid': 'Here this means that OpenClaw does not accept its configuration.',
  'older-binary': 'Here this means that this OpenClaw is older than the one that wrote the configuration.',
  'newer-database': 'Here this means that a newer OpenClaw has written the data.',
  'token-missing': 'Here this means that no access token is set.',
  'already-running': 'Here this means that another gateway was already running.',
  'cannot-execute': 'Here this means that the system cannot execute the program that the service names.',
};

const exit78ZhHans: MeaningTexts = {
  'config-invalid': '这里的意思是：OpenClaw 不接受它的配置。',
  'older-binary': '这里的意思是：当前的 OpenClaw 比写入配置的版本旧。',
  'newer-database': '这里的意思是：数据由更新的 OpenClaw 写入。',
  'token-missing': '这里的意思是：没有设置访问令牌。',
  'already-running': '这里的意思是：已有另一个网关在运行。',
  'cannot-execute': '这里的意思是：系统无法执行服务指定的程序。',
};

const exit78ZhHant: MeaningTexts = {
  'config-invalid': '這裡的意思是：OpenClaw 不接受它的設定檔。',
  'older-binary': '這裡的意思是：目前的 OpenClaw 比寫入設定檔的版本舊。',
  'newer-database': '這裡的意思是：資料由更新的 OpenClaw 寫入。',
  'token-missing': '這裡的意思是：沒有設定存取權杖。',
  'already-running': '這裡的意思是：已有另一個閘道在執行。',
  'cannot-execute': '這裡的意思是：系統無法執行服務指定的程式。',
};
