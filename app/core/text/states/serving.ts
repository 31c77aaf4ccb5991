import { defineTexts } from '../define.ts';
import { insertions } from './state-text.ts';
import type { StateTexts } from './state-text.ts';

type ServingReason =
  | 'two-gateways-on-port'
  | 'service-and-stray'
  | 'ready'
  | 'live-readiness-unknown'
  | 'live-not-ready'
  | 'safe-mode'
  | 'live-service-on-other-port'
  | 'live-definition-gone'
  | 'live-service-disabled'
  | 'live-without-service'
  | 'live-service-not-loaded'
  | 'live-owner-unknown';

const { en, zhHans, zhHant } = insertions;

/** A gateway serves: how well, and who keeps it. */
export const servingTexts = defineTexts<StateTexts<ServingReason>>({
  en: {
    'two-gateways-on-port': ({ port, pid, otherPid }) =>
      `Two gateways${en.processes(pid, otherPid)} listen on port ${port}, and it is chance which one answers`,
    'service-and-stray': ({ port, pid, otherPid }) =>
      `Another gateway${en.process(otherPid)} holds port ${port}, so the service’s own${en.process(pid)} cannot serve`,
    ready: ({ port }) => `The gateway is ready on port ${port}, and the service keeps it running`,
    'live-readiness-unknown': ({ port }) =>
      `The gateway answers on port ${port}, but does not say whether all of it is ready`,
    'live-not-ready': ({ port, failing }) =>
      `The gateway answers on port ${port}, but not all of it works${en.list(failing)}`,
    'safe-mode': ({ port }) =>
      `The gateway answers on port ${port}, but after several crashes in a row it keeps its channels off`,
    'live-service-on-other-port': ({ port, pid, detail }) =>
      `The gateway${en.process(pid)} listens on ${detail === null ? 'another port' : `port ${detail}`}, not on ${port} as its service says`,
    'live-definition-gone': ({ port }) =>
      `The gateway runs well on port ${port}, but its service file is gone, so it will not return after the next login`,
    'live-service-disabled': ({ port }) =>
      `The gateway runs well on port ${port}, but its service is switched off, so it will not return after the next login`,
    'live-without-service': ({ port, pid }) =>
      `The gateway${en.process(pid)} answers on port ${port}, but no service keeps it, so nothing brings it back when it ends`,
    'live-service-not-loaded': ({ port, pid }) =>
      `The gateway${en.process(pid)} answers on port ${port}, but outside its service, so nothing brings it back when it ends`,
    'live-owner-unknown': ({ port, detail }) =>
      `A gateway answers on port ${port}, but it cannot be seen whose process it is${en.detail(detail)}`,
  },
  'zh-Hans': {
    'two-gateways-on-port': ({ port, pid, otherPid }) =>
      `有两个网关${zhHans.processes(pid, otherPid)}同时监听端口 ${port}，由哪一个响应并不确定`,
    'service-and-stray': ({ port, pid, otherPid }) =>
      `端口 ${port} 被另一个网关${zhHans.process(otherPid)}占用，服务自己的网关${zhHans.process(pid)}无法工作`,
    ready: ({ port }) => `网关在端口 ${port} 上运行正常，并由服务负责保持运行`,
    'live-readiness-unknown': ({ port }) => `网关在端口 ${port} 上有响应，但没有说明是否全部就绪`,
    'live-not-ready': ({ port, failing }) => `网关在端口 ${port} 上有响应，但有部分功能不正常${zhHans.list(failing)}`,
    'safe-mode': ({ port }) => `网关在端口 ${port} 上有响应，但因连续多次崩溃而停用了各频道`,
    'live-service-on-other-port': ({ port, pid, detail }) =>
      `网关${zhHans.process(pid)}监听的是${detail === null ? '另一个端口' : `端口 ${detail}`}，而不是服务中写的 ${port}`,
    'live-definition-gone': ({ port }) => `网关在端口 ${port} 上运行正常，但它的服务文件已不存在，下次登录后不会再启动`,
    'live-service-disabled': ({ port }) => `网关在端口 ${port} 上运行正常，但它的服务已停用，下次登录后不会再启动`,
    'live-without-service': ({ port, pid }) =>
      `网关${zhHans.process(pid)}在端口 ${port} 上有响应，但没有服务负责它，退出后不会自动恢复`,
    'live-service-not-loaded': ({ port, pid }) =>
      `网关${zhHans.process(pid)}在端口 ${port} 上有响应，但不是由它的服务运行的，退出后不会自动恢复`,
    'live-owner-unknown': ({ port, detail }) =>
      `端口 ${port} 上有网关响应，但看不到属于哪个进程${zhHans.detail(detail)}`,
  },
  'zh-Hant': {
    'two-gateways-on-port': ({ port, pid, otherPid }) =>
      `有兩個閘道${zhHant.processes(pid, otherPid)}同時監聽連接埠 ${port}，由哪一個回應並不確定`,
    'service-and-stray': ({ port, pid, otherPid }) =>
      `連接埠 ${port} 被另一個閘道${zhHant.process(otherPid)}佔用，服務自己的閘道${zhHant.process(pid)}無法運作`,
    ready: ({ port }) => `閘道在連接埠 ${port} 上運作正常，並由服務負責保持執行`,
    'live-readiness-unknown': ({ port }) => `閘道在連接埠 ${port} 上有回應，但沒有說明是否全部就緒`,
    'live-not-ready': ({ port, failing }) => `閘道在連接埠 ${port} 上有回應，但有部分功能不正常${zhHant.list(failing)}`,
    'safe-mode': ({ port }) => `閘道在連接埠 ${port} 上有回應，但因連續多次當機而停用了各頻道`,
    'live-service-on-other-port': ({ port, pid, detail }) =>
      `閘道${zhHant.process(pid)}監聽的是${detail === null ? '另一個連接埠' : `連接埠 ${detail}`}，而不是服務中寫的 ${port}`,
    'live-definition-gone': ({ port }) =>
      `閘道在連接埠 ${port} 上運作正常，但它的服務檔案已不存在，下次登入後不會再啟動`,
    'live-service-disabled': ({ port }) => `閘道在連接埠 ${port} 上運作正常，但它的服務已停用，下次登入後不會再啟動`,
    'live-without-service': ({ port, pid }) =>
      `閘道${zhHant.process(pid)}在連接埠 ${port} 上有回應，但沒有服務負責它，結束後不會自動恢復`,
    'live-service-not-loaded': ({ port, pid }) =>
      `閘道${zhHant.process(pid)}在連接埠 ${port} 上有回應，但不是由它的服務執行的，結束後不會自動恢復`,
    'live-owner-unknown': ({ port, detail }) =>
      `連接埠 ${port} 上有閘道回應，但看不到屬於哪個行程${zhHant.detail(detail)}`,
  },
});
