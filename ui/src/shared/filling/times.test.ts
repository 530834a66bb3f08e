import { describe, expect, test } from 'vitest';

import { timeParts, TimeRange, writtenTime } from './times';

describe('a time', () => {
  test('is read and written as it is given', () => {
    expect(timeParts('08:05')).toEqual({ hour: 8, minute: 5 });
    expect(writtenTime({ hour: 8, minute: 5 })).toBe('08:05');
    expect(writtenTime({ hour: 8, minute: null })).toBeUndefined();
  });

  test('is offered within the opening hours only', () => {
    const range = new TimeRange('08:30', '16:45');
    expect(range.hours).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(range.quarters(8)).toEqual([30, 45]);
    expect(range.quarters(12)).toEqual([0, 15, 30, 45]);
    expect(range.has(16, 46)).toBe(false);
  });

  test('can be given even where no quarter of the hour is within', () => {
    expect(new TimeRange('08:50', '09:10').quarters(8)).toEqual([50]);
  });
});
