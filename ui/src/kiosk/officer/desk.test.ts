import { describe, expect, test } from 'vitest';

import { nextOf, saidOnce } from './desk-form';
import { daysUntil, inGib, minutesSince } from './limits';
import { movedTo, turnedTo } from './lists';
import { entered } from './new-pin';

describe('an opened form', () => {
  const both = (citizen: string, office = citizen) => ({ citizen, office });
  const section = (label: ReturnType<typeof both>) => ({
    title: both('申請人'),
    item: null,
    answers: [{ place: 'birth', label, value: both('1953'), brought: false }],
  });

  test('is shown once where citizen and office read the same', () => {
    expect(saidOnce({ sections: [section(both('姓名'))], documents: [] })).toBe(true);
    expect(saidOnce({ sections: [section(both('이름', '姓名'))], documents: [] })).toBe(false);
    expect(saidOnce({ sections: [], documents: [both('Kad', '身分證')] })).toBe(false);
  });

  test('leads from checking over handing over to the next', () => {
    const by = { at: '2026-11-21T14:02:00+08:00', by: null };
    expect(nextOf({ is: 'new' })).toBe('sign-off');
    expect(nextOf({ is: 'signed-off', ...by })).toBe('hand-over');
    expect(nextOf({ is: 'handed-over', ...by })).toBe('desk');
    expect(nextOf({ is: 'void', why: 'mistaken', ...by })).toBe('desk');
  });
});

describe('what an officer is warned of', () => {
  test('counts whole days to the last one', () => {
    expect(daysUntil('2026-12-21', '2026-11-21T23:59:00+08:00')).toBe(30);
    expect(daysUntil('2026-11-21', '2026-11-21T00:01:00+08:00')).toBe(0);
    expect(daysUntil('2026-11-20', '2026-11-21T08:00:00+08:00')).toBe(-1);
  });

  test('tells room in GiB, never more than there is', () => {
    expect([inGib(900), inGib(2047), inGib(58_112)]).toEqual([0.8, 1.9, 56]);
  });

  test('counts whole minutes of waiting, and none before it began', () => {
    const now = Date.parse('2026-11-21T14:15:30+08:00');
    expect(minutesSince('2026-11-21T14:12:00+08:00', now)).toBe(3);
    expect(minutesSince('2026-11-21T14:15:00+08:00', now)).toBe(0);
    expect(minutesSince('2026-11-21T14:20:00+08:00', now)).toBe(0);
    expect(minutesSince('', now)).toBe(0);
  });
});

test('arrow keys go through a list and out of it at the top', () => {
  expect([movedTo('ArrowDown', 1, 3), movedTo('ArrowDown', 2, 3)]).toEqual([2, 2]);
  expect([movedTo('ArrowUp', 0, 3), movedTo('End', 0, 3), movedTo('a', 0, 3)]).toEqual([
    -1,
    2,
    undefined,
  ]);
  expect([turnedTo('ArrowRight', 2, 3), turnedTo('ArrowLeft', 0, 3)]).toEqual([0, 2]);
});

test('a new PIN is entered twice', () => {
  expect(entered('', '1357')).toEqual({ first: '1357', differs: false });
  expect(entered('1357', '1357')).toEqual({ pin: '1357' });
  expect(entered('1357', '1358')).toEqual({ first: '', differs: true });
});
