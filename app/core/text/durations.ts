import type { Locale } from '../model/view.ts';
import { defineTexts } from './define.ts';
import { countEnglish } from './plural.ts';

/** Language and time zone in which moments are written; without a zone the system's own is used. */
export interface TimeStyle {
  readonly locale: Locale;
  readonly timeZone?: string | undefined;
}

const durationTexts = defineTexts({
  en: {
    seconds: (count: number) => countEnglish(count, 'second', 'seconds'),
    minutes: (count: number) => countEnglish(count, 'minute', 'minutes'),
    hours: (count: number) => countEnglish(count, 'hour', 'hours'),
    days: (count: number) => countEnglish(count, 'day', 'days'),
    moment: ({ date, time }: { date: string; time: string }) => `${date}, ${time}`,
    since: (moment: string) => ` (since ${moment})`,
  },
  'zh-Hans': {
    seconds: (count) => `${count} 秒`,
    minutes: (count) => `${count} 分钟`,
    hours: (count) => `${count} 小时`,
    days: (count) => `${count} 天`,
    moment: ({ date, time }) => `${date} ${time}`,
    since: (moment) => `（自 ${moment} 起）`,
  },
  'zh-Hant': {
    seconds: (count) => `${count} 秒`,
    minutes: (count) => `${count} 分鐘`,
    hours: (count) => `${count} 小時`,
    days: (count) => `${count} 天`,
    moment: ({ date, time }) => `${date} ${time}`,
    since: (moment) => `（自 ${moment} 起）`,
  },
});

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A length of time in its largest whole unit, rounded down: "3 minutes". Hours go up to 48. */
export function formatDuration(ms: number, locale: Locale): string {
  const texts = durationTexts(locale);
  if (ms < minuteMs) return texts.seconds(Math.max(0, Math.floor(ms / secondMs)));
  if (ms < hourMs) return texts.minutes(Math.floor(ms / minuteMs));
  if (ms < 2 * dayMs) return texts.hours(Math.floor(ms / hourMs));
  return texts.days(Math.floor(ms / dayMs));
}

/** A limit or a wait, never told shorter than it is: 90 s are "90 seconds", 150 s are "3 minutes". */
export function formatLimit(ms: number, locale: Locale): string {
  const texts = durationTexts(locale);
  if (ms < 2 * minuteMs && ms % minuteMs !== 0) return texts.seconds(Math.ceil(ms / secondMs));
  if (ms < 2 * hourMs && ms % hourMs !== 0) return texts.minutes(Math.ceil(ms / minuteMs));
  return texts.hours(Math.ceil(ms / hourMs));
}

/**
 * A moment as seen from `now` (both epoch ms): "14:02" on the same day, else with the date, "Mar 12, 14:02". A clock
 * time, not an age: a picture that stays on the screen stays true.
 */
export function formatMoment(at: number, now: number, style: TimeStyle): string {
  const time = formatAs('time', at, style);
  const withoutYear = isSameYear(at, now, style);
  const date = formatDay(at, style, withoutYear);
  return date === formatDay(now, style, withoutYear) ? time : durationTexts(style.locale).moment({ date, time });
}

/** " (since 14:02)", to stand before a full stop, or nothing when the moment is not known. */
export function formatSince(at: number | null, now: number, style: TimeStyle): string {
  return at === null ? '' : durationTexts(style.locale).since(formatMoment(at, now, style));
}

function formatDay(at: number, style: TimeStyle, withoutYear: boolean): string {
  return formatAs(withoutYear ? 'day' : 'date', at, style);
}

function isSameYear(at: number, now: number, style: TimeStyle): boolean {
  return formatAs('year', at, style) === formatAs('year', now, style);
}

const formats = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { month: 'short', day: 'numeric' },
  date: { month: 'short', day: 'numeric', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Making one costs as much as a thousand uses, and a list of versions has a moment in every line. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatAs(format: keyof typeof formats, at: number, { locale, timeZone }: TimeStyle): string {
  // Without a zone of its own a moment is written in the system's, which changes when a Mac travels; where both have the
  // same offset at this moment, both write the same.
  const key = `${locale} ${format} ${timeZone ?? new Date(at).getTimezoneOffset()}`;
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...formats[format], timeZone });
  made.set(key, formatter);
  return formatter.format(at);
}
