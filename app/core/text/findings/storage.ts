import type { FindingArgsByCode } from '../../model/finding.ts';
import { formatBytes } from '../bytes.ts';
import { defineTexts } from '../define.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type StorageCode = 'log-disk' | 'db-newer' | 'db-corrupt';
type What = FindingArgsByCode['log-disk']['what'];
type DiskTexts = Readonly<Record<What, { readonly title: string; readonly why: string; readonly advice: string }>>;

/** Findings about the disk, logs and databases. */
export const storageFindingTexts = defineTexts<FindingTexts<StorageCode>>({
  en: {
    'log-disk': {
      title: ({ what }) => diskEn[what].title,
      explanation: ({ what, path, sizeBytes, freeBytes }) =>
        [
          diskEn[what].why,
          freeBytes === null ? '' : ` ${formatBytes(freeBytes)} are free.`,
          path === null || sizeBytes === null ? '' : ` The service’s log ${path} has ${formatBytes(sizeBytes)}.`,
        ].join(''),
      advice: ({ what }) => diskEn[what].advice,
    },
    'db-newer': {
      title: () => 'The data was written by a newer OpenClaw',
      explanation: ({ stateDir, version, writtenBy }) =>
        [
          `The database in ${stateDir} belongs to a newer version${writtenBy === null ? '' : ` (${writtenBy})`}`,
          version === null ? '' : `, and the service runs ${version}`,
          '. It refuses to start rather than harm the data, and can take its own service out of use for that.',
        ].join(''),
      advice: () =>
        'Update the OpenClaw that the service runs, or let the older one use a folder of its own. The database cannot be set back.',
    },
    'db-corrupt': {
      title: () => 'The gateway reports a damaged database',
      explanation: ({ stateDir, line }) =>
        `The log says: “${shorten(line, 160)}”. The database is in ${stateDir}. Crashes and programs that open it beside a running gateway are known reasons.`,
      advice: () =>
        'Stop the gateway, copy the database files, and let “openclaw doctor” look at them. Delete nothing: your conversations are in there.',
    },
  },
  'zh-Hans': {
    'log-disk': {
      title: ({ what }) => diskZhHans[what].title,
      explanation: ({ what, path, sizeBytes, freeBytes }) =>
        [
          diskZhHans[what].why,
          freeBytes === null ? '' : `剩余 ${formatBytes(freeBytes)}。`,
          path === null || sizeBytes === null ? '' : `服务的日志 ${path} 有 ${formatBytes(sizeBytes)}。`,
        ].join(''),
      advice: ({ what }) => diskZhHans[what].advice,
    },
    'db-newer': {
      title: () => '数据由更新的 OpenClaw 写入',
      explanation: ({ stateDir, version, writtenBy }) =>
        [
          `${stateDir} 中的数据库属于更新的版本${writtenBy === null ? '' : `（${writtenBy}）`}`,
          version === null ? '' : `，而服务运行的是 ${version}`,
          '。为了不损坏数据，它拒绝启动，还可能因此停用自己的服务。',
        ].join(''),
      advice: () => '请更新服务所运行的 OpenClaw，或让较旧的版本使用单独的文件夹。数据库无法退回。',
    },
    'db-corrupt': {
      title: () => '网关报告数据库已损坏',
      explanation: ({ stateDir, line }) =>
        `日志中写道：“${shorten(line, 160)}”。数据库位于 ${stateDir}。已知的原因有崩溃，以及在网关运行时打开数据库的程序。`,
      advice: () => '请停止网关，复制数据库文件，再用“openclaw doctor”检查。什么都不要删除：您的对话就在里面。',
    },
  },
  'zh-Hant': {
    'log-disk': {
      title: ({ what }) => diskZhHant[what].title,
      explanation: ({ what, path, sizeBytes, freeBytes }) =>
        [
          diskZhHant[what].why,
          freeBytes === null ? '' : `剩餘 ${formatBytes(freeBytes)}。`,
          path === null || sizeBytes === null ? '' : `服務的記錄檔 ${path} 有 ${formatBytes(sizeBytes)}。`,
        ].join(''),
      advice: ({ what }) => diskZhHant[what].advice,
    },
    'db-newer': {
      title: () => '資料由更新的 OpenClaw 寫入',
      explanation: ({ stateDir, version, writtenBy }) =>
        [
          `${stateDir} 中的資料庫屬於更新的版本${writtenBy === null ? '' : `（${writtenBy}）`}`,
          version === null ? '' : `，而服務執行的是 ${version}`,
          '。為了不損壞資料，它拒絕啟動，還可能因此停用自己的服務。',
        ].join(''),
      advice: () => '請更新服務所執行的 OpenClaw，或讓較舊的版本使用單獨的檔案夾。資料庫無法退回。',
    },
    'db-corrupt': {
      title: () => '閘道回報資料庫已損壞',
      explanation: ({ stateDir, line }) =>
        `記錄檔中寫道：「${shorten(line, 160)}」。資料庫位於 ${stateDir}。已知的原因有當機，以及在閘道執行時打開資料庫的程式。`,
      advice: () => '請停止閘道，複製資料庫檔案，再用「openclaw doctor」檢查。什麼都不要刪除：您的對話就在裡面。',
    },
  },
});

