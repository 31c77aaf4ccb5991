import { defineTexts } from '../define.ts';
import { insertions } from './state-text.ts';
import type { StateTexts } from './state-text.ts';

type ChangingReason =
  | 'action-starting'
  | 'action-stopping'
  | 'action-restarting'
  | 'job-stopping'
  | 'draining'
  | 'job-starting'
  | 'respawn-scheduled'
  | 'job-not-listening-yet'
  | 'startup-not-finished'
  | 'not-answering-young'
  | 'not-answering'
  | 'port-answers-wrong';

const { en, zhHans, zhHant } = insertions;

/** A gateway comes, goes, or is there without answering. */
export const changingTexts = defineTexts<StateTexts<ChangingReason>>({
  en: {
    'action-starting': () => 'The gateway is being started',
    'action-stopping': () => 'The gateway is being stopped',
    'action-restarting': () => 'The gateway is being restarted',
    'job-stopping': ({ pid }) => `The system is stopping the gateway${en.process(pid)}`,
    draining: ({ pid }) => `The gateway${en.process(pid)} is finishing its work before it stops or restarts`,
    'job-starting': () => 'The system is starting the gateway',
    'respawn-scheduled': ({ lastExit }) =>
      `The gateway ended, and the system starts it again in a few seconds${en.lastExit(lastExit)}`,
    'job-not-listening-yet': ({ port, pid }) =>
      `The gateway${en.process(pid)} is starting and does not listen on port ${port} yet`,
    'startup-not-finished': ({ port, pid, detail }) =>
      `The gateway${en.process(pid)} answers on port ${port} and is still starting${en.detail(detail)}`,
    'not-answering-young': ({ port, pid }) =>
      `The gateway${en.process(pid)} was started recently and does not answer on port ${port} yet`,
    'not-answering': ({ port, pid }) => `The gateway${en.process(pid)} runs, but does not answer on port ${port}`,
    'port-answers-wrong': ({ port, pid }) =>
      `The gateway${en.process(pid)} has port ${port}, but the answer there is not a gateway’s`,
  },
  'zh-Hans': {
    'action-starting': () => '正在启动网关',
    'action-stopping': () => '正在停止网关',
    'action-restarting': () => '正在重启网关',
    'job-stopping': ({ pid }) => `系统正在停止网关${zhHans.process(pid)}`,
    draining: ({ pid }) => `网关${zhHans.process(pid)}正在完成手头的工作，之后会停止或重启`,
    'job-starting': () => '系统正在启动网关',
    'respawn-scheduled': ({ lastExit }) => `网关刚刚退出，系统会在几秒后重新启动它${zhHans.lastExit(lastExit)}`,
    'job-not-listening-yet': ({ port, pid }) => `网关${zhHans.process(pid)}正在启动，尚未监听端口 ${port}`,
    'startup-not-finished': ({ port, pid, detail }) =>
      `网关${zhHans.process(pid)}在端口 ${port} 上已有响应，仍在启动中${zhHans.detail(detail)}`,
    'not-answering-young': ({ port, pid }) => `网关${zhHans.process(pid)}刚启动不久，在端口 ${port} 上还没有响应`,
    'not-answering': ({ port, pid }) => `网关${zhHans.process(pid)}在运行，但在端口 ${port} 上没有响应`,
    'port-answers-wrong': ({ port, pid }) => `网关${zhHans.process(pid)}占用着端口 ${port}，但响应的内容不像网关`,
  },
  'zh-Hant': {
    'action-starting': () => '正在啟動閘道',
    'action-stopping': () => '正在停止閘道',
    'action-restarting': () => '正在重新啟動閘道',
    'job-stopping': ({ pid }) => `系統正在停止閘道${zhHant.process(pid)}`,
    draining: ({ pid }) => `閘道${zhHant.process(pid)}正在完成手邊的工作，之後會停止或重新啟動`,
    'job-starting': () => '系統正在啟動閘道',
    'respawn-scheduled': ({ lastExit }) => `閘道剛剛結束，系統會在幾秒後重新啟動它${zhHant.lastExit(lastExit)}`,
    'job-not-listening-yet': ({ port, pid }) => `閘道${zhHant.process(pid)}正在啟動，尚未監聽連接埠 ${port}`,
    'startup-not-finished': ({ port, pid, detail }) =>
      `閘道${zhHant.process(pid)}在連接埠 ${port} 上已有回應，仍在啟動中${zhHant.detail(detail)}`,
    'not-answering-young': ({ port, pid }) => `閘道${zhHant.process(pid)}剛啟動不久，在連接埠 ${port} 上還沒有回應`,
    'not-answering': ({ port, pid }) => `閘道${zhHant.process(pid)}在執行，但在連接埠 ${port} 上沒有回應`,
    'port-answers-wrong': ({ port, pid }) => `閘道${zhHant.process(pid)}佔用了連接埠 ${port}，但回應的內容不像閘道`,
  },
});
