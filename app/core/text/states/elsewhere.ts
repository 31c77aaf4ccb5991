import { defineTexts } from '../define.ts';
import { insertions } from './state-text.ts';
import type { StateTexts } from './state-text.ts';

type ElsewhereReason =
  | 'remote-mode'
  | 'not-installed-no-cli'
  | 'not-installed-never-registered'
  | 'cannot-read-service'
  | 'cannot-read-port'
  | 'cannot-tell';

const { en, zhHans, zhHant } = insertions;

/** There is nothing to judge on this computer, or too little is known to judge it. */
export const elsewhereTexts = defineTexts<StateTexts<ElsewhereReason>>({
  en: {
    'remote-mode': () => 'The configuration is set to remote mode: the gateway runs on another computer',
    'not-installed-no-cli': () => 'OpenClaw was not found on this computer',
    'not-installed-never-registered': () =>
      'OpenClaw is installed, but its gateway does not run and is not set up as a service',
    'cannot-read-service': ({ detail }) =>
      `What the system thinks of the gateway’s service could not be read${en.detail(detail)}`,
    'cannot-read-port': ({ port, detail }) =>
      `Whether a gateway answers on port ${port} could not be read${en.detail(detail)}`,
    'cannot-tell': ({ detail }) => `Too little could be read to say how the gateway is${en.detail(detail)}`,
  },
  'zh-Hans': {
    'remote-mode': () => '配置为远程模式，网关运行在另一台电脑上',
    'not-installed-no-cli': () => '这台电脑上没有找到 OpenClaw',
    'not-installed-never-registered': () => 'OpenClaw 已安装，但网关没有运行，也没有设为服务',
    'cannot-read-service': ({ detail }) => `无法读取网关服务在系统中的状态${zhHans.detail(detail)}`,
    'cannot-read-port': ({ port, detail }) => `无法得知端口 ${port} 上是否有网关响应${zhHans.detail(detail)}`,
    'cannot-tell': ({ detail }) => `读到的信息太少，无法判断网关的状况${zhHans.detail(detail)}`,
  },
  'zh-Hant': {
    'remote-mode': () => '設定為遠端模式，閘道在另一台電腦上執行',
    'not-installed-no-cli': () => '這台電腦上沒有找到 OpenClaw',
    'not-installed-never-registered': () => 'OpenClaw 已安裝，但閘道沒有執行，也沒有設為服務',
    'cannot-read-service': ({ detail }) => `無法讀取閘道服務在系統中的狀態${zhHant.detail(detail)}`,
    'cannot-read-port': ({ port, detail }) => `無法得知連接埠 ${port} 上是否有閘道回應${zhHant.detail(detail)}`,
    'cannot-tell': ({ detail }) => `讀到的資訊太少，無法判斷閘道的狀況${zhHant.detail(detail)}`,
  },
});
