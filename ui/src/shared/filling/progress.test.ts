import { describe, expect, test } from 'vitest';

import type { Standing } from '../bindings/Standing';
import { Furthest, leftOf, shareDone } from './progress';

const at = (answered: number, least: number, most: number, id = 'allowance'): Standing => ({
  form: { id, title: '', summary: '', icon: null, minutes: 5 },
  formNumber: 1,
  forms: 1,
  section: '',
  item: null,
  answered,
  least,
  most,
  openEnded: false,
  checksFirst: false,
  shift: null,
});

describe('how far one is', () => {
  test('is said from the fewest to the most that may come', () => {
    expect(leftOf(at(4, 9, 13))).toEqual({ least: 5, most: 9 });
    expect(leftOf(at(9, 9, 9))).toEqual({ least: 0, most: 0 });
    expect(leftOf(at(5, 4, 4))).toEqual({ least: 0, most: 0 });
  });

  test('is nothing at the start and all at the end', () => {
    expect(shareDone(at(0, 9, 13))).toBe(0);
    expect(shareDone(at(9, 9, 9))).toBe(1);
    expect(shareDone(at(0, 0, 0))).toBe(0);
  });

  test('takes nothing back when an answer opens new questions', () => {
    const furthest = new Furthest();
    const before = furthest.of(at(5, 10, 10));
    expect(furthest.of(at(6, 16, 20))).toBe(before);
    expect(furthest.of(at(15, 16, 20))).toBeGreaterThan(before);
  });

  test('is counted for each form by itself', () => {
    const furthest = new Furthest();
    furthest.of(at(9, 10, 10));
    expect(furthest.of(at(0, 10, 10, 'senior-pass'))).toBe(0);
    expect(furthest.of({ ...at(3, 3, 3), checksFirst: true })).toBe(1);
    expect(furthest.of(at(9, 10, 10))).toBeLessThan(1);
  });
});
