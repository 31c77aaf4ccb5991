import type { StateArgs, StateReason } from '../../model/state.ts';
import { shorten } from '../shorten.ts';

/** One sentence per reason, without its full stop: "since …" goes before that. */
export type StateTexts<Reason extends StateReason> = { readonly [R in Reason]: (args: StateArgs) => string };

/** Small insertions that a sentence has only when the fact is known. */
export const insertions = {
  en: {
    process: (pid: number | null) => (pid === null ? '' : ` (process ${pid})`),
    processes: (pid: number | null, otherPid: number | null) =>
      pid === null || otherPid === null ? '' : ` (processes ${pid} and ${otherPid})`,
    lastExit: (lastExit: string | null) => (lastExit === null ? '' : `; last exit: ${lastExit}`),
    detail: (detail: string | null) => (detail === null ? '' : `: ${foreign(detail)}`),
    list: (names: readonly string[]) => (names.length === 0 ? '' : `: ${names.join(', ')}`),
  },
  zhHans: {
    process: (pid: number | null) => (pid === null ? '' : `（进程 ${pid}）`),
    processes: (pid: number | null, otherPid: number | null) =>
      pid === null || otherPid === null ? '' : `（进程 ${pid} 和 ${otherPid}）`,
    lastExit: (lastExit: string | null) => (lastExit === null ? '' : `；上次退出：${lastExit}`),
    detail: (detail: string | null) => (detail === null ? '' : `：${foreign(detail)}`),
    list: (names: readonly string[]) => (names.length === 0 ? '' : `：${names.join('、')}`),
  },
  zhHant: {
    process: (pid: number | null) => (pid === null ? '' : `（行程 ${pid}）`),
    processes: (pid: number | null, otherPid: number | null) =>
      pid === null || otherPid === null ? '' : `（行程 ${pid} 和 ${otherPid}）`,
    lastExit: (lastExit: string | null) => (lastExit === null ? '' : `；上次結束：${lastExit}`),
    detail: (detail: string | null) => (detail === null ? '' : `：${foreign(detail)}`),
    list: (names: readonly string[]) => (names.length === 0 ? '' : `：${names.join('、')}`),
  },
} as const;

/** A tool's own words inside our sentence: one short line without its full stop. */
function foreign(text: string): string {
  return shorten(text.trim().replace(/[.。]+$/, ''), 120);
}
