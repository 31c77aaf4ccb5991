/** A job that launchd has, as `launchctl list` prints it (macOS 10.10 to 27). */
export interface ListedJob {
  readonly label: string;
  readonly pid: number | null;
  /** The last exit code, or minus the signal. */
  readonly lastStatus: number | null;
}

/** `PID	Status	Label`, a header and one row per job; `null` for anything else. */
export function parseJobList(text: string): readonly ListedJob[] | null {
  const [header = '', ...rows] = text.split('\n');
  if (!/^PID\s+Status\s+Label\s*$/.test(header)) return null;
  return rows.flatMap((row) => {
    const match = /^(\d+|-)\t(-?\d+|-)\t(\S.*)$/.exec(row);
    if (match === null) return [];
    const [, pid = '-', status = '-', label = ''] = match;
    return [{ label, pid: numberOf(pid), lastStatus: numberOf(status) }];
  });
}

function numberOf(text: string): number | null {
  return text === '-' ? null : Number(text);
}

/** The names under which update scripts submit themselves: `openclaw-update-…`, `openclaw.update.…`, `ai.openclaw.…update…`. */
export function isUpdateJob(label: string): boolean {
  return /^(?:openclaw[.-]update|ai\.openclaw\.[\w.-]*update)/i.test(label);
}
