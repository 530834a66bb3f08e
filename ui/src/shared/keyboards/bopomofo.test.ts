import { describe, expect, it } from 'vitest';

import { after, choicesOf, split, takes, withoutLast } from './bopomofo';

describe('symbols being typed', () => {
  it.each([
    ['', '', ''],
    ['ㄏ', '', 'ㄏ'],
    ['ㄏㄨㄢ', '', 'ㄏㄨㄢ'],
    ['ㄏㄨㄢˋ', 'ㄏㄨㄢˋ', ''],
    ['ㄏㄨㄢˋㄓ', 'ㄏㄨㄢˋ', 'ㄓ'],
    ['ㄕㄣㄈㄣ', 'ㄕㄣ', 'ㄈㄣ'],
    ['ㄕㄣˉ', 'ㄕㄣˉ', ''],
    ['ㄧㄠ', '', 'ㄧㄠ'],
    ['ㄧㄧ', 'ㄧ', 'ㄧ'],
    ['ㄒㄧㄢˉㄢ', 'ㄒㄧㄢˉ', 'ㄢ'],
    ['ㄚㄞ', 'ㄚ', 'ㄞ'],
    ['ㄚㄧ', 'ㄚ', 'ㄧ'],
    ['ㄕㄓ', 'ㄕ', 'ㄓ'],
  ])('%s is done up to %s and goes on with %s', (symbols, closed, open) => {
    expect(split(symbols)).toEqual({ closed, open });
  });

  it('takes a tone only after a sound', () => {
    expect(takes('ㄏㄨ', 'ˋ')).toBe(true);
    expect(takes('', 'ˋ')).toBe(false);
    expect(takes('ㄏㄨˋ', 'ˊ')).toBe(false);
    expect(takes('ㄏㄨˋ', 'ㄓ')).toBe(true);
  });

  it('takes the last symbol back, and the first when they have become characters', () => {
    expect(withoutLast('ㄏㄨˋ')).toBe('ㄏㄨ');
    expect(withoutLast('')).toBe('');
    expect(after('ㄏㄨˋㄓㄠˋ', 3)).toBe('ㄓㄠˋ');
  });
});

describe('what can be chosen', () => {
  const whole = { sentence: '換證', candidates: [{ text: '換', symbols: 4 }] };

  it('begins with the whole', () => {
    expect(choicesOf(whole, 'ㄏㄨㄢˋㄓㄥˋ').map(({ text }) => text)).toEqual(['換證', '換']);
  });

  it('names the whole once', () => {
    const composed = {
      sentence: '換',
      candidates: [
        { text: '患', symbols: 4 },
        { text: '換', symbols: 4 },
      ],
    };
    expect(choicesOf(composed, 'ㄏㄨㄢˋ').map(({ text }) => text)).toEqual(['換', '患']);
  });

  it('is nothing where nothing is typed', () => {
    expect(choicesOf(whole, '')).toEqual([]);
  });
});
