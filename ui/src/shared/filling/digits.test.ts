import { describe, expect, test } from 'vitest';

import { codeGroups, inGroups, inMyriads, inThousands, pressed } from './digits';

const type = (keys: string, decimals: number, longest = 15): string =>
  [...keys].reduce((before, key) => pressed(before, key, decimals, longest), '');

describe('digits that are pressed', () => {
  test('have a point once, where one is allowed, and so many digits behind it', () => {
    expect(type('12.345', 2)).toBe('12.34');
    expect(type('1.2.3', 2)).toBe('1.23');
    expect(type('.5', 2)).toBe('0.5');
    expect(type('12.5', 0)).toBe('125');
  });

  test('are no more than there is room for', () => {
    expect(type('123456', 0, 4)).toBe('1234');
  });
});

describe('digits that are shown', () => {
  test('stand in thousands as the language writes them', () => {
    expect(inThousands('1254200', ',', '.')).toBe('1,254,200');
    expect(inThousands('1254200.5', '.', ',')).toBe('1.254.200,5');
    expect(inThousands('200', ',', '.')).toBe('200');
  });

  test('are said in myriads where people count by ten thousand', () => {
    expect(inMyriads('1254200', ['萬', '億'])).toBe('125 萬 4200');
    expect(inMyriads('1254200', ['만', '억'])).toBe('125만 4200');
    expect(inMyriads('300000000', ['萬', '億'])).toBe('3 億');
    expect(inMyriads('9800', ['萬', '億'])).toBeUndefined();
    expect(inMyriads('20000.5', ['萬', '億'])).toBeUndefined();
    expect(inMyriads('20000', [])).toBeUndefined();
  });

  test.each([
    ['0912345678', '09:4-3-3 02:2-4-4 0:2-3-4', '0912-345-678'],
    ['0212345678', '09:4-3-3 02:2-4-4 0:2-3-4', '02-1234-5678'],
    ['055550100', '09:4-3-3 02:2-4-4 0:2-3-4 0:2-4-4', '05-555-0100'],
    ['01012345678', '02:2-3-4 0:3-3-4 0:3-4-4', '010-1234-5678'],
    ['0123456789', '011:3-4-4 01:3-3-4', '012-345-6789'],
    ['0912', '09:4-3-3', '0912'],
    ['091', '09:4-3-3', '091'],
    ['09123456789', '09:4-3-3', '0912-345-6789'],
    ['+886912345678', '09:4-3-3', '+886912345678'],
    ['110', '09:4-3-3', '110'],
  ])('of the telephone %s by %s stand as %s', (digits, rules, shown) => {
    expect(inGroups(digits, rules)).toBe(shown);
  });

  test('and letters of a code stand in groups', () => {
    expect(codeGroups('7K3M9PQ2')).toEqual(['7K3M', '9PQ2']);
    expect(codeGroups('7K3M9P')).toEqual(['7K3', 'M9P']);
    expect(codeGroups('7K3-M9P')).toEqual(['7K3', 'M9P']);
  });
});
