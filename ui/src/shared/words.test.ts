import { describe, expect, test } from 'vitest';

import { languageRules } from './language-styles';
import { languagesWithWords, wordsIn } from './words';

test('every folder of locales is a language', () => {
  expect([...languagesWithWords].sort()).toEqual(['en', 'ko', 'ms', 'zh-TW']);
});

describe.each(languagesWithWords)('in %s', (language) => {
  const say = wordsIn(language);

  test('the kiosk greets, and calls the language by its own name', () => {
    expect(say('language-own-name')).not.toBe('language-own-name');
    expect(say('language-greeting')).not.toBe('language-greeting');
  });

  test('arguments are put in, without invisible marks around them', () => {
    expect(say('header-call', { ticket: 'A-017' })).toContain('A-017');
    expect(say('header-call', { ticket: 'A-017' })).not.toMatch(/[\u2066-\u2069]/);
  });

  test('fonts and line breaking come from the folder', () => {
    expect(languageRules()).toContain(`:lang(${language})`);
    expect(say('language-type.sans')).toContain('sans-serif');
  });
});

test('seconds are counted as the language counts them', () => {
  expect(wordsIn('en')('officer-wait', { seconds: 1 })).toContain('one second');
  expect(wordsIn('en')('officer-wait', { seconds: 30 })).toContain('30 seconds');
});

test('a region is served by its language, and an unknown language in English', () => {
  expect(wordsIn('ko-KR')('dock-back')).toBe(wordsIn('ko')('dock-back'));
  expect(wordsIn('tlh')('dock-back')).toBe(wordsIn('en')('dock-back'));
});
