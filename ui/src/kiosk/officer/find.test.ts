import { describe, expect, test } from 'vitest';

import type { DeskLine } from '../../shared/bindings/DeskLine';
import { fits, isOf, stepOf, wishOf } from './find';

const line = (number: string, name: string | null, title = 'Old-age allowance'): DeskLine => ({
  number,
  name,
  title,
  language: 'en',
  finished: '2026-11-21T14:02:00+08:00',
  state: { is: 'new' },
  way: { is: 'waiting' },
  prints: 0,
  corrections: 0,
  paper: null,
  duplicateOf: null,
  readableUntil: null,
});
const LIN = line('4821-0975', '林陳秀英');
const AHMAD = line('3917-5524', 'Ahmad bin Yusof');
const ALL = [LIN, AHMAD];
const found = (typed: string): DeskLine[] => ALL.filter((one) => fits(one, wishOf(typed)));
const step = (typed: string) => stepOf(wishOf(typed), found(typed));

describe('a number is understood however it comes', () => {
  test.each([
    ['as it is written', '4821-0975'],
    ['without its hyphen', ' 48210975 '],
    ['in two groups', '4821 0975'],
    ['in wide digits', '４８２１－０９７５'],
    ['among what a scanner reads', 'KAUNTER:4821-0975:queued'],
  ])('%s', (_, typed) => {
    expect(step(typed)).toEqual({ do: 'find', number: '4821-0975' });
  });

  test('of yesterday too: it stands in no list', () => {
    expect(step('1111-2222')).toEqual({ do: 'find', number: '1111-2222' });
  });

  test('nine digits are no number', () => {
    expect(wishOf('482109751').kind).toBe('words');
  });
});

describe('the code of a paused form', () => {
  test('is taken over when nothing in the list is called so', () => {
    expect(step('7km 3pr')).toEqual({ do: 'take-over', code: '7KM3PR' });
  });

  test('never has letters that look like others', () => {
    expect(step('7KM3PQ')).toEqual({ do: 'nothing' });
  });

  test('gives way to a name that is spelt so', () => {
    const carter = line('5555-6666', 'Mary Carter');
    expect(fits(carter, wishOf('carter'))).toBe(true);
    expect(stepOf(wishOf('carter'), [carter])).toEqual({ do: 'find', number: '5555-6666' });
  });
});

describe('words narrow the list', () => {
  test('by name, in part and in any case', () => {
    expect(found('秀英')).toEqual([LIN]);
    expect(step('AHMAD')).toEqual({ do: 'find', number: '3917-5524' });
  });

  test('by the beginning of a number and by the form', () => {
    expect(found('391')).toEqual([AHMAD]);
    expect(found('old age')).toEqual(ALL);
  });

  test('Enter goes to the list when several fit, and nowhere when none does', () => {
    expect(step('old')).toEqual({ do: 'to-list' });
    expect(step('')).toEqual({ do: 'to-list' });
    expect(step('somebody else')).toEqual({ do: 'nothing' });
    expect(stepOf(wishOf(''), [])).toEqual({ do: 'nothing' });
  });

  test('a form that can no longer be read is found by its number alone', () => {
    expect(fits(line('3333-4444', null), wishOf('lin'))).toBe(false);
    expect(fits(line('3333-4444', null), wishOf('3333'))).toBe(true);
  });
});

test('the list is narrowed by state', () => {
  expect([isOf(LIN, 'all'), isOf(LIN, 'new'), isOf(LIN, 'void')]).toEqual([true, true, false]);
});
