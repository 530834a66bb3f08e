import { describe, expect, it } from 'vitest';

import { stretches } from './wholes';

/** The sentence with a stroke wherever a line cannot simply end. */
const wholes = (text: string, language: string): string[] =>
  stretches(text, language)
    .filter(({ whole }) => whole)
    .map((one) => one.text);

describe('what a line does not cut', () => {
  it('is a word of Chinese, which no space shows', () => {
    expect(wholes('您從什麼時候開始設籍海港市？', 'zh-TW')).toContain('開始');
    expect(wholes('您現在領有下面哪些補助？', 'zh-TW')).toContain('補助');
  });

  it('is a number with what it counts', () => {
    expect(wholes('民國 42 年 3 月 5 日', 'zh-TW')).toEqual(['民國', '42 年', '3 月', '5 日']);
    expect(wholes('和平路 88 號 3 樓', 'zh-TW')).toEqual(expect.arrayContaining(['88 號', '3 樓']));
  });

  it('is the name of a button', () => {
    expect(wholes('請用手點選，或按「請人協助」。', 'zh-TW')).toContain('「請人協助」');
  });

  it('is the beginning of a clause', () => {
    expect(wholes('寫法和這一題不合。請參考例子', 'zh-TW')).toContain('請參考');
  });

  it('is the end of a sentence, which would stand alone', () => {
    expect(wholes('請寫下您想知道的事。', 'zh-TW')).toContain('的事');
    expect(wholes('換駕照要多少錢？', 'zh-TW')).toContain('多少錢');
    expect(wholes('가족이 돌아가셨을 때', 'ko')).toEqual(['돌아가셨을 때']);
  });

  it('is a word with a hyphen', () => {
    expect(wholes('What is your e-mail address?', 'en')).toEqual(['e-mail']);
    expect(wholes('Anda boleh berhenti bila-bila masa.', 'ms')).toEqual(['bila-bila']);
  });

  it('is a Korean word behind its quotation mark', () => {
    expect(wholes('“예” 또는 “아니요”라고 말씀하십시오', 'ko')).toEqual(['“아니요”라고']);
  });

  it('is nothing too long for a narrow line', () => {
    expect(wholes('pertanggungjawaban-pertanggungjawaban', 'ms')).toEqual([]);
    expect(wholes('「一二三四五六七八九十」', 'zh-TW').join('')).not.toContain('「');
  });

  it.each([
    ['zh-TW', '這位家人和您是什麼關係？（第 3 題）'],
    ['ko', '생년월일이 어떻게 되십니까?'],
    ['ms', 'kira-kira 6 hingga 10 soalan lagi'],
    ['en', ' As it stands, e-mail or not '],
  ])('nothing is lost of a sentence: %s', (language, sentence) => {
    const all = stretches(sentence, language).map(({ text }) => text);
    expect(all.join('')).toBe(sentence);
  });
});
