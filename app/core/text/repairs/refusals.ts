import type { RepairRefusalArgsByReason } from '../../repairs/refuse-repair.ts';
import { findingCodes } from '../../model/finding.ts';
import type { RepairRefusal, RepairRefusalReason } from '../../model/repair.ts';
import type { Locale } from '../../model/view.ts';
import { defineTexts } from '../define.ts';
import { shorten } from '../shorten.ts';
import { unknownTexts } from '../unknowns.ts';
import { findingNames } from './names.ts';

type Args<Reason extends RepairRefusalReason> = Reason extends 'other-first'
  ? { readonly name: string | null }
  : Readonly<RepairRefusalArgsByReason[Reason]>;
type Owners = Readonly<
  Record<RepairRefusalArgsByReason['hands-off']['owner'], (args: { name: string | null }) => string>
>;

type RepairRefusalTexts = {
  /** Why nothing is offered, and what to do. */
  readonly reasons: { readonly [Reason in Exclude<RepairRefusalReason, 'hands-off'>]: (args: Args<Reason>) => string };
  readonly owners: Owners;
};

const refusalTexts = defineTexts<RepairRefusalTexts>({
  en: {
    reasons: {
      busy: () => 'Something else is being done with the gateway now. Wait until that is over.',
      'maintenance-running': ({ pid, commandLine }) =>
        `OpenClaw is being updated, installed or repaired (process ${pid}: “${shorten(commandLine)}”). Wait until that has ended; what was wrong may be gone then.`,
      'stopped-on-purpose': () => 'The gateway was stopped on purpose. Choose Start when you want it back.',
      'too-soon': ({ minutes }) =>
        `This was done a short while ago. Wait ${minutes} minutes: several quick restarts make OpenClaw leave its channels off.`,
      'other-watchdog': ({ name }) =>
        `${name === null ? 'Another program' : name} restarts this gateway too. Two at once make it worse: switch one of them off first.`,
      'cannot-tell': ({ probe, detail }) =>
        `Too little is known to change anything${probe === null ? '' : `; this could not be read: ${unknownTexts('en').probes[probe]}`}${detail === null ? '' : ` (${shorten(detail)})`}. Check again.`,
      'tried-all': () =>
        'Everything that Clawtender knows was tried within the last hour and did not help. Copy the report for somebody who can look at it.',
      'other-first': ({ name }) =>
        name === null
          ? 'Something else has to be put right first.'
          : `Something else has to be put right first: ${name}. This may be its consequence.`,
      'shared-include': ({ path, setting }) =>
        `${setting} is written in ${path}, which serves several places of the configuration. Change it there yourself.`,
      'gone-meanwhile': () =>
        'What this was about is no longer there: it was decided elsewhere, or has expired. Look at the list again.',
      'already-so': () => 'Everything is like that already, so there is nothing to change.',
      'not-recorded': ({ detail }) =>
        `What would be done could not be recorded (${shorten(detail)}), so nothing was begun. Check whether the disk is full.`,
      'nothing-to-undo': () => 'That repair changed nothing that can be taken back.',
      'already-undone': () => 'That repair was taken back already.',
    },
    owners: {
      remote: () => 'The gateway runs on another computer. Repair it there.',
      'external-supervisor': () => 'Another product looks after this gateway. Repair it there.',
      nix: () => 'This OpenClaw is set up by Nix. Change it there; anything done here would be overwritten.',
      'read-only': () =>
        'Tools are told not to write this configuration (OPENCLAW_CONFIG_READONLY). Change it where it comes from.',
      'launch-agent-switch': ({ name }) =>
        `${name ?? 'A file'} tells all tools to leave the service alone. Move that file away if you no longer want this.`,
      'somebody-else': ({ name }) =>
        `That process cannot be proven to be yours${name === null ? '' : `: it belongs to ${name}`}. End it where it was started.`,
    },
  },
  'zh-Hans': {
    reasons: {
      busy: () => '目前正在对网关进行其他操作，请等它完成。',
      'maintenance-running': ({ pid, commandLine }) =>
        `OpenClaw 正在更新、安装或修复（进程 ${pid}：“${shorten(commandLine)}”）。请等它结束，届时问题可能已经消失。`,
      'stopped-on-purpose': () => '网关是有意停止的。需要时请点“启动”。',
      'too-soon': ({ minutes }) =>
        `不久前刚做过这项操作。请等 ${minutes} 分钟：短时间内多次重启，OpenClaw 会停用各频道。`,
      'other-watchdog': ({ name }) =>
        `${name === null ? '另一个程序' : `${name} `}也会重启这个网关。两者同时进行只会更糟，请先关闭其中一个。`,
      'cannot-tell': ({ probe, detail }) =>
        `已知的情况太少，不能做更改${probe === null ? '' : `；无法读取：${unknownTexts('zh-Hans').probes[probe]}`}${detail === null ? '' : `（${shorten(detail)}）`}。请重新检查。`,
      'tried-all': () => '最近一小时内，Clawtender 已试过所有办法，都没有用。请复制报告，交给能查看的人。',
      'other-first': ({ name }) =>
        name === null ? '需要先解决另一个问题。' : `需要先解决另一个问题：${name}。这个问题可能由它引起。`,
      'shared-include': ({ path, setting }) =>
        `${setting} 写在 ${path} 中，而配置的多个位置都使用这个文件。请自行在那里修改。`,
      'gone-meanwhile': () => '它已经不在了：可能已在别处处理，或已过期。请重新查看列表。',
      'already-so': () => '已经是这样了，没有需要更改的内容。',
      'not-recorded': ({ detail }) =>
        `无法记录将要进行的操作（${shorten(detail)}），因此没有开始。请检查磁盘是否已满。`,
      'nothing-to-undo': () => '那次修复没有可以撤销的更改。',
      'already-undone': () => '那次修复已经撤销过了。',
    },
    owners: {
      remote: () => '网关在另一台电脑上运行，请在那里修复。',
      'external-supervisor': () => '这个网关由其他产品负责管理，请在那里修复。',
      nix: () => '这个 OpenClaw 由 Nix 设置，请在那里更改；在这里做的更改会被覆盖。',
      'read-only': () => '已规定工具不得写入这份配置（OPENCLAW_CONFIG_READONLY）。请在它的来源处修改。',
      'launch-agent-switch': ({ name }) =>
        `${name === null ? '有一个文件' : `${name} `}要求所有工具都不要改动服务。如果不再需要这样，请把该文件移到别处。`,
      'somebody-else': ({ name }) =>
        `无法证实那个进程是您的${name === null ? '' : `：它属于 ${name}`}。请在启动它的地方结束它。`,
    },
  },
  'zh-Hant': {
    reasons: {
      busy: () => '目前正在對閘道進行其他操作，請等它完成。',
      'maintenance-running': ({ pid, commandLine }) =>
        `OpenClaw 正在更新、安裝或修復（行程 ${pid}：「${shorten(commandLine)}」）。請等它結束，屆時問題可能已經消失。`,
      'stopped-on-purpose': () => '閘道是有意停止的。需要時請按「啟動」。',
      'too-soon': ({ minutes }) =>
        `不久前剛做過這項操作。請等 ${minutes} 分鐘：短時間內多次重新啟動，OpenClaw 會停用各頻道。`,
      'other-watchdog': ({ name }) =>
        `${name === null ? '另一個程式' : `${name} `}也會重新啟動這個閘道。兩者同時進行只會更糟，請先關閉其中一個。`,
      'cannot-tell': ({ probe, detail }) =>
        `已知的情況太少，不能做變更${probe === null ? '' : `；無法讀取：${unknownTexts('zh-Hant').probes[probe]}`}${detail === null ? '' : `（${shorten(detail)}）`}。請重新檢查。`,
      'tried-all': () => '最近一小時內，Clawtender 已試過所有辦法，都沒有用。請複製報告，交給能查看的人。',
      'other-first': ({ name }) =>
        name === null ? '需要先解決另一個問題。' : `需要先解決另一個問題：${name}。這個問題可能由它引起。`,
      'shared-include': ({ path, setting }) =>
        `${setting} 寫在 ${path} 中，而設定的多個位置都使用這個檔案。請自行在那裡修改。`,
      'gone-meanwhile': () => '它已經不在了：可能已在別處處理，或已過期。請重新查看列表。',
      'already-so': () => '已經是這樣了，沒有需要變更的內容。',
      'not-recorded': ({ detail }) =>
        `無法記錄將要進行的操作（${shorten(detail)}），因此沒有開始。請檢查磁碟是否已滿。`,
      'nothing-to-undo': () => '那次修復沒有可以復原的變更。',
      'already-undone': () => '那次修復已經復原過了。',
    },
    owners: {
      remote: () => '閘道在另一台電腦上執行，請在那裡修復。',
      'external-supervisor': () => '這個閘道由其他產品負責管理，請在那裡修復。',
      nix: () => '這個 OpenClaw 由 Nix 設定，請在那裡變更；在這裡做的變更會被覆寫。',
      'read-only': () => '已規定工具不得寫入這份設定（OPENCLAW_CONFIG_READONLY）。請在它的來源處修改。',
      'launch-agent-switch': ({ name }) =>
        `${name === null ? '有一個檔案' : `${name} `}要求所有工具都不要更動服務。如果不再需要這樣，請把該檔案移到別處。`,
      'somebody-else': ({ name }) =>
        `無法證實那個行程是您的${name === null ? '' : `：它屬於 ${name}`}。請在啟動它的地方結束它。`,
    },
  },
});

/** `refuseRepair()` is the only maker of refusals and ties args to the reason; here that tie is taken up again. */
export function writeRepairRefusal({ reason, args }: RepairRefusal, locale: Locale): string {
  const { reasons, owners } = refusalTexts(locale);
  if (reason === 'hands-off') {
    const { owner, name } = args as unknown as RepairRefusalArgsByReason['hands-off'];
    return owners[owner]({ name });
  }
  if (reason === 'other-first') return reasons['other-first']({ name: nameOf(args['first'], locale) });
  const write = reasons[reason] as (args: RepairRefusal['args']) => string;
  return write(args);
}

/** What comes first may have no finding of its own (another program on the port). */
function nameOf(first: unknown, locale: Locale): string | null {
  const code = findingCodes.find((each) => each === first);
  return code === undefined ? null : findingNames(locale)[code];
}
