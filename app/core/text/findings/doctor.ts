import type { FindingArgsByCode } from '../../model/finding.ts';
import { defineTexts } from '../define.ts';
import type { FindingTexts } from './finding-text.ts';

type Damage = FindingArgsByCode['doctor-damage'];
type WhatTexts = Readonly<Record<Damage['what'], string>>;

/** What a repair by OpenClaw itself has left. */
export const doctorFindingTexts = defineTexts<FindingTexts<'doctor-damage'>>({
  en: {
    'doctor-damage': {
      title: () => 'The gateway worked before “openclaw doctor” ran',
      explanation: ({ what, before, now, doctorAt, clock }) =>
        [
          `At ${clock(doctorAt)} “openclaw doctor” was running. ${whatEn[what]}`,
          before === null ? '' : ` It was ${before} before`,
          before === null || now === null ? '' : `, and is ${now} now`,
          before === null ? '' : '.',
        ].join(''),
      advice: () => 'Put back what worked. Run “openclaw doctor” only when you can read what it is about to change.',
    },
  },
  'zh-Hans': {
    'doctor-damage': {
      title: () => '运行“openclaw doctor”之前网关是正常的',
      explanation: ({ what, before, now, doctorAt, clock }) =>
        [
          `“openclaw doctor”在 ${clock(doctorAt)} 运行过。${whatZhHans[what]}`,
          before === null ? '' : `之前是 ${before}`,
          before === null || now === null ? '' : `，现在是 ${now}`,
          before === null ? '' : '。',
        ].join(''),
      advice: () => '请恢复原来可用的内容。只有在能看到将要更改什么时，才运行“openclaw doctor”。',
    },
  },
  'zh-Hant': {
    'doctor-damage': {
      title: () => '執行「openclaw doctor」之前閘道是正常的',
      explanation: ({ what, before, now, doctorAt, clock }) =>
        [
          `「openclaw doctor」在 ${clock(doctorAt)} 執行過。${whatZhHant[what]}`,
          before === null ? '' : `之前是 ${before}`,
          before === null || now === null ? '' : `，現在是 ${now}`,
          before === null ? '' : '。',
        ].join(''),
      advice: () => '請恢復原來可用的內容。只有在能看到將要變更什麼時，才執行「openclaw doctor」。',
    },
  },
});

const whatEn: WhatTexts = {
  node: 'Since then the service uses another Node, and no gateway runs.',
  program: 'Since then the service starts another program, and no gateway runs.',
  port: 'Since then the service names another port, and no gateway runs.',
  configuration: 'The configuration was written anew at that time, and no gateway runs since.',
};

const whatZhHans: WhatTexts = {
  node: '从那时起服务使用另一个 Node，网关没有运行。',
  program: '从那时起服务启动另一个程序，网关没有运行。',
  port: '从那时起服务使用另一个端口，网关没有运行。',
  configuration: '配置在那时被重新写入，此后网关没有运行。',
};

const whatZhHant: WhatTexts = {
  node: '從那時起服務使用另一個 Node，閘道沒有執行。',
  program: '從那時起服務啟動另一個程式，閘道沒有執行。',
  port: '從那時起服務使用另一個連接埠，閘道沒有執行。',
  configuration: '設定檔在那時被重新寫入，此後閘道沒有執行。',
};
