/** How long somebody's own words look when they stand as a heading. */

/** A Han or Hangul character takes the room of two Latin letters. */
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu;
const LONG = 26;
const LONGER = 70;
const VERY_LONG = 120;

/** The class of a heading by its length. */
export function lengthOf(words: string): '' | 'long' | 'longer' | 'very-long' {
  const width = words.length + (words.match(WIDE)?.length ?? 0);
  if (width > VERY_LONG) return 'very-long';
  if (width > LONGER) return 'longer';
  return width > LONG ? 'long' : '';
}
