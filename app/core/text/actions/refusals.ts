import type { RefusalArgsByCode } from '../../actions/refuse.ts';
import type { ActionRefusal, ActivityKind, RefusalCode } from '../../model/action.ts';
import type { Locale } from '../../model/view.ts';
import { defineTexts } from '../define.ts';
import { shorten } from '../shorten.ts';
import { unknownTexts } from '../unknowns.ts';

/** Why an action was not done, and what to do instead. */
export type RefusalText<Code extends RefusalCode> = {
  readonly sentence: (args: RefusalArgsByCode[Code]) => string;
  readonly next: (args: RefusalArgsByCode[Code]) => string;
};

type RefusalTexts = { readonly [Code in RefusalCode]: RefusalText<Code> };

const refusalTexts = defineTexts<RefusalTexts>({
  en: {
    busy: {
      sentence: ({ action }) => `The gateway is still being ${pastEn[action]}.`,
      next: () => 'Wait until that is done.',
    },
    'already-serving': {
      sentence: ({ port, pid }) =>
        `A gateway${pid === null ? '' : ` (process ${pid})`} is already running for port ${port}.`,
      next: () => 'Restart it if you want it to begin afresh.',
    },
    'already-stopped': {
      sentence: ({ port }) => `No gateway is running on port ${port}.`,
      next: () => 'Start it when you need it.',
    },
    'remote-mode': {
      sentence: () => 'The configuration is set to remote mode: the gateway runs on another computer.',
      next: () => 'Start, stop or restart it over there.',
    },
    'not-installed': {
      sentence: ({ label }) => `There is no service ${label} on this computer.`,
      next: () => 'Run “openclaw gateway install” in a terminal first.',
    },
    'maintenance-running': {
      sentence: ({ pid, commandLine }) =>
        `OpenClaw is being updated, installed or repaired (process ${pid}: “${shorten(commandLine)}”).`,
      next: () => 'Wait until that has finished, then try again.',
    },
    'other-program-on-port': {
      sentence: ({ port, pid, name }) =>
        `${name ?? 'Another program'}${pid === null ? '' : ` (process ${pid})`} uses port ${port}.`,
      next: () => 'Quit that program or give the gateway another port, then try again.',
    },
    'stray-on-port': {
      sentence: ({ port, pid, commandLine }) =>
        `A gateway outside the service (process ${pid}: “${shorten(commandLine)}”) holds port ${port}.`,
      next: () => 'Stop that gateway first, then start the service.',
    },
    'not-ours-to-stop': {
      sentence: ({ pid, owner }) =>
        owner === null
          ? `${processEn(pid)} is not proven to be your gateway, so it is left alone.`
          : `${processEn(pid)} belongs to ${owner}, so it is left alone.`,
      next: () => 'End it where it was started.',
    },
    'launch-agent-writes-disabled': {
      sentence: ({ path }) => `${path} asks every tool to leave the service alone.`,
      next: () => 'Move that file aside if you do not want this any more.',
    },
    'external-supervisor': {
      sentence: () => 'Another product looks after this gateway.',
      next: () => 'Start, stop or restart it there.',
    },
    'node-missing': {
      sentence: ({ nodePath }) => `The service starts ${nodePath ?? 'Node'}, which is not there.`,
      next: () => 'Run “openclaw gateway install --force” in a terminal.',
    },
    'entry-missing': {
      sentence: ({ entryPath }) => `The service starts ${entryPath ?? 'OpenClaw'}, which is not there.`,
      next: () => 'Run “openclaw gateway install --force” in a terminal.',
    },
    'config-broken': {
      sentence: ({ path, line, column, message }) =>
        `The gateway would not start: ${path} has an error in line ${line}, column ${column} (“${shorten(message)}”).`,
      next: () => 'Correct the configuration first.',
    },
    'cannot-tell': {
      sentence: ({ probe, detail }) =>
        `Nothing was done, because this could not be read: ${unknownTexts('en').probes[probe]}${detail === null ? '' : ` (${shorten(detail)})`}.`,
      next: () => 'Check again in a moment.',
    },
    'changed-meanwhile': {
      sentence: ({ pid }) =>
        pid === null
          ? 'Something changed in the meantime, so nothing more was done.'
          : `Process ${pid} is not the same any more, so nothing more was done.`,
      next: () => 'Look at the state shown now, then try again.',
    },
  },
  'zh-Hans': {
    busy: { sentence: ({ action }) => `网关仍在${verbZhHans[action]}中。`, next: () => '请等它完成。' },
    'already-serving': {
      sentence: ({ port, pid }) => `端口 ${port} 的网关${pid === null ? '' : `（进程 ${pid}）`}已在运行。`,
      next: () => '如果想重新来过，请重启它。',
    },
    'already-stopped': {
      sentence: ({ port }) => `端口 ${port} 上没有网关在运行。`,
      next: () => '需要时再启动即可。',
    },
    'remote-mode': {
      sentence: () => '配置为远程模式，网关运行在另一台电脑上。',
      next: () => '请在那台电脑上启动、停止或重启。',
    },
    'not-installed': {
      sentence: ({ label }) => `这台电脑上没有服务 ${label}。`,
      next: () => '请先在终端运行“openclaw gateway install”。',
    },
    'maintenance-running': {
      sentence: ({ pid, commandLine }) => `OpenClaw 正在更新、安装或修复（进程 ${pid}：“${shorten(commandLine)}”）。`,
      next: () => '请等它结束后再试。',
    },
    'other-program-on-port': {
      sentence: ({ port, pid, name }) =>
        `端口 ${port} 被${name === null ? '其他程序' : ` ${name}`}${pid === null ? '' : `（进程 ${pid}）`}占用。`,
      next: () => '请退出该程序，或让网关改用别的端口，然后再试。',
    },
    'stray-on-port': {
      sentence: ({ port, pid, commandLine }) =>
        `端口 ${port} 被服务之外的网关占用（进程 ${pid}：“${shorten(commandLine)}”）。`,
      next: () => '请先停止那个网关，再启动服务。',
    },
    'not-ours-to-stop': {
      sentence: ({ pid, owner }) =>
        owner === null
          ? `无法确认${processZhHans(pid)}就是您的网关，因此没有动它。`
          : `${processZhHans(pid)}属于 ${owner}，因此没有动它。`,
      next: () => '请在启动它的地方结束它。',
    },
    'launch-agent-writes-disabled': {
      sentence: ({ path }) => `${path} 要求所有工具都不要改动服务。`,
      next: () => '如果不再需要这样，请把该文件移到别处。',
    },
    'external-supervisor': {
      sentence: () => '这个网关由其他产品负责管理。',
      next: () => '请在那里启动、停止或重启。',
    },
    'node-missing': {
      sentence: ({ nodePath }) => `服务要启动的 ${nodePath ?? 'Node'} 不存在。`,
      next: () => '请在终端运行“openclaw gateway install --force”。',
    },
    'entry-missing': {
      sentence: ({ entryPath }) => `服务要启动的 ${entryPath ?? 'OpenClaw'} 不存在。`,
      next: () => '请在终端运行“openclaw gateway install --force”。',
    },
    'config-broken': {
      sentence: ({ path, line, column, message }) =>
        `网关将无法启动：${path} 第 ${line} 行第 ${column} 列有错误（“${shorten(message)}”）。`,
      next: () => '请先改正配置。',
    },
    'cannot-tell': {
      sentence: ({ probe, detail }) =>
        `没有执行任何操作，因为无法读取：${unknownTexts('zh-Hans').probes[probe]}${detail === null ? '' : `（${shorten(detail)}）`}。`,
      next: () => '请稍后重新检查。',
    },
    'changed-meanwhile': {
      sentence: ({ pid }) =>
        pid === null
          ? '情况在此期间发生了变化，因此没有继续操作。'
          : `进程 ${pid} 已不是原来的那个，因此没有继续操作。`,
      next: () => '请先看现在的状态，再试一次。',
    },
  },
  'zh-Hant': {
    busy: { sentence: ({ action }) => `閘道仍在${verbZhHant[action]}中。`, next: () => '請等它完成。' },
    'already-serving': {
      sentence: ({ port, pid }) => `連接埠 ${port} 的閘道${pid === null ? '' : `（行程 ${pid}）`}已在執行。`,
      next: () => '如果想重新來過，請重新啟動它。',
    },
    'already-stopped': {
      sentence: ({ port }) => `連接埠 ${port} 上沒有閘道在執行。`,
      next: () => '需要時再啟動即可。',
    },
    'remote-mode': {
      sentence: () => '設定為遠端模式，閘道在另一台電腦上執行。',
      next: () => '請在那台電腦上啟動、停止或重新啟動。',
    },
    'not-installed': {
      sentence: ({ label }) => `這台電腦上沒有服務 ${label}。`,
      next: () => '請先在終端機執行「openclaw gateway install」。',
    },
    'maintenance-running': {
      sentence: ({ pid, commandLine }) => `OpenClaw 正在更新、安裝或修復（行程 ${pid}：「${shorten(commandLine)}」）。`,
      next: () => '請等它結束後再試。',
    },
    'other-program-on-port': {
      sentence: ({ port, pid, name }) =>
        `連接埠 ${port} 被${name === null ? '其他程式' : ` ${name}`}${pid === null ? '' : `（行程 ${pid}）`}佔用。`,
      next: () => '請結束該程式，或讓閘道改用別的連接埠，然後再試。',
    },
    'stray-on-port': {
      sentence: ({ port, pid, commandLine }) =>
        `連接埠 ${port} 被服務以外的閘道佔用（行程 ${pid}：「${shorten(commandLine)}」）。`,
      next: () => '請先停止那個閘道，再啟動服務。',
    },
    'not-ours-to-stop': {
      sentence: ({ pid, owner }) =>
        owner === null
          ? `無法確認${processZhHant(pid)}就是您的閘道，因此沒有動它。`
          : `${processZhHant(pid)}屬於 ${owner}，因此沒有動它。`,
      next: () => '請在啟動它的地方結束它。',
    },
    'launch-agent-writes-disabled': {
      sentence: ({ path }) => `${path} 要求所有工具都不要更動服務。`,
      next: () => '如果不再需要這樣，請把該檔案移到別處。',
    },
    'external-supervisor': {
      sentence: () => '這個閘道由其他產品負責管理。',
      next: () => '請在那裡啟動、停止或重新啟動。',
    },
    'node-missing': {
      sentence: ({ nodePath }) => `服務要啟動的 ${nodePath ?? 'Node'} 不存在。`,
      next: () => '請在終端機執行「openclaw gateway install --force」。',
    },
    'entry-missing': {
      sentence: ({ entryPath }) => `服務要啟動的 ${entryPath ?? 'OpenClaw'} 不存在。`,
      next: () => '請在終端機執行「openclaw gateway install --force」。',
    },
    'config-broken': {
      sentence: ({ path, line, column, message }) =>
        `閘道將無法啟動：${path} 第 ${line} 行第 ${column} 欄有錯誤（「${shorten(message)}」）。`,
      next: () => '請先改正設定檔。',
    },
    'cannot-tell': {
      sentence: ({ probe, detail }) =>
        `沒有執行任何操作，因為無法讀取：${unknownTexts('zh-Hant').probes[probe]}${detail === null ? '' : `（${shorten(detail)}）`}。`,
      next: () => '請稍後重新檢查。',
    },
    'changed-meanwhile': {
      sentence: ({ pid }) =>
        pid === null ? '情況在此期間有了變化，因此沒有繼續操作。' : `行程 ${pid} 已不是原來的那個，因此沒有繼續操作。`,
      next: () => '請先看現在的狀態，再試一次。',
    },
  },
});

