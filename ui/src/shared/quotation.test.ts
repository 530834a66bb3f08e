import { describe, expect, test } from 'vitest';

import { setQuotation, type Block, type Piece } from './quotation';

const words = (pieces: Piece[]): string =>
  pieces.map(({ text, marked }) => (marked ? `‹${text}›` : text)).join('');

function drawn(block: Block): string {
  if (block.kind === 'paragraph') return words(block.pieces);
  if (block.kind === 'list') return block.items.map((item) => `• ${words(item)}`).join(' / ');
  const row = (cells: Piece[][]): string => cells.map(words).join(' | ');
  return [row(block.head), ...block.rows.map(row)].join(' / ');
}

const cut = (text: string) => {
  const [before = '', marked = '', after = ''] = text.split(/[‹›]/);
  return { before, marked, after };
};

describe('a quotation is drawn as the document means it', () => {
  const cases: [string, string, string, string[]][] = [
    [
      'an answer of the list stands as it was written',
      'licence-renew',
      '請攜帶舊駕照。‹費用 30 元。›過期者重考。',
      ['請攜帶舊駕照。‹費用 30 元。›過期者重考。'],
    ],
    [
      'an answer of the list keeps its lines, and its signs are no Markdown',
      'hours',
      'Open:\n- 9 to 5\n‹- *not* Sunday›',
      ['Open:', '- 9 to 5', '‹- *not* Sunday›'],
    ],
    [
      'a table of a document is a table',
      'fees.md#Cards',
      '| Service | Fee |\n|---|---|\n| First card | free |\n‹| Lost card | $25 |›\n',
      ['Service | Fee / First card | free / ‹Lost card› | ‹$25›'],
    ],
    [
      'rows that were quoted without their head are rows',
      'fees.md#Cards',
      '‹| Lost card | $25 |›',
      [' / ‹Lost card› | ‹$25›'],
    ],
    [
      'of a link only its words are shown',
      'fees.md#Cards',
      'See ‹[Benefits](<benefits.md#Low-income support>) first.›',
      ['See ‹Benefits›‹ first.›'],
    ],
    [
      'a link that the mark cuts in two keeps both halves',
      'fees.md',
      'How [to ‹be exempt](benefits.md)› is written there.',
      ['How to ‹be exempt› is written there.'],
    ],
    [
      'a list is a list',
      'a.md',
      'Bring:\n\n- the card\n- ‹a photograph›',
      ['Bring:', '• the card / • ‹a photograph›'],
    ],
    [
      'lines of a paragraph go on',
      'a.md',
      'One line\n‹and the next.›',
      ['One line ‹and the next.›'],
    ],
    ['Han goes on without a space', 'a.md#甲', '請攜帶\n‹身分證。›', ['請攜帶‹身分證。›']],
    [
      'Hangul goes on with one',
      'a.md#가',
      '주민카드를\n‹가져오십시오.›',
      ['주민카드를 ‹가져오십시오.›'],
    ],
    ['a quotation can be one sentence', 'a.md', '‹Free.›', ['‹Free.›']],
  ];
  test.each(cases)('%s', (_, id, text, expected) => {
    expect(setQuotation(id, cut(text)).map(drawn)).toEqual(expected);
  });
});

test('not a word of a document is lost', () => {
  const text =
    'Fees are **paid** at Counter 7.\n\n| Card | Fee |\n|---|---|\n| First | free |\n\n1. Come\n2. Pay \\$5';
  const shown = setQuotation('fees.md#Fees', { before: text, marked: '', after: '' })
    .map(drawn)
    .join(' ');
  for (const word of text.match(/\p{L}+/gu) ?? []) expect(shown).toContain(word);
});
