import type { FindingArgsByCode } from '../../model/finding.ts';
import { formatBytes } from '../bytes.ts';
import { defineTexts } from '../define.ts';
import { countEnglish } from '../plural.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type WellbeingCode = 'breaker-safe-mode' | 'sleep-wake' | 'cpu' | 'mem';
type MemoryTexts = Readonly<Record<FindingArgsByCode['mem']['why'], string>>;

/** Findings about a gateway that is there, and not well. */
export const wellbeingFindingTexts = defineTexts<FindingTexts<WellbeingCode>>({
  en: {
    'breaker-safe-mode': {
      title: () => 'The gateway runs in safe mode, without its channels',
      explanation: ({ trippedAt, endsAt, clock }) =>
        `The gateway ended three times in a row without being stopped. So it started without its channels at ${clock(trippedAt)}, on purpose; until about ${clock(endsAt)} it looks whether it stays up.`,
      advice: () =>
        'Leave it running; a restart would prolong the safe mode. Look at the other findings for what ended it before.',
    },
    'sleep-wake': {
      title: ({ what }) =>
        what === 'silent'
          ? 'The gateway has not answered since the computer woke up'
          : 'The gateway has not recovered since the computer woke up',
      explanation: ({ pid, wokeAt, what, failing, clock }) =>
        what === 'silent'
          ? `The computer woke up at ${clock(wokeAt)}. Process ${pid} is alive, but its connections seem to have frozen during sleep.`
          : `The computer woke up at ${clock(wokeAt)}. Process ${pid} answers, but is not ready since then${failing === null ? '.' : `; it names “${shorten(failing)}”.`}`,
      advice: () => 'One restart usually helps: it opens all connections anew.',
    },
    cpu: {
      title: () => 'The gateway is busy with itself and hardly answers',
      explanation: ({ pid, cpuPercent, minutes }) =>
        `Process ${pid} has used ${cpuPercent} % of a processor for ${countEnglish(minutes, 'minute', 'minutes')}, and questions about its health stayed unanswered meanwhile.`,
      advice: () =>
        'Restart it once. If it comes back, export the diagnostics with “openclaw gateway diagnostics export” and report them together with the version of OpenClaw.',
    },
    mem: {
      title: ({ memoryBytes }) => `The gateway uses ${formatBytes(memoryBytes)} of memory`,
      explanation: ({ pid, memoryBytes, why, heapLimitBytes }) =>
        [
          `Process ${pid} holds ${formatBytes(memoryBytes)}. ${memoryEn[why]}`,
          heapLimitBytes === null ? '' : ` Its service allows ${formatBytes(heapLimitBytes)} for scripts alone.`,
        ].join(''),
      advice: () =>
        'Restart it when nothing important is running. Before that, “openclaw gateway diagnostics export” saves what is needed to find the reason.',
    },
  },
  'zh-Hans': {
    'breaker-safe-mode': {
      title: () => '网关处于安全模式，频道没有启动',
      explanation: ({ trippedAt, endsAt, clock }) =>
        `网关连续三次未经停止就退出，因此在 ${clock(trippedAt)} 特意不带频道启动；大约到 ${clock(endsAt)} 为止，它会观察自己能否保持运行。`,
      advice: () => '请让它继续运行，重启只会延长安全模式。之前为什么退出，请查看其他问题。',
    },
    'sleep-wake': {
      title: ({ what }) => (what === 'silent' ? '电脑唤醒后网关一直没有响应' : '电脑唤醒后网关一直没有恢复'),
      explanation: ({ pid, wokeAt, what, failing, clock }) =>
        what === 'silent'
          ? `电脑在 ${clock(wokeAt)} 唤醒。进程 ${pid} 还在，但它的连接似乎在睡眠时冻结了。`
          : `电脑在 ${clock(wokeAt)} 唤醒。进程 ${pid} 有响应，但从那时起一直没有就绪${failing === null ? '。' : `，原因是“${shorten(failing)}”。`}`,
      advice: () => '通常重启一次即可：所有连接都会重新建立。',
    },
    cpu: {
      title: () => '网关忙于自身，几乎不响应',
      explanation: ({ pid, cpuPercent, minutes }) =>
        `进程 ${pid} 已有 ${minutes} 分钟占用一个处理器的 ${cpuPercent} %，其间的健康检查没有得到回答。`,
      advice: () =>
        '请重启一次。如果再次出现，请用“openclaw gateway diagnostics export”导出诊断，连同 OpenClaw 的版本一起反馈。',
    },
    mem: {
      title: ({ memoryBytes }) => `网关占用了 ${formatBytes(memoryBytes)} 内存`,
      explanation: ({ pid, memoryBytes, why, heapLimitBytes }) =>
        [
          `进程 ${pid} 占用 ${formatBytes(memoryBytes)}。${memoryZhHans[why]}`,
          heapLimitBytes === null ? '' : `服务仅为脚本就允许 ${formatBytes(heapLimitBytes)}。`,
        ].join(''),
      advice: () =>
        '请在没有重要任务时重启网关。重启之前，“openclaw gateway diagnostics export”可以保存查找原因所需的资料。',
    },
  },
  'zh-Hant': {
    'breaker-safe-mode': {
      title: () => '閘道處於安全模式，頻道沒有啟動',
      explanation: ({ trippedAt, endsAt, clock }) =>
        `閘道連續三次未經停止就結束，因此在 ${clock(trippedAt)} 特意不帶頻道啟動；大約到 ${clock(endsAt)} 為止，它會觀察自己能否保持執行。`,
      advice: () => '請讓它繼續執行，重新啟動只會延長安全模式。之前為什麼結束，請查看其他問題。',
    },
    'sleep-wake': {
      title: ({ what }) => (what === 'silent' ? '電腦喚醒後閘道一直沒有回應' : '電腦喚醒後閘道一直沒有恢復'),
      explanation: ({ pid, wokeAt, what, failing, clock }) =>
        what === 'silent'
          ? `電腦在 ${clock(wokeAt)} 喚醒。行程 ${pid} 還在，但它的連線似乎在睡眠時凍結了。`
          : `電腦在 ${clock(wokeAt)} 喚醒。行程 ${pid} 有回應，但從那時起一直沒有就緒${failing === null ? '。' : `，原因是「${shorten(failing)}」。`}`,
      advice: () => '通常重新啟動一次即可：所有連線都會重新建立。',
    },
    cpu: {
      title: () => '閘道忙於自身，幾乎不回應',
      explanation: ({ pid, cpuPercent, minutes }) =>
        `行程 ${pid} 已有 ${minutes} 分鐘佔用一個處理器的 ${cpuPercent} %，其間的健康檢查沒有得到回答。`,
      advice: () =>
        '請重新啟動一次。如果再次出現，請用「openclaw gateway diagnostics export」匯出診斷，連同 OpenClaw 的版本一起回報。',
    },
    mem: {
      title: ({ memoryBytes }) => `閘道佔用了 ${formatBytes(memoryBytes)} 記憶體`,
      explanation: ({ pid, memoryBytes, why, heapLimitBytes }) =>
        [
          `行程 ${pid} 佔用 ${formatBytes(memoryBytes)}。${memoryZhHant[why]}`,
          heapLimitBytes === null ? '' : `服務僅為指令碼就允許 ${formatBytes(heapLimitBytes)}。`,
        ].join(''),
      advice: () =>
        '請在沒有重要工作時重新啟動閘道。在那之前，「openclaw gateway diagnostics export」可以保存查找原因所需的資料。',
    },
  },
});

const memoryEn: MemoryTexts = {
  large: 'Much more than usual; a gateway that is well needs about one gigabyte.',
  grows: 'For six hours it has grown by half or more each hour.',
  pressure: 'The gateway itself reports that its memory runs short.',
};

const memoryZhHans: MemoryTexts = {
  large: '远多于平常；正常的网关大约需要一千兆字节。',
  grows: '六小时以来，每小时都增长一半以上。',
  pressure: '网关自己报告内存不足。',
};

const memoryZhHant: MemoryTexts = {
  large: '遠多於平常；正常的閘道大約需要一千百萬位元組。',
  grows: '六小時以來，每小時都增長一半以上。',
  pressure: '閘道自己回報記憶體不足。',
};
