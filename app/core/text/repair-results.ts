import type { ActivityKind } from '../model/action.ts';
import type { RepairRefusal } from '../model/repair.ts';
import type { Locale, RepairOfferView, RunStepView } from '../model/view.ts';
import { defineTexts } from './define.ts';
import { writeRepairRefusal } from './repairs/refusals.ts';

/** Who has the lock: which face, which process, and what it does. */
interface Worker {
  readonly face: 'menu-bar' | 'command-line' | 'browser-panel';
  readonly pid: number;
  readonly action: ActivityKind;
}

type RepairResultTexts = {
  /** Of the button that opens a preview. */
  readonly offers: Readonly<Record<RepairOfferView['kind'], string>>;
  readonly execute: string;
  readonly undo: string;
  readonly undoing: (args: { title: string }) => string;
  readonly caution: string;
  /** Stands before the commands of who wants to keep the other of two services. */
  readonly keepOther: (args: { keep: string; aside: string }) => string;
  readonly undoable: { readonly all: string; readonly part: string; readonly nothing: string; readonly none: string };
  readonly faces: Readonly<Record<Worker['face'], string>>;
  readonly works: Readonly<Record<ActivityKind, string>>;
  readonly busy: (args: { face: string; pid: number; work: string }) => string;
  readonly stale: string;
  readonly asks: string;
  readonly running: (args: { number: number; count: number; step: string }) => string;
  readonly verifying: string;
  readonly preparing: string;
  readonly stopped: (args: { cause: string }) => string;
  readonly undone: string;
  /** Of the run that undid another one. */
  readonly undid: string;
  /** Of what a person chose: there was no trouble that could be gone. */
  readonly wishes: { readonly fixed: string; readonly 'not-fixed': string; readonly next: string };
  readonly progress: Readonly<Record<Exclude<RunStepView['progress'], 'done' | 'failed'>, string>>;
};

