import { defineTexts } from '../define.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type PortCode = 'port-stray' | 'ssh-tunnel' | 'third-party-host' | 'port-config-mismatch';

/** Findings about who has the port, and which port it is. */
export const portFindingTexts = defineTexts<FindingTexts<PortCode>>({
  en: {
    'port-stray': {
      title: ({ port }) => `A gateway outside the service holds port ${port}`,
      explanation: ({ pid, servicePid, startedAt, commandLine, clock }) =>
        [
          `Process ${pid} (“${shorten(commandLine)}”)`,
          startedAt === null ? '' : `, started ${clock(startedAt)},`,
          ' answers on the port, but the service does not own it',
          servicePid === null ? '.' : `; the service’s own process is ${servicePid}.`,
          ' Changes to the service do not reach it, and nothing brings it back when it ends.',
        ].join(''),
      advice: () =>
        'Let the repair ask it to end and the service take its place. If you started it in a terminal, you can also end it there with Ctrl-C and then choose Start.',
    },
    'ssh-tunnel': {
      title: ({ port }) => `An SSH tunnel holds port ${port}`,
      explanation: ({ port, pid }) =>
        `ssh${pid === null ? '' : ` (process ${pid})`} forwards port ${port} to another computer. Answers come from there, and a gateway on this computer cannot use the port.`,
      advice: () =>
        'If you use the gateway over there, set remote mode in the configuration. Otherwise give the tunnel another local port.',
    },
    'third-party-host': {
      title: ({ product }) => `${product} runs the gateway`,
      explanation: ({ product, pid, port }) =>
        `The gateway${pid === null ? '' : ` (process ${pid})`}${port === null ? '' : ` on port ${port}`} belongs to ${product}, which starts, stops and configures it.`,
      advice: ({ product }) =>
        `Start and stop it in ${product}. If you prefer OpenClaw’s own service, quit ${product} first.`,
    },
    'port-config-mismatch': {
      title: () => 'Service and configuration name different ports',
      explanation: ({ servicePort, configPort }) =>
        `The service starts the gateway on port ${servicePort}, the configuration says ${configPort}. The service wins, and tools that read the configuration look at the wrong port.`,
      advice: ({ servicePort, configPort }) =>
        `Change one of the two. To use ${configPort}, let the repair have the service written anew; to keep ${servicePort}, set it in the configuration.`,
    },
  },
  'zh-Hans': {
    'port-stray': {
      title: ({ port }) => `端口 ${port} 被服务之外的另一个网关占用`,
      explanation: ({ pid, servicePid, startedAt, commandLine, clock }) =>
        [
          `进程 ${pid}（“${shorten(commandLine)}”`,
          startedAt === null ? '' : `，启动于 ${clock(startedAt)}`,
          '）在该端口上响应，但不归服务管理',
          servicePid === null ? '。' : `；服务自己的进程是 ${servicePid}。`,
          '对服务的改动不会影响它，它退出后也不会自动恢复。',
        ].join(''),
      advice: () =>
        '可用“修复”请求它结束，由服务接替。如果是您在终端里启动的，也可以在那里按 Ctrl-C 结束，然后点“启动”。',
    },
    'ssh-tunnel': {
      title: ({ port }) => `端口 ${port} 被 SSH 隧道占用`,
      explanation: ({ port, pid }) =>
        `ssh${pid === null ? ' ' : `（进程 ${pid}）`}把端口 ${port} 转发到了另一台电脑，响应来自那边，本机的网关无法使用这个端口。`,
      advice: () => '如果您用的就是那边的网关，请在配置中设为远程模式；否则请让隧道改用别的本地端口。',
    },
    'third-party-host': {
      title: ({ product }) => `网关由 ${product} 运行`,
      explanation: ({ product, pid, port }) =>
        `${port === null ? '' : `端口 ${port} 上的`}网关${pid === null ? '' : `（进程 ${pid}）`}属于 ${product}，由它启动、停止和配置。`,
      advice: ({ product }) =>
        `请在 ${product} 中启动或停止网关。如果想改用 OpenClaw 自己的服务，请先退出 ${product}。`,
    },
    'port-config-mismatch': {
      title: () => '服务和配置中的端口不一致',
      explanation: ({ servicePort, configPort }) =>
        `服务用端口 ${servicePort} 启动网关，配置里写的却是 ${configPort}。实际以服务为准，而读取配置的工具会找错端口。`,
      advice: ({ servicePort, configPort }) =>
        `只改其中一处：要用 ${configPort}，可用“修复”重新生成服务；要保留 ${servicePort}，请在配置中改成它。`,
    },
  },
  'zh-Hant': {
    'port-stray': {
      title: ({ port }) => `連接埠 ${port} 被服務以外的另一個閘道佔用`,
      explanation: ({ pid, servicePid, startedAt, commandLine, clock }) =>
        [
          `行程 ${pid}（「${shorten(commandLine)}」`,
          startedAt === null ? '' : `，啟動於 ${clock(startedAt)}`,
          '）在該連接埠上回應，但不歸服務管理',
          servicePid === null ? '。' : `；服務自己的行程是 ${servicePid}。`,
          '對服務的更動不會影響它，它結束後也不會自動恢復。',
        ].join(''),
      advice: () =>
        '可用「修復」請求它結束，由服務接替。如果是您在終端機裡啟動的，也可以在那裡按 Ctrl-C 結束，然後按「啟動」。',
    },
    'ssh-tunnel': {
      title: ({ port }) => `連接埠 ${port} 被 SSH 通道佔用`,
      explanation: ({ port, pid }) =>
        `ssh${pid === null ? ' ' : `（行程 ${pid}）`}把連接埠 ${port} 轉送到了另一台電腦，回應來自那邊，本機的閘道無法使用這個連接埠。`,
      advice: () => '如果您用的就是那邊的閘道，請在設定檔中改為遠端模式；否則請讓通道改用別的本機連接埠。',
    },
    'third-party-host': {
      title: ({ product }) => `閘道由 ${product} 執行`,
      explanation: ({ product, pid, port }) =>
        `${port === null ? '' : `連接埠 ${port} 上的`}閘道${pid === null ? '' : `（行程 ${pid}）`}屬於 ${product}，由它啟動、停止和設定。`,
      advice: ({ product }) =>
        `請在 ${product} 中啟動或停止閘道。如果想改用 OpenClaw 自己的服務，請先結束 ${product}。`,
    },
    'port-config-mismatch': {
      title: () => '服務與設定檔中的連接埠不一致',
      explanation: ({ servicePort, configPort }) =>
        `服務用連接埠 ${servicePort} 啟動閘道，設定檔裡寫的卻是 ${configPort}。實際以服務為準，而讀取設定檔的工具會找錯連接埠。`,
      advice: ({ servicePort, configPort }) =>
        `只改其中一處：要用 ${configPort}，可用「修復」重新產生服務；要保留 ${servicePort}，請在設定檔中改成它。`,
    },
  },
});
