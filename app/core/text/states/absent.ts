import { defineTexts } from '../define.ts';
import { countEnglish } from '../plural.ts';
import { insertions } from './state-text.ts';
import type { StateTexts } from './state-text.ts';

type AbsentReason =
  | 'stray-blocks-service'
  | 'service-retries-behind-stray'
  | 'foreign-program-on-port'
  | 'ssh-tunnel-on-port'
  | 'exits-again-and-again'
  | 'spawn-fails'
  | 'service-disabled'
  | 'stopped-on-purpose'
  | 'maintenance-running'
  | 'not-loaded'
  | 'loaded-not-running'
  | 'held-back';

const { en, zhHans, zhHant } = insertions;

/** The service's gateway does not serve, and what stands in its way. */
export const absentTexts = defineTexts<StateTexts<AbsentReason>>({
  en: {
    'stray-blocks-service': ({ port, otherPid }) =>
      `A gateway${en.process(otherPid)} that the service does not own holds port ${port}, so the service cannot start its own`,
    'service-retries-behind-stray': ({ port, otherPid, runs }) =>
      `A gateway${en.process(otherPid)} that the service does not own holds port ${port}; the service keeps trying to start its own${timesEn(runs)}`,
    'foreign-program-on-port': ({ port, otherName, otherPid }) =>
      `${otherName ?? 'Another program'}${en.process(otherPid)} uses port ${port}, so the gateway cannot`,
    'ssh-tunnel-on-port': ({ port, otherPid }) =>
      `An SSH tunnel${en.process(otherPid)} uses port ${port}, so what answers there is another computer`,
    'exits-again-and-again': ({ runs, lastExit }) =>
      `The gateway ends each time the system starts it${timesEn(runs)}${en.lastExit(lastExit)}`,
    'spawn-fails': ({ lastExit }) => `The system cannot start the program of the service${en.lastExit(lastExit)}`,
    'service-disabled': () => 'The gateway is not running, and its service is switched off',
    'stopped-on-purpose': () => 'The gateway is stopped, and that was asked for',
    'maintenance-running': () => 'The gateway is not running while OpenClaw is being updated, installed or repaired',
    'not-loaded': () => 'The gateway is not running: its service is installed, but not loaded',
    'loaded-not-running': ({ lastExit }) =>
      `The gateway is not running, although its service is loaded${en.lastExit(lastExit)}`,
    'held-back': ({ lastExit }) =>
      `The gateway is not running: the system holds its service back${en.lastExit(lastExit)}`,
  },
  'zh-Hans': {
    'stray-blocks-service': ({ port, otherPid }) =>
      `端口 ${port} 被不归服务管理的网关${zhHans.process(otherPid)}占用，服务无法启动自己的网关`,
    'service-retries-behind-stray': ({ port, otherPid, runs }) =>
      `端口 ${port} 被不归服务管理的网关${zhHans.process(otherPid)}占用，服务在不断尝试启动自己的网关${timesZhHans(runs)}`,
    'foreign-program-on-port': ({ port, otherName, otherPid }) =>
      `端口 ${port} 被${otherName === null ? '其他程序' : ` ${otherName}`}${zhHans.process(otherPid)}占用，网关无法使用`,
    'ssh-tunnel-on-port': ({ port, otherPid }) =>
      `端口 ${port} 被 SSH 隧道${zhHans.process(otherPid)}占用，在那里响应的是另一台电脑`,
    'exits-again-and-again': ({ runs, lastExit }) =>
      `系统每次启动网关，它都会退出${timesZhHans(runs)}${zhHans.lastExit(lastExit)}`,
    'spawn-fails': ({ lastExit }) => `系统无法启动服务的程序${zhHans.lastExit(lastExit)}`,
    'service-disabled': () => '网关没有运行，它的服务已停用',
    'stopped-on-purpose': () => '网关已停止，是主动停止的',
    'maintenance-running': () => 'OpenClaw 正在更新、安装或修复，网关没有运行',
    'not-loaded': () => '网关没有运行：服务已安装，但没有加载',
    'loaded-not-running': ({ lastExit }) => `网关没有运行，但服务已加载${zhHans.lastExit(lastExit)}`,
    'held-back': ({ lastExit }) => `网关没有运行：系统暂缓启动它的服务${zhHans.lastExit(lastExit)}`,
  },
  'zh-Hant': {
    'stray-blocks-service': ({ port, otherPid }) =>
      `連接埠 ${port} 被不歸服務管理的閘道${zhHant.process(otherPid)}佔用，服務無法啟動自己的閘道`,
    'service-retries-behind-stray': ({ port, otherPid, runs }) =>
      `連接埠 ${port} 被不歸服務管理的閘道${zhHant.process(otherPid)}佔用，服務不斷嘗試啟動自己的閘道${timesZhHant(runs)}`,
    'foreign-program-on-port': ({ port, otherName, otherPid }) =>
      `連接埠 ${port} 被${otherName === null ? '其他程式' : ` ${otherName}`}${zhHant.process(otherPid)}佔用，閘道無法使用`,
    'ssh-tunnel-on-port': ({ port, otherPid }) =>
      `連接埠 ${port} 被 SSH 通道${zhHant.process(otherPid)}佔用，在那裡回應的是另一台電腦`,
    'exits-again-and-again': ({ runs, lastExit }) =>
      `系統每次啟動閘道，它都會結束${timesZhHant(runs)}${zhHant.lastExit(lastExit)}`,
    'spawn-fails': ({ lastExit }) => `系統無法啟動服務的程式${zhHant.lastExit(lastExit)}`,
    'service-disabled': () => '閘道沒有執行，它的服務已停用',
    'stopped-on-purpose': () => '閘道已停止，是主動停止的',
    'maintenance-running': () => 'OpenClaw 正在更新、安裝或修復，閘道沒有執行',
    'not-loaded': () => '閘道沒有執行：服務已安裝，但沒有載入',
    'loaded-not-running': ({ lastExit }) => `閘道沒有執行，但服務已載入${zhHant.lastExit(lastExit)}`,
    'held-back': ({ lastExit }) => `閘道沒有執行：系統暫緩啟動它的服務${zhHant.lastExit(lastExit)}`,
  },
});

function timesEn(runs: number | null): string {
  return runs === null ? '' : `, ${countEnglish(runs, 'time', 'times')} so far`;
}

function timesZhHans(runs: number | null): string {
  return runs === null ? '' : `，目前已启动 ${runs} 次`;
}

function timesZhHant(runs: number | null): string {
  return runs === null ? '' : `，目前已啟動 ${runs} 次`;
}
