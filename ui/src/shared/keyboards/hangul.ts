/**
 * Jamo → syllables, as on every two-set keyboard (두벌식): a vowel takes the last consonant of
 * the syllable before it. Pure; knows nothing of keys or of the text around.
 */
const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const TAILS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

/** Vowels and final consonants that are typed as two. */
const COMPOUNDS = new Map<string, string>(
  Object.entries({
    ㅗㅏ: 'ㅘ',
    ㅗㅐ: 'ㅙ',
    ㅗㅣ: 'ㅚ',
    ㅜㅓ: 'ㅝ',
    ㅜㅔ: 'ㅞ',
    ㅜㅣ: 'ㅟ',
    ㅡㅣ: 'ㅢ',
    ㄱㅅ: 'ㄳ',
    ㄴㅈ: 'ㄵ',
    ㄴㅎ: 'ㄶ',
    ㄹㄱ: 'ㄺ',
    ㄹㅁ: 'ㄻ',
    ㄹㅂ: 'ㄼ',
    ㄹㅅ: 'ㄽ',
    ㄹㅌ: 'ㄾ',
    ㄹㅍ: 'ㄿ',
    ㄹㅎ: 'ㅀ',
    ㅂㅅ: 'ㅄ',
  }),
);

const FIRST_SYLLABLE = 0xac00;

/** A syllable's parts; a compound is one part. */
interface Parts {
  lead: string;
  vowel: string;
  tail: string;
}

/** What is done, and the jamo of the syllable that may still grow. */
export interface Step {
  done: string;
  jamo: readonly string[];
}

export const isVowel = (jamo: string): boolean => VOWELS.includes(jamo);

/** Puts typed jamo into the places of one syllable; nothing when they do not fit into one. */
function parts(jamo: readonly string[]): Parts | undefined {
  const syllable: Parts = { lead: '', vowel: '', tail: '' };
  for (const next of jamo) {
    const place = placeFor(syllable, next);
    if (place === undefined) return undefined;
    syllable[place] = syllable[place] === '' ? next : joined(syllable[place], next);
  }
  return syllable;
}

const joined = (one: string, other: string): string => COMPOUNDS.get(one + other) ?? '';

function placeFor({ lead, vowel, tail }: Parts, next: string): keyof Parts | undefined {
  if (isVowel(next)) {
    if (tail !== '') return undefined;
    return vowel === '' || joined(vowel, next) !== '' ? 'vowel' : undefined;
  }
  if (vowel === '') return lead === '' ? 'lead' : undefined;
  if (lead === '') return undefined;
  if (tail === '') return TAILS.includes(next) ? 'tail' : undefined;
  return joined(tail, next) !== '' ? 'tail' : undefined;
}

/** The jamo of one syllable as text; jamo that make no syllable stand as they are. */
export function syllable(jamo: readonly string[]): string {
  const found = parts(jamo);
  if (!found) return jamo.join('');
  const { lead, vowel, tail } = found;
  if (lead === '' || vowel === '') return lead + vowel;
  const place = LEADS.indexOf(lead) * VOWELS.length + VOWELS.indexOf(vowel);
  return String.fromCodePoint(
    FIRST_SYLLABLE + place * (TAILS.length + 1) + TAILS.indexOf(tail || ' ') + 1,
  );
}

/** Adds a jamo to the syllable that may still grow. */
export function addJamo(jamo: readonly string[], next: string): Step {
  if (parts([...jamo, next])) return { done: '', jamo: [...jamo, next] };
  const last = jamo.at(-1);
  const tailMoves = isVowel(next) && last !== undefined && !isVowel(last) && jamo.some(isVowel);
  if (tailMoves) return { done: syllable(jamo.slice(0, -1)), jamo: [last, next] };
  return { done: syllable(jamo), jamo: [next] };
}
