import { describe, expect, it } from 'vitest';

import { keyboardsNamed, physicalKey, typingKeys, type Layout } from './layouts';

const ALL = keyboardsNamed('bopomofo hangul latin numbers');
const named = (id: string): Layout => {
  const found = ALL.find((layout) => layout.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('the keyboards of a language', () => {
  it('are named by the language, the first one first', () => {
    expect(keyboardsNamed('hangul latin numbers').map(({ id }) => id)).toEqual([
      'hangul',
      'latin',
      'numbers',
    ]);
  });

  it.each(['', 'language-keyboards', 'cyrillic'])('are Latin and numbers for "%s"', (names) => {
    expect(keyboardsNamed(names).map(({ id }) => id)).toEqual(['latin', 'numbers']);
  });

  it('write signs as the script does', () => {
    const texts = (names: string): string[] =>
      keyboardsNamed(names)
        .flatMap((layout) => (layout.id === 'numbers' ? typingKeys(layout) : []))
        .map(({ text }) => text);
    expect(texts('bopomofo numbers')).toContain('「');
    expect(texts('latin numbers')).not.toContain('「');
  });
});

describe.each(ALL)('the layout $id', (layout) => {
  it('fills four rows of ten columns', () => {
    for (const row of layout.rows) {
      const columns = row.map((key) => key.columns ?? 1);
      expect(columns.reduce((sum, one) => sum + one, 0)).toBe(10);
    }
  });

  it('has every key once', () => {
    const texts = typingKeys(layout).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('names every sign that cannot be read out', () => {
    const nameless = typingKeys(layout).filter(
      ({ text, name }) => !/[\p{L}\p{N}]/u.test(text) && name === undefined,
    );
    expect(nameless).toEqual([]);
  });
});

describe('completeness', () => {
  const texts = (id: string): string =>
    typingKeys(named(id))
      .flatMap(({ text, shifted }) => [text, shifted ?? ''])
      .join('');

  it('has all of Bopomofo', () => {
    expect([...texts('bopomofo')]).toEqual(
      expect.arrayContaining([
        ...'ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦˊˇˋ˙',
      ]),
    );
  });

  it('has all jamo of two-set', () => {
    expect([...texts('hangul')]).toEqual(
      expect.arrayContaining([
        ...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ',
      ]),
    );
  });

  it('has all letters and digits of Latin', () => {
    const wanted = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    expect([...texts('latin')]).toEqual(expect.arrayContaining([...wanted]));
  });
});

describe('a physical keyboard', () => {
  it.each([
    ['bopomofo', 'Digit1', false, 'ㄅ'],
    ['bopomofo', 'Digit6', false, 'ˊ'],
    ['bopomofo', 'KeyA', false, 'ㄇ'],
    ['bopomofo', 'Minus', false, 'ㄦ'],
    ['bopomofo', 'Slash', false, 'ㄥ'],
    ['bopomofo', 'Slash', true, '？'],
    ['bopomofo', 'KeyA', true, undefined],
    ['bopomofo', 'Numpad1', false, undefined],
    ['hangul', 'KeyQ', false, 'ㅂ'],
    ['hangul', 'KeyQ', true, 'ㅃ'],
    ['hangul', 'KeyP', true, 'ㅖ'],
    ['hangul', 'KeyM', false, 'ㅡ'],
    ['hangul', 'KeyM', true, 'ㅡ'],
    ['hangul', 'Digit1', false, undefined],
    ['latin', 'KeyA', false, undefined],
    ['numbers', 'Digit1', false, undefined],
  ])('types in %s at %s (shift: %s) %s', (id, code, shift, text) => {
    expect(physicalKey(named(id), code, shift)?.text).toBe(text);
  });
});
