import { describe, expect, test } from 'vitest';

import { isBarredKey } from './guard';

const press = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, target: null, ...held }) as KeyboardEvent;

describe('keys that lead out of the kiosk do nothing', () => {
  test.each([
    ['F5 loads anew', press('F5')],
    ['F12 opens tools', press('F12')],
    ['Control R loads anew', press('r', { ctrlKey: true })],
    ['Control plus enlarges', press('+', { ctrlKey: true })],
    ['Control P prints', press('p', { ctrlKey: true })],
    ['Control W closes', press('w', { ctrlKey: true })],
    ['Alt left goes back', press('ArrowLeft', { altKey: true })],
    ['Backspace goes back', press('Backspace')],
    ['the menu key opens a menu', press('ContextMenu')],
  ])('%s', (_, event) => {
    expect(isBarredKey(event)).toBe(true);
  });
});

describe('keys that one needs do their work', () => {
  test.each(['Tab', 'Enter', ' ', 'Escape', 'ArrowDown', 'PageDown', 'a', '字'])('%s', (key) => {
    expect(isBarredKey(press(key))).toBe(false);
  });
});
