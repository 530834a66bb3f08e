import { expect, it } from 'vitest';

import { linesOf, pagesOf, pageWith } from './pages';

it.each([
  ['nothing', [], []],
  ['one line', [40, 40], [[0, 2]]],
  ['exactly full', [45, 45], [[0, 2]]],
  [
    'one too many',
    [45, 45, 10],
    [
      [0, 2],
      [2, 3],
    ],
  ],
  [
    'too wide for a line',
    [40, 300, 40],
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  ],
])('fills lines: %s', (_, widths, lines) => {
  expect(linesOf(widths, 100, 10)).toEqual(lines);
});

it('gives every choice a place on one page', () => {
  const lines = linesOf(new Array<number>(23).fill(30), 100, 10);
  const pages = pagesOf(lines, 3);
  expect(pages.flat().flatMap(([from, to]) => [from, to])).toEqual(
    lines.flatMap(([from, to]) => [from, to]),
  );
  expect(pages.map((page) => page.length)).toEqual(
    [3, 3, 3, 3].slice(0, pages.length - 1).concat(pages.at(-1)?.length ?? 0),
  );
  expect(pageWith(pages, 0)).toBe(0);
  expect(pageWith(pages, 22)).toBe(pages.length - 1);
  expect(pageWith([], 0)).toBe(0);
});
