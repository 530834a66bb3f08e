import { describe, expect, test } from 'vitest';

import { adds, pointOn, polyline } from './strokes';

const PAD = { left: 100, top: 50, width: 400, height: 200 };

describe('a signature', () => {
  test('has points from 0 to 1000 each way, whatever the size of the pad', () => {
    expect(pointOn(PAD, 100, 50)).toEqual([0, 0]);
    expect(pointOn(PAD, 500, 250)).toEqual([1000, 1000]);
    expect(pointOn(PAD, 300, 100)).toEqual([500, 250]);
  });

  test('stays on the pad when the finger leaves it', () => {
    expect(pointOn(PAD, 0, 900)).toEqual([0, 1000]);
    expect(pointOn({ ...PAD, width: 0 }, 300, 100)).toEqual([0, 250]);
  });

  test('takes no points that say nothing new, and no more than a hand draws', () => {
    expect(adds([[[500, 500]]], [501, 501])).toBe(false);
    expect(adds([[[500, 500]]], [520, 500])).toBe(true);
    const full = Array.from({ length: 4000 }, (_, turn): [number, number] => [turn % 1000, 0]);
    expect(adds([full], [500, 500])).toBe(false);
  });

  test('shows a dot as a very short line', () => {
    expect(polyline([[10, 20]])).toBe('10,20 11,20');
    expect(
      polyline([
        [10, 20],
        [30, 40],
      ]),
    ).toBe('10,20 30,40');
  });
});
