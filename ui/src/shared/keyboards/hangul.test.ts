import { describe, expect, it } from 'vitest';

import { addJamo, syllable } from './hangul';

/** Types jamo one after the other; `<` takes the last one back. */
function typed(jamo: string): string {
  let done = '';
  let growing: readonly string[] = [];
  for (const key of jamo) {
    if (key === '<') {
      if (growing.length === 0) done = done.slice(0, -1);
      growing = growing.slice(0, -1);
      continue;
    }
    const step = addJamo(growing, key);
    done += step.done;
    growing = step.jamo;
  }
  return done + syllable(growing);
}

describe('two-set Hangul', () => {
  it.each([
    ['ㅎㅏㄴㄱㅡㄹ', '한글'],
    ['ㅈㅜㅁㅣㄴㄷㅡㅇㄹㅗㄱㅈㅡㅇ', '주민등록증'],
    ['ㅇㅝㄴㅅㅓ', '원서'],
    ['ㅇㅜㅓㄴㅅㅓ', '원서'],
    ['ㅇㅡㅣㅅㅏ', '의사'],
    ['ㄱㅗㅏㅇㅗㅐ', '과왜'],
    ['ㄷㅚㄷㅗㅣ', '되되'],
    ['ㅅㅜㅣㅇㅜㅔ', '쉬웨'],
  ])('puts %s together as %s', (jamo, text) => {
    expect(typed(jamo)).toBe(text);
  });

  it.each([
    ['ㄱㅏㅂㅅ', '값'],
    ['ㄱㅏㅂㅅㅇㅣ', '값이'],
    ['ㄱㅏㅂㅅㅣ', '갑시'],
    ['ㄷㅏㄹㄱ', '닭'],
    ['ㄷㅏㄹㄱㅏ', '달가'],
    ['ㅇㅣㄹㄱㄱㅗ', '읽고'],
    ['ㅇㅏㄴㅈㅇㅏ', '앉아'],
    ['ㅇㅏㄴㅎㄷㅏ', '않다'],
    ['ㅅㅏㄹㅁ', '삶'],
    ['ㄴㅓㄹㅂㄷㅏ', '넓다'],
    ['ㅎㅏㄹㅌㄷㅏ', '핥다'],
    ['ㅇㅡㄹㅍㄷㅏ', '읊다'],
    ['ㅇㅣㄹㅎㄷㅏ', '잃다'],
    ['ㄴㅓㄱㅅ', '넋'],
  ])('gives double finals their place: %s is %s', (jamo, text) => {
    expect(typed(jamo)).toBe(text);
  });

  it.each([
    ['ㅇㅣㅆㄷㅏ', '있다'],
    ['ㅇㅣㅆㅓ', '이써'],
    ['ㅂㅏㄲㄷㅏ', '밖다'],
    ['ㄲㅗㅊ', '꽃'],
    // These never end a syllable.
    ['ㅇㅏㄸㅏ', '아따'],
    ['ㅇㅏㅃ', '아ㅃ'],
    ['ㅇㅏㅉ', '아ㅉ'],
  ])('keeps tense consonants whole: %s is %s', (jamo, text) => {
    expect(typed(jamo)).toBe(text);
  });

  it.each([
    ['ㅋㅋㅋ', 'ㅋㅋㅋ'],
    ['ㅠㅠ', 'ㅠㅠ'],
    ['ㅗㅏ', 'ㅘ'],
    ['ㅏㄱ', 'ㅏㄱ'],
    ['ㅏㄱㅏ', 'ㅏ가'],
    ['ㄱㅅ', 'ㄱㅅ'],
    ['ㄱㅏㅏ', '가ㅏ'],
    ['ㄱㅘㅣ', '과ㅣ'],
  ])('leaves jamo alone that make no syllable: %s', (jamo, text) => {
    expect(typed(jamo)).toBe(text);
  });

  it.each([
    ['ㄱㅏㅂㅅ<', '갑'],
    ['ㄱㅏㅂㅅ<<', '가'],
    ['ㄱㅏㅂㅅ<<<', 'ㄱ'],
    ['ㄱㅏㅂㅅ<<<<', ''],
    ['ㄱㅗㅏ<', '고'],
    ['ㄱㅗㅏ<ㅣ', '괴'],
    ['ㅎㅏㄴㄱ<ㄴㅕㅇ', '한녕'],
    // A syllable that is done goes as a whole.
    ['ㅎㅏㄴㄱㅡ<<<', ''],
  ])('takes back a jamo at a time: %s is %s', (jamo, text) => {
    expect(typed(jamo)).toBe(text);
  });

  it('knows every syllable that Unicode knows', () => {
    const leads = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
    const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
    const tails = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];
    let code = 0xac00;
    for (const lead of leads) {
      for (const vowel of vowels) {
        for (const tail of tails) {
          const jamo = tail === '' ? [lead, vowel] : [lead, vowel, tail];
          expect(syllable(jamo)).toBe(String.fromCodePoint(code++));
        }
      }
    }
    expect(code - 1).toBe('힣'.codePointAt(0));
  });
});
