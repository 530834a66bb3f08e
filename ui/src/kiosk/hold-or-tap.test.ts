// @vitest-environment happy-dom
/** A button that is held while one speaks, or tapped before and after. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { HoldOrTap } from './hold-or-tap';

let now = 0;
let told: string[] = [];
let listening = false;
let press: HoldOrTap;

beforeEach(() => {
  now = 0;
  told = [];
  listening = false;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const hears = (begins: boolean, word: string) => {
    listening = begins;
    told.push(word);
  };
  press = new HoldOrTap({
    listening: () => listening,
    turn: () => hears(!listening, listening ? 'finish' : 'listen'),
    finish: () => hears(false, 'finish'),
  });
});

afterEach(() => vi.restoreAllMocks());

/** A finger of so many milliseconds, as a browser tells of it. */
function touches(milliseconds: number, button = 0): void {
  press.down({ button, currentTarget: null, pointerId: 1 } as unknown as PointerEvent);
  now += milliseconds;
  press.up();
  if (button === 0) press.click();
}

test('it listens as long as it is held', () => {
  touches(2500);
  expect(told).toEqual(['listen', 'finish']);
});

test('a tap begins and another ends it, however long the other', () => {
  touches(120);
  expect(told).toEqual(['listen']);
  now += 3000;
  touches(90);
  expect(told).toEqual(['listen', 'finish']);
  touches(120);
  touches(2000);
  expect(told).toEqual(['listen', 'finish', 'listen', 'finish']);
});

test('a key begins and ends it too', () => {
  press.click();
  press.click();
  expect(told).toEqual(['listen', 'finish']);
});

test('only a finger or the first button of a mouse counts', () => {
  touches(500, 2);
  expect(told).toEqual([]);
});
