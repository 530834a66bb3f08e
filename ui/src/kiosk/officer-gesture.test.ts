import { describe, expect, test } from 'vitest';

import { CORNERS_MS, HOLD_MS, OfficerGesture, cornerAt, isOfficerChord } from './officer-gesture';

const SCREEN = { width: 1080, height: 1920 };
const at = (x: number, y: number) => ({ x, y, ...SCREEN });
const CORNERS = [at(20, 20), at(1060, 20), at(1060, 1900), at(20, 1900)];

/** Holds the seal and touches places, a second apart; says what the last touch meant. */
function attempt(heldMs: number, touches: ReturnType<typeof at>[], apartMs = 1000): string {
  const gesture = new OfficerGesture();
  gesture.holdSeal(0);
  gesture.letGo(heldMs);
  return touches.reduce(
    (_, touch, index) => gesture.touch(touch, heldMs + apartMs * (index + 1)) as string,
    'nothing',
  );
}

describe("the officer's gesture", () => {
  test('is the seal held for three seconds and the four corners, clockwise from the top left', () => {
    expect(attempt(HOLD_MS, CORNERS)).toBe('made');
  });

  test('is not made by a short touch of the seal', () => {
    expect(attempt(HOLD_MS - 1, CORNERS)).toBe('nothing');
  });

  test('is not made in another order', () => {
    expect(attempt(HOLD_MS, [...CORNERS].reverse())).toBe('nothing');
    expect(attempt(HOLD_MS, [...CORNERS].reverse().slice(0, 1))).toBe('wrong');
  });

  test('is not made by touching the middle', () => {
    expect(attempt(HOLD_MS, [at(540, 960)])).toBe('wrong');
  });

  test('is not made too slowly', () => {
    expect(attempt(HOLD_MS, CORNERS, CORNERS_MS / 3)).toBe('nothing');
  });
});

test('a corner ends well before the middle of an edge', () => {
  expect(cornerAt(at(540, 10))).toBeUndefined();
  expect(cornerAt(at(10, 960))).toBeUndefined();
  expect(cornerAt(at(230, 230))).toBe('top-left');
});

test('on a keyboard it is Control, Alt and Shift with O', () => {
  const held = { ctrlKey: true, altKey: true, shiftKey: true };
  expect(isOfficerChord({ ...held, code: 'KeyO' } as KeyboardEvent)).toBe(true);
  expect(isOfficerChord({ ...held, shiftKey: false, code: 'KeyO' } as KeyboardEvent)).toBe(false);
});
