import { describe, expect, test } from 'vitest';

import { dayParts, daysIn, decades, nextStep, possible, rocYear, writtenDay } from './days';

const NOTHING = { year: null, month: null, day: null };

describe('a day, part by part', () => {
  test('is read and written as it is given', () => {
    expect(dayParts('1953-03-05')).toEqual({ year: 1953, month: 3, day: 5 });
    expect(dayParts('1953-03')).toEqual({ year: 1953, month: 3, day: null });
    expect(dayParts('yes')).toEqual(NOTHING);
    expect(writtenDay({ year: 1953, month: 3, day: 5 }, true)).toBe('1953-03-05');
    expect(writtenDay({ year: 1953, month: 3, day: 5 }, false)).toBe('1953-03');
  });

  test('is not given before it is whole', () => {
    expect(writtenDay(NOTHING, true)).toBeUndefined();
    expect(writtenDay({ year: 1953, month: 3, day: null }, true)).toBeUndefined();
    expect(writtenDay({ year: 1953, month: 3, day: null }, false)).toBe('1953-03');
  });

  test('asks for year, month and day in this order', () => {
    expect(nextStep(NOTHING, true)).toBe('year');
    expect(nextStep({ year: 1953, month: null, day: 5 }, true)).toBe('month');
    expect(nextStep({ year: 1953, month: 3, day: null }, true)).toBe('day');
    expect(nextStep({ year: 1953, month: 3, day: null }, false)).toBeUndefined();
  });

  test('loses a day that the month does not have', () => {
    expect(daysIn(2024, 2)).toBe(29);
    expect(daysIn(1953, 2)).toBe(28);
    expect(possible({ year: 1953, month: 2, day: 29 })).toEqual({
      year: 1953,
      month: 2,
      day: null,
    });
    expect(possible({ year: 1952, month: 2, day: 29 }).day).toBe(29);
  });
});

describe('years', () => {
  test('count in the ROC era only where there is one', () => {
    expect(rocYear(1953)).toBe(42);
    expect(rocYear(1912)).toBe(1);
    expect(rocYear(1911)).toBeUndefined();
  });

  test('are offered by decades of the era they are counted in', () => {
    const western = decades(1906, 2026, false);
    expect(western.map((row) => row[0])).toContain(1950);
    expect(western.flat()).toHaveLength(121);
    const roc = decades(1906, 2026, true);
    expect(roc.some((row) => row[0] === 1951 && row.at(-1) === 1960)).toBe(true);
    expect(roc[0]).toEqual([1906, 1907, 1908, 1909, 1910, 1911]);
    expect(roc.flat()).toHaveLength(121);
  });

  test('are offered at once where there are few', () => {
    expect(decades(2020, 2026, false)).toEqual([[2020, 2021, 2022, 2023, 2024, 2025, 2026]]);
  });
});
