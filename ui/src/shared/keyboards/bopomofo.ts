/**
 * The Bopomofo symbols that are being typed, before they have become characters. Pure; what the
 * symbols may mean is asked elsewhere.
 */
import type { Candidate } from '../bindings/Candidate';
import type { Composed } from '../bindings/Composed';

/** The first tone as a symbol, so that it can be told from a tone not yet typed. */
export const FIRST_TONE = 'ˉ';
/** So many symbols are taken before the text so far must be settled: some twenty syllables. */
export const MOST_SYMBOLS = 60;

const TONES = 'ˉˊˇˋ˙';
const INITIALS = /[ㄅ-ㄙ]/u;
const MEDIALS = /[ㄧㄨㄩ]/u;
const RIMES = /[ㄚ-ㄦ]/u;

export const isTone = (symbol: string): boolean => TONES.includes(symbol);

/** Whether a symbol stands at an earlier place of the syllable than the one before it. */
function begins(before: string, symbol: string): boolean {
  if (INITIALS.test(symbol)) return true;
  if (MEDIALS.test(symbol)) return !INITIALS.test(before);
  return RIMES.test(symbol) && RIMES.test(before);
}

/** The symbols of syllables that are done, and those of the one that is not. */
export function split(symbols: string): { closed: string; open: string } {
  const all = [...symbols];
  let start = all.length;
  while (start > 0 && !isTone(all[start - 1] ?? '')) {
    start -= 1;
    if (start > 0 && begins(all[start - 1] ?? '', all[start] ?? '')) break;
  }
  return { closed: all.slice(0, start).join(''), open: all.slice(start).join('') };
}

/** A tone has nothing to stand on where no syllable is open. */
export function takes(symbols: string, symbol: string): boolean {
  return !isTone(symbol) || split(symbols).open !== '';
}

/** All that can be chosen: first the whole, where no single word is the whole already. */
export function choicesOf(composed: Composed, symbols: string): Candidate[] {
  if (symbols === '') return [];
  const length = [...symbols].length;
  const whole = { text: composed.sentence, symbols: length };
  const others = composed.candidates.filter(
    (candidate) => !(candidate.symbols === length && candidate.text === whole.text),
  );
  return whole.text === '' ? others : [whole, ...others];
}

/** The symbols that are left when the leading ones have become characters. */
export const after = (symbols: string, used: number): string => [...symbols].slice(used).join('');

/** The symbols without the last. */
export const withoutLast = (symbols: string): string => [...symbols].slice(0, -1).join('');
