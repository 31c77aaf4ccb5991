import type { IrreversibleReason, RepairPlan, Verdict } from '../../model/repair.ts';
import { defineTexts } from '../define.ts';

type RepairOutcomeTexts = {
  /** What happened, and what to do next; `next` is empty when there is nothing to do. */
  readonly verdicts: Readonly<Record<Verdict | 'interrupted', { readonly sentence: string; readonly next: string }>>;
  /** What a plan interrupts. */
  readonly reaches: Readonly<Record<RepairPlan['reach'], string>>;
  readonly irreversible: Readonly<Record<IrreversibleReason, string>>;
};

/** What a plan reaches, how a run ended, and what cannot be taken back. */
export const repairOutcomeTexts = defineTexts<RepairOutcomeTexts>({
  en: {
    verdicts: {
      fixed: { sentence: 'It is repaired: everything was read again and has held.', next: '' },
      'not-fixed': {
        sentence: 'The steps were done, but the trouble is still there.',
        next: 'Open the repair again: it shows what else can be done.',
      },
      worse: {
        sentence: 'Afterwards the gateway was worse off than before.',
        next: 'Choose Undo to take back what can be taken back, then look at the end of the log.',
      },
      stale: {
        sentence: 'Something changed in the meantime, so nothing was done.',
        next: 'Look at the plan again: it is made anew.',
      },
      refused: { sentence: 'It was not done, and nothing was changed.', next: 'The reason is shown with the repair.' },
      interrupted: {
        sentence: 'The repair was interrupted in the middle.',
        next: 'Look at which steps were done. Undo takes them back; nothing goes on by itself.',
      },
    },
    reaches: {
      safe: 'Nothing that works now is interrupted.',
      interrupts: 'The gateway does not answer for a short while; conversations in progress are cut off.',
      'loses-data': 'Something is lost that cannot be brought back.',
    },
    irreversible: {
      'process-ended': 'A process that has ended cannot be brought back; it can only be started anew.',
      'gateway-restarted': 'A restart cannot be taken back; nothing is left of it that could do harm.',
      'job-removed': 'The job had no file, so it cannot be put back.',
      'log-emptied': 'New lines may be in the log already; the old ones are kept, compressed.',
      'login-variable-unset':
        'The variable of the login session is not kept; a new login sets it anew if something sets it.',
      'device-decided': 'OpenClaw keeps no way back; the device can ask for pairing again.',
    },
  },
  'zh-Hans': {
    verdicts: {
      fixed: { sentence: '已修复：重新检查过，情况保持正常。', next: '' },
      'not-fixed': {
        sentence: '步骤已完成，但问题仍在。',
        next: '请再次打开修复，其中会显示还能做什么。',
      },
      worse: {
        sentence: '之后网关的状况比之前更差。',
        next: '请用“撤销”收回能收回的更改，然后查看日志末尾。',
      },
      stale: { sentence: '情况在此期间有了变化，因此没有做任何更改。', next: '请重新查看方案，它会重新生成。' },
      refused: { sentence: '没有执行，也没有做任何更改。', next: '原因见修复说明。' },
      interrupted: { sentence: '修复中途被打断。', next: '请查看已完成的步骤。“撤销”可以收回它们；不会自动继续。' },
    },
    reaches: {
      safe: '不会中断正在工作的部分。',
      interrupts: '网关会短暂无响应，进行中的对话会中断。',
      'loses-data': '会有内容丢失，无法恢复。',
    },
    irreversible: {
      'process-ended': '已结束的进程无法恢复，只能重新启动。',
      'gateway-restarted': '重启无法撤销，也不会留下有害的东西。',
      'job-removed': '该任务没有文件，因此无法放回。',
      'log-emptied': '日志中可能已有新内容；旧内容已压缩保留。',
      'login-variable-unset': '登录会话的变量没有保存；如果有程序设置它，下次登录时会重新设置。',
      'device-decided': 'OpenClaw 不提供撤销；该设备可以重新申请配对。',
    },
  },
  'zh-Hant': {
    verdicts: {
      fixed: { sentence: '已修復：重新檢查過，情況保持正常。', next: '' },
      'not-fixed': {
        sentence: '步驟已完成，但問題仍在。',
        next: '請再次打開修復，其中會顯示還能做什麼。',
      },
      worse: {
        sentence: '之後閘道的狀況比之前更差。',
        next: '請用「復原」收回能收回的變更，然後查看記錄檔結尾。',
      },
      stale: { sentence: '情況在此期間有了變化，因此沒有做任何變更。', next: '請重新查看方案，它會重新產生。' },
      refused: { sentence: '沒有執行，也沒有做任何變更。', next: '原因見修復說明。' },
      interrupted: { sentence: '修復中途被打斷。', next: '請查看已完成的步驟。「復原」可以收回它們；不會自動繼續。' },
    },
    reaches: {
      safe: '不會中斷正在運作的部分。',
      interrupts: '閘道會短暫沒有回應，進行中的對話會中斷。',
      'loses-data': '會有內容遺失，無法恢復。',
    },
    irreversible: {
      'process-ended': '已結束的行程無法恢復，只能重新啟動。',
      'gateway-restarted': '重新啟動無法復原，也不會留下有害的東西。',
      'job-removed': '該工作沒有檔案，因此無法放回。',
      'log-emptied': '記錄檔中可能已有新內容；舊內容已壓縮保留。',
      'login-variable-unset': '登入工作階段的變數沒有保存；如果有程式設定它，下次登入時會重新設定。',
      'device-decided': 'OpenClaw 不提供復原；該裝置可以重新申請配對。',
    },
  },
});
