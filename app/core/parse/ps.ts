/** One process as one `ps` line tells it. */
export interface PsLine {
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  /** Epoch milliseconds, whole seconds. */
  readonly startedAt: number;
  /** Not redacted; empty for a process without arguments. */
  readonly commandLine: string;
}

/** The arguments that make `ps` print what `parsePsLine` reads; LC_ALL=C and TZ=UTC belong to it. */
export function psArguments(pid: number): readonly string[] {
  return ['-ww', '-o', 'pid=,ppid=,uid=,lstart=,command=', '-p', String(pid)];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = 'Sun|Mon|Tue|Wed|Thu|Fri|Sat';
const psLine = new RegExp(
  `^\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(?:${weekdays})\\s+(${months.join('|')})\\s+(\\d{1,2})\\s+` +
    `(\\d{2}):(\\d{2}):(\\d{2})\\s+(\\d{4})(?:\\s+(.*))?$`,
);

/**
 * One line of `LC_ALL=C TZ=UTC ps -ww -o pid=,ppid=,uid=,lstart=,command= -p N` (macOS adv_cmds-237 and Linux procps).
 * `null` for anything else, above all dates of another language: a wrong start time would prove a wrong identity.
 */
export function parsePsLine(line: string): PsLine | null {
  const match = psLine.exec(line);
  if (match === null) return null;
  const [, pid = '', ppid = '', uid = '', month = '', day = '', hour = '', minute = '', second = '', year = ''] = match;
  const startedAt = Date.UTC(
    Number(year),
    months.indexOf(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const date = new Date(startedAt);
  if (date.getUTCDate() !== Number(day) || date.getUTCHours() !== Number(hour)) return null;
  return { pid: Number(pid), ppid: Number(ppid), uid: Number(uid), startedAt, commandLine: (match[10] ?? '').trim() };
}