/** `refuse()` is the only maker of refusals and ties args to the code; here that tie is taken up again. */
export function writeRefusal(refusal: ActionRefusal, locale: Locale): { sentence: string; next: string } {
  const text = refusalTexts(locale)[refusal.code] as {
    readonly [Part in keyof RefusalText<RefusalCode>]: (args: ActionRefusal['args']) => string;
  };
  return { sentence: text.sentence(refusal.args), next: text.next(refusal.args) };
}

const pastEn: Readonly<Record<ActivityKind, string>> = {
  start: 'started',
  stop: 'stopped',
  restart: 'restarted',
  repair: 'repaired',
  undo: 'put back as it was',
};
const verbZhHans: Readonly<Record<ActivityKind, string>> = {
  start: '启动',
  stop: '停止',
  restart: '重启',
  repair: '修复',
  undo: '还原',
};
const verbZhHant: Readonly<Record<ActivityKind, string>> = {
  start: '啟動',
  stop: '停止',
  restart: '重新啟動',
  repair: '修復',
  undo: '還原',
};

function processEn(pid: number | null): string {
  return pid === null ? 'The process' : `Process ${pid}`;
}

function processZhHans(pid: number | null): string {
  return pid === null ? '该进程' : `进程 ${pid} `;
}

function processZhHant(pid: number | null): string {
  return pid === null ? '該行程' : `行程 ${pid} `;
}
