/** How wide words are about to be, in em: so that the longest of many fits its place. */
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const NARROW_EM = 0.64;

const widthOf = (words: string): number =>
  [...words].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : NARROW_EM), 0);

/** The width of the widest. */
export const widestEm = (all: readonly string[]): number => Math.max(1, ...all.map(widthOf));