/** What faces say around a repair: its button, its preview, and why it was not begun. */
export const repairResultTexts = defineTexts<RepairResultTexts>({
  en: {
    offers: { plan: 'Repair…', suggestion: 'Possible Repair…', advice: 'What to Do…' },
    execute: 'Repair',
    undo: 'Undo…',
    undoing: ({ title }) => `Undo: ${title}`,
    caution: 'This is the likely cause, not a proven one.',
    keepOther: ({ keep, aside }) =>
      `The plan keeps ${keep}, because OpenClaw’s own commands know that one. To keep ${aside} instead, cancel and run these commands in a terminal; its gateway is then shown as one outside the service.`,
    undoable: {
      all: 'It can be undone afterwards.',
      part: 'It can be undone afterwards, but not all of it.',
      nothing: 'It leaves nothing behind that would have to be undone.',
      none: 'It cannot be undone.',
    },
    faces: {
      'menu-bar': 'Clawtender in the menu bar',
      'command-line': 'Clawtender in a terminal',
      'browser-panel': 'Clawtender’s browser panel',
    },
    works: {
      start: 'starting the gateway',
      stop: 'stopping the gateway',
      restart: 'restarting the gateway',
      repair: 'repairing something',
      undo: 'undoing a repair',
    },
    busy: ({ face, pid, work }) =>
      `${face} (process ${pid}) is ${work} now. Nothing was done; wait until that is over.`,
    stale: 'Something changed in the meantime, so nothing was done. Look at the plan again.',
    asks: 'Nothing was done: there is a question to answer first.',
    running: ({ number, count, step }) => `Step ${number} of ${count}: ${step}`,
    verifying: 'All steps are done. Checking whether it helped…',
    preparing: 'Reading again whether all is as the plan expects…',
    stopped: ({ cause }) => `The repair stopped: nothing was done after the step that failed. ${cause}`,
    undone: 'This repair was undone.',
    undid: 'It is as it was before.',
    wishes: {
      fixed: 'Done, and confirmed by reading everything again.',
      'not-fixed': 'The steps were done, but reading again does not confirm it.',
      next: 'Check again, and look at what is there now.',
    },
    progress: {
      running: 'in progress',
      unsure: 'begun, end unknown',
      waiting: 'waiting',
      'not-reached': 'not reached',
    },
  },
  'zh-Hans': {
    offers: { plan: '修复…', suggestion: '可能的修复…', advice: '怎么办…' },
    execute: '修复',
    undo: '撤销…',
    undoing: ({ title }) => `撤销：${title}`,
    caution: '这是可能的原因，尚未证实。',
    keepOther: ({ keep, aside }) =>
      `方案会保留 ${keep}，因为 OpenClaw 自己的命令认的是它。如果想保留 ${aside}，请取消，并在终端运行下面的命令；之后它的网关会显示为服务之外的网关。`,
    undoable: {
      all: '之后可以撤销。',
      part: '之后可以撤销，但不是全部。',
      nothing: '不会留下需要撤销的更改。',
      none: '无法撤销。',
    },
    faces: {
      'menu-bar': '菜单栏中的 Clawtender',
      'command-line': '终端中的 Clawtender',
      'browser-panel': 'Clawtender 的浏览器面板',
    },
    works: {
      start: '启动网关',
      stop: '停止网关',
      restart: '重启网关',
      repair: '进行修复',
      undo: '撤销修复',
    },
    busy: ({ face, pid, work }) => `${face}（进程 ${pid}）正在${work}。没有做任何更改，请等它完成。`,
    stale: '情况在此期间有了变化，因此没有做任何更改。请重新查看方案。',
    asks: '没有做任何更改：需要先回答一个问题。',
    running: ({ number, count, step }) => `第 ${number} 步，共 ${count} 步：${step}`,
    verifying: '所有步骤已完成，正在检查是否有效…',
    preparing: '正在重新检查情况是否与方案相符…',
    stopped: ({ cause }) => `修复已停止：步骤失败后没有再做任何更改。${cause}`,
    undone: '这次修复已撤销。',
    undid: '已恢复原样。',
    wishes: {
      fixed: '已完成，重新检查后得到确认。',
      'not-fixed': '步骤已完成，但重新检查没有确认结果。',
      next: '请重新检查，看看现在的情况。',
    },
    progress: { running: '进行中', unsure: '已开始，结果不明', waiting: '等待中', 'not-reached': '未执行' },
  },
  'zh-Hant': {
    offers: { plan: '修復…', suggestion: '可能的修復…', advice: '怎麼辦…' },
    execute: '修復',
    undo: '復原…',
    undoing: ({ title }) => `復原：${title}`,
    caution: '這是可能的原因，尚未證實。',
    keepOther: ({ keep, aside }) =>
      `方案會保留 ${keep}，因為 OpenClaw 自己的指令認的是它。如果想保留 ${aside}，請取消，並在終端機執行下面的指令；之後它的閘道會顯示為服務之外的閘道。`,
    undoable: {
      all: '之後可以復原。',
      part: '之後可以復原，但不是全部。',
      nothing: '不會留下需要復原的變更。',
      none: '無法復原。',
    },
    faces: {
      'menu-bar': '選單列中的 Clawtender',
      'command-line': '終端機中的 Clawtender',
      'browser-panel': 'Clawtender 的瀏覽器面板',
    },
    works: {
      start: '啟動閘道',
      stop: '停止閘道',
      restart: '重新啟動閘道',
      repair: '進行修復',
      undo: '復原修復',
    },
    busy: ({ face, pid, work }) => `${face}（行程 ${pid}）正在${work}。沒有做任何變更，請等它完成。`,
    stale: '情況在此期間有了變化，因此沒有做任何變更。請重新查看方案。',
    asks: '沒有做任何變更：需要先回答一個問題。',
    running: ({ number, count, step }) => `第 ${number} 步，共 ${count} 步：${step}`,
    verifying: '所有步驟已完成，正在檢查是否有效…',
    preparing: '正在重新檢查情況是否與方案相符…',
    stopped: ({ cause }) => `修復已停止：步驟失敗後沒有再做任何變更。${cause}`,
    undone: '這次修復已復原。',
    undid: '已恢復原狀。',
    wishes: {
      fixed: '已完成，重新檢查後得到確認。',
      'not-fixed': '步驟已完成，但重新檢查沒有確認結果。',
      next: '請重新檢查，看看現在的情況。',
    },
    progress: { running: '進行中', unsure: '已開始，結果不明', waiting: '等待中', 'not-reached': '未執行' },
  },
});

/** How an attempt was answered that may not have become a run. */
export type RepairAnswer =
  | { readonly kind: 'ended' | 'previewed' | 'needs-confirmation' | 'stale' }
  | { readonly kind: 'refused'; readonly refusal: RepairRefusal }
  | { readonly kind: 'busy'; readonly by: Worker };

/** Why nothing was begun, for the one who asked; `undefined`: something was, and the run tells the rest. */
export function writeRepairNotice(answer: RepairAnswer, locale: Locale): string | undefined {
  const texts = repairResultTexts(locale);
  switch (answer.kind) {
    case 'ended':
    case 'previewed':
      return undefined;
    case 'needs-confirmation':
      return texts.asks;
    case 'stale':
      return texts.stale;
    case 'refused':
      return writeRepairRefusal(answer.refusal, locale);
    case 'busy':
      return writeBusy(answer.by, locale);
    default:
      return answer satisfies never;
  }
}

function writeBusy({ face, pid, action }: Worker, locale: Locale): string {
  const texts = repairResultTexts(locale);
  return texts.busy({ face: texts.faces[face], pid, work: texts.works[action] });
}
