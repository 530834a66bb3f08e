import { describe, expect, test } from 'vitest';

import { faceOf, isStroke, type Stroke } from './shortcuts.svelte';

const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

describe('a key presses its button', () => {
  test('alone', () => {
    expect(isStroke(stroke('F7'), 'F7')).toBe(true);
    expect(isStroke(stroke('F8'), 'F7')).toBe(false);
  });

  test.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const)('not with %s', (held) => {
    expect(isStroke(stroke('F7', { [held]: true }), 'F7')).toBe(false);
  });

  test('and is written as on the keyboard', () => {
    expect([faceOf('Escape'), faceOf('F2')]).toEqual(['Esc', 'F2']);
  });
});
