/**
 * Changes to a text at its caret. Pure. Places are counted in UTF-16 units, as a text field
 * counts them; what a person sees as one character is taken away as one.
 */
export interface Field {
  text: string;
  /** Start and end of what is selected; the same where nothing is. */
  start: number;
  end: number;
}

/** More is neither taken nor read, in Unicode characters. */
export const LONGEST = 500;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as they are counted for the limit. */
export const lengthOf = (text: string): number => [...text].length;

/** Puts `text` in place of what stands from `start` to `end`; the caret is behind it. */
export function replace(field: Field, start: number, end: number, text: string): Field {
  const caret = start + text.length;
  return {
    text: field.text.slice(0, start) + text + field.text.slice(end),
    start: caret,
    end: caret,
  };
}

/** Types `text` over what is selected. */
export const insert = (field: Field, text: string): Field =>
  replace(field, field.start, field.end, text);

/** Takes away what is selected, or the character before the caret. */
export function deleteBackwards(field: Field): Field {
  if (field.start !== field.end) return replace(field, field.start, field.end, '');
  const before = [...segmenter.segment(field.text.slice(0, field.start))];
  const last = before.at(-1)?.segment ?? '';
  return replace(field, field.start - last.length, field.start, '');
}
