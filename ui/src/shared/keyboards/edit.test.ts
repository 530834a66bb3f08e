import { describe, expect, it } from 'vitest';

import { deleteBackwards, insert, lengthOf, type Field } from './edit';

/** `|` is the caret; two of them hold what is selected. */
function field(marked: string): Field {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|');
  return { text: marked.replaceAll('|', ''), start, end: Math.max(start, end - 1) };
}

function shown({ text, start, end }: Field): string {
  const middle = start === end ? '' : `${text.slice(start, end)}|`;
  return `${text.slice(0, start)}|${middle}${text.slice(end)}`;
}

describe('typing at the caret', () => {
  it.each([
    ['|', '|', 'a', 'a|'],
    ['in the middle', '換|要帶什麼', '證', '換證|要帶什麼'],
    ['over what is selected', 'fee |for|?', 'to', 'fee to|?'],
  ])('%s', (_, before, text, expected) => {
    expect(shown(insert(field(before), text))).toBe(expected);
  });
});

describe('taking back', () => {
  it.each([
    ['nothing where nothing is', '|abc', '|abc'],
    ['one letter', 'ab|c', 'a|c'],
    ['one character outside the basic plane', 'a𠮷|', 'a|'],
    ['a family of emoji as one', '好👨‍👩‍👧|', '好|'],
    ['what is selected', 'a|bc|d', 'a|d'],
  ])('%s', (_, before, expected) => {
    expect(shown(deleteBackwards(field(before)))).toBe(expected);
  });
});

it('counts characters, not halves of them', () => {
  expect(lengthOf('a𠮷好')).toBe(3);
});