const diskEn: DiskTexts = {
  'disk-full': {
    title: 'The disk is full, and the gateway cannot write',
    why: 'The gateway reports that there is no space left.',
    advice: 'Free some space. A large log can be packed into an archive; your other files only you can sort out.',
  },
  'disk-low': {
    title: 'Little space is left on the disk',
    why: 'Updates and databases need room for a moment, and fail without it.',
    advice: 'Free some space before the gateway cannot write any more.',
  },
  'log-large': {
    title: 'The gateway’s log has become very large',
    why: 'Nothing shortens this log by itself.',
    advice:
      'Have it archived and emptied. If it grows again quickly, the same message is being repeated: look at its end.',
  },
  'log-capped': {
    title: 'The gateway has stopped writing its own log for today',
    why: 'It has reached the size that OpenClaw allows for a day.',
    advice: 'The gateway works on. See which message repeats so often; tomorrow a new log begins.',
  },
};

const diskZhHans: DiskTexts = {
  'disk-full': {
    title: '磁盘已满，网关无法写入',
    why: '网关报告已没有剩余空间。',
    advice: '请腾出一些空间。很大的日志可以压缩归档；其他文件只能由您自己整理。',
  },
  'disk-low': {
    title: '磁盘剩余空间很少',
    why: '更新和数据库会临时需要空间，没有空间就会失败。',
    advice: '请在网关无法写入之前腾出一些空间。',
  },
  'log-large': {
    title: '网关的日志变得非常大',
    why: '没有任何机制会自动缩短这份日志。',
    advice: '请将它归档并清空。如果很快又变大，说明同一条消息在反复出现：请查看日志末尾。',
  },
  'log-capped': {
    title: '网关今天已停止写自己的日志',
    why: '它已达到 OpenClaw 允许的每日大小。',
    advice: '网关会继续工作。请看看是哪条消息反复出现；明天会开始新的日志。',
  },
};

const diskZhHant: DiskTexts = {
  'disk-full': {
    title: '磁碟已滿，閘道無法寫入',
    why: '閘道回報已沒有剩餘空間。',
    advice: '請騰出一些空間。很大的記錄檔可以壓縮封存；其他檔案只能由您自己整理。',
  },
  'disk-low': {
    title: '磁碟剩餘空間很少',
    why: '更新和資料庫會臨時需要空間，沒有空間就會失敗。',
    advice: '請在閘道無法寫入之前騰出一些空間。',
  },
  'log-large': {
    title: '閘道的記錄檔變得非常大',
    why: '沒有任何機制會自動縮短這份記錄檔。',
    advice: '請將它封存並清空。如果很快又變大，表示同一則訊息在反覆出現：請查看記錄檔結尾。',
  },
  'log-capped': {
    title: '閘道今天已停止寫自己的記錄檔',
    why: '它已達到 OpenClaw 允許的每日大小。',
    advice: '閘道會繼續工作。請看看是哪則訊息反覆出現；明天會開始新的記錄檔。',
  },
};
