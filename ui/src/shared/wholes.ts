/**
 * Cuts a sentence into what a line may end behind: words of a script without spaces, words with a
 * hyphen, a number with what it counts, what stands in quotation marks. Pure; it knows no screen.
 */

/** A stretch of a sentence. */
export interface Stretch {
  text: string;
  /** It stays on one line. */
  whole: boolean;
}

/** What is longer may have to break: not every line has room for it. */
const LONGEST = 16;
const LONGEST_HAN = 8;

const HAN = /\p{Script=Han}/u;
/** Within these a line could end in the middle of a word. */
const INNER_BREAK = /[\p{L}\p{N}][-‐–’”][\p{L}\p{N}]/u;
const QUOTED = /「[^「」]+」/gu;
/** `88 號`, `42 年`: what is counted is short. */
const COUNTED = /[\d,.]*\d ?\p{Script=Han}{1,2}/gu;
/** The first character of a clause, which would end a line alone, with the next. */
const FIRST_OF_CLAUSE = /(?<=^|[。，、；：！？])\p{Script=Han}{2}/gu;
/** The last character of a sentence, which would stand alone on a line, with what is before it. */
const LAST_HAN = /\p{Script=Han}{2}(?=[。！？]?$)/gu;
const LAST_HANGUL = /\S+ \p{Script=Hangul}(?=[.!?]?$)/gu;

/** The stretches of a sentence, in order; together they are the sentence. */
export function stretches(text: string, language: string): Stretch[] {
  const wholes = HAN.test(text) ? hanWholes(text, language) : spacedWholes(text);
  const found: Stretch[] = [];
  let at = 0;
  for (const [from, to] of wholes) {
    if (from > at) found.push({ text: text.slice(at, from), whole: false });
    found.push({ text: text.slice(from, to), whole: true });
    at = to;
  }
  if (at < text.length) found.push({ text: text.slice(at), whole: false });
  return found;
}

type Range = [from: number, to: number];

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return segmenter;
}

function spacedWholes(text: string): Range[] {
  const broken = [...text.matchAll(/\S+/gu)].filter(([word]) => INNER_BREAK.test(word));
  const short = [...broken, ...text.matchAll(LAST_HANGUL)].filter(
    ([whole]) => whole.length <= LONGEST,
  );
  return joined(short.map(({ 0: whole, index }) => [index, index + whole.length]));
}

function hanWholes(text: string, language: string): Range[] {
  const words = [...segmenterOf(language).segment(text)]
    .filter(({ isWordLike, segment }) => isWordLike && segment.length > 1)
    .map(({ index, segment }): Range => [index, index + segment.length]);
  const more = [QUOTED, COUNTED, FIRST_OF_CLAUSE, LAST_HAN].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: one, index }): Range => [index, index + one.length]),
  );
  return joined([...words, ...more].filter(([from, to]) => to - from <= LONGEST_HAN));
}

/** Where ranges lie on each other they are one. */
function joined(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1]);
    else found.push(range);
  }
  return found;
}
