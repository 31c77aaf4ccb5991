import { describe, expect, test } from 'vitest';
import { formatDuration, formatLimit, formatMoment, formatSince } from '../../../app/core/text/durations.ts';

describe('formatDuration', () => {
  test.each([
    [-5, '0 seconds', '0 秒', '0 秒'],
    [999, '0 seconds', '0 秒', '0 秒'],
    [1_000, '1 second', '1 秒', '1 秒'],
    [59_999, '59 seconds', '59 秒', '59 秒'],
    [60_000, '1 minute', '1 分钟', '1 分鐘'],
    [3_599_999, '59 minutes', '59 分钟', '59 分鐘'],
    [3_600_000, '1 hour', '1 小时', '1 小時'],
    [2 * 86_400_000 - 1, '47 hours', '47 小时', '47 小時'],
    [2 * 86_400_000, '2 days', '2 天', '2 天'],
  ])('%i ms', (ms, english, simplified, traditional) => {
    expect(formatDuration(ms, 'en')).toBe(english);
    expect(formatDuration(ms, 'zh-Hans')).toBe(simplified);
    expect(formatDuration(ms, 'zh-Hant')).toBe(traditional);
  });
});

describe('formatLimit is never shorter than the limit', () => {
  test.each([
    [1, '1 second', '1 秒', '1 秒'],
    [30_000, '30 seconds', '30 秒', '30 秒'],
    [60_000, '1 minute', '1 分钟', '1 分鐘'],
    [90_000, '90 seconds', '90 秒', '90 秒'],
    [120_000, '2 minutes', '2 分钟', '2 分鐘'],
    [150_000, '3 minutes', '3 分钟', '3 分鐘'],
    [3_600_000, '1 hour', '1 小时', '1 小時'],
    [5_400_000, '90 minutes', '90 分钟', '90 分鐘'],
    [7_200_001, '3 hours', '3 小时', '3 小時'],
  ])('%i ms', (ms, english, simplified, traditional) => {
    expect(formatLimit(ms, 'en')).toBe(english);
    expect(formatLimit(ms, 'zh-Hans')).toBe(simplified);
    expect(formatLimit(ms, 'zh-Hant')).toBe(traditional);
  });
});

describe('formatMoment', () => {
  const now = Date.UTC(2026, 8, 20, 10, 0);

  test.each([
    ['the same day', Date.UTC(2026, 8, 20, 0, 5), '00:05', '00:05'],
    ['the day before', Date.UTC(2026, 8, 19, 23, 59), 'Sep 19, 23:59', '9月19日 23:59'],
    ['the year before', Date.UTC(2025, 8, 20, 8, 30), 'Sep 20, 2025, 08:30', '2025年9月20日 08:30'],
  ])('%s', (_when, at, english, chinese) => {
    expect(formatMoment(at, now, { locale: 'en', timeZone: 'UTC' })).toBe(english);
    expect(formatMoment(at, now, { locale: 'zh-Hans', timeZone: 'UTC' })).toBe(chinese);
    expect(formatMoment(at, now, { locale: 'zh-Hant', timeZone: 'UTC' })).toBe(chinese);
  });

  test('days begin where the reader is', () => {
    const at = Date.UTC(2026, 8, 19, 20, 0);
    expect(formatMoment(at, now, { locale: 'en', timeZone: 'Asia/Shanghai' })).toBe('04:00');
    expect(formatMoment(at, now, { locale: 'en', timeZone: 'America/New_York' })).toBe('Sep 19, 16:00');
  });
});

describe('formatSince', () => {
  const now = Date.UTC(2026, 8, 20, 10, 0);

  test('says nothing when nothing is known', () => {
    expect(formatSince(null, now, { locale: 'en' })).toBe('');
  });

  test('stands before a full stop', () => {
    expect(formatSince(now, now, { locale: 'en', timeZone: 'UTC' })).toBe(' (since 10:00)');
    expect(formatSince(now, now, { locale: 'zh-Hans', timeZone: 'UTC' })).toBe('（自 10:00 起）');
  });

  test('the epoch itself is a moment, not "unknown"', () => {
    expect(formatSince(0, 0, { locale: 'en', timeZone: 'UTC' })).toBe(' (since 00:00)');
  });
});
