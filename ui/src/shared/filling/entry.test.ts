import { describe, expect, test } from 'vitest';

import type { Control } from '../bindings/Control';
import { emptyEntry, entryFrom, entryKey } from './entry';
import { givenOf } from './given';

const DATE: Control = { kind: 'date', years: [1906, 2026], roc: true, monthOnly: false };
const WORDS: Control = { kind: 'words', keyboard: 'language', lines: 1, maxChars: 60 };
const CHOICES: Control = {
  kind: 'choices',
  options: [
    { code: 'a', label: 'A' },
    { code: 'b', label: 'B' },
  ],
  min: 1,
  max: 2,
};

describe('what is entered for a question', () => {
  test('begins with what was given before, and gives the same', () => {
    const day = entryFrom('k', DATE, { as: 'one', value: '1953-03-05' });
    expect(givenOf(DATE, day)).toEqual({ as: 'one', value: '1953-03-05' });
    const words = entryFrom('k', WORDS, { as: 'typed', value: 'Siti' });
    expect(words.typing).toBe(false);
    expect(givenOf(WORDS, words)).toEqual({ as: 'typed', value: 'Siti' });
  });

  test('goes on in words where words were given instead of a touch', () => {
    const day = entryFrom('k', DATE, { as: 'typed', value: '四十二年' });
    expect(day.typing).toBe(true);
    expect(givenOf(DATE, day)).toEqual({ as: 'typed', value: '四十二年' });
  });

  test('gives several in the order of the list', () => {
    const entry = { ...emptyEntry('k'), codes: ['b', 'a'] };
    expect(givenOf(CHOICES, entry)).toEqual({ as: 'several', value: ['a', 'b'] });
  });

  test('gives nothing while nothing was entered', () => {
    for (const control of [
      DATE,
      WORDS,
      { kind: 'signature' } as const,
      { kind: 'yes-no' } as const,
    ]) {
      expect(givenOf(control, emptyEntry('k'))).toBeNull();
    }
    expect(givenOf(WORDS, { ...emptyEntry('k'), words: '  ' })).toBeNull();
  });

  test('belongs to no screen but its own', () => {
    expect(entryKey({ name: 'languages' })).toBeUndefined();
    expect(entryKey({ name: 'forms', families: [] })).toBe('forms');
  });
});
