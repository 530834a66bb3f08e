import { describe, expect, test } from 'vitest';

import { dayEndingAt, writeDate, writeDateTime, writeTime } from './dates';

const NOW = new Date('2026-11-21T06:00:00Z');
/** Some engines put a narrow space before the half of the day. */
const plain = (text: string): string => text.replace(/\u202f/g, ' ');

describe('a date is written by the habits of the language', () => {
  test.each([
    ['zh-TW', '2026年7月1日'],
    ['ms', '1 Julai 2026'],
    ['ko', '2026년 7월 1일'],
    ['en', '1 July 2026'],
  ])('%s', (language, expected) => {
    expect(writeDate(language, '2026-07-01')).toBe(expected);
  });
});

describe('a time is shown as the clocks of the agency show it', () => {
  test.each([
    ['zh-TW', '2026-11-21T13:40:00+08:00', '11月21日 下午1:40'],
    ['en', '2026-11-21T13:40:00+08:00', '21 November at 13:40'],
    ['en', '2026-11-21T13:40:00-05:00', '21 November at 13:40'],
    ['ko', '2027-06-30T17:00:00+09:00', '2027년 6월 30일 오후 5:00'],
  ])('%s %s', (language, text, expected) => {
    expect(plain(writeDateTime(language, text, NOW))).toBe(expected);
  });
});

test('the time of day alone is shown the same way', () => {
  expect(plain(writeTime('zh-TW', '2026-11-21T13:40:00+08:00'))).toBe('下午1:40');
  expect(plain(writeTime('en', '2026-11-21T13:40:00-05:00'))).toBe('13:40');
  expect(writeTime('en', 'soon')).toBe('soon');
});

test('what ends at midnight ends with the day before', () => {
  expect(dayEndingAt('zh-TW', '2026-11-23T00:00:00+08:00', NOW)).toBe('11月22日');
  expect(dayEndingAt('en', '2027-01-01T00:00:00+08:00', NOW)).toBe('31 December');
  expect(dayEndingAt('en', '2026-11-23T18:00:00+08:00', NOW)).toBeUndefined();
});

test('what is no date is shown as it stands in the pack', () => {
  expect(writeDate('ko', '2026년 봄')).toBe('2026년 봄');
});
