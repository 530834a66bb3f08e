import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of a theme by name. */
function colours(theme: string): Record<string, string> {
  const block = css.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Words, and the grounds they stand on. */
const WORDS: [string, string[]][] = [
  ['ink', ['paper', 'sheet', 'call-ground']],
  ['soft', ['paper', 'sheet', 'call-ground']],
  ['go-text', ['paper', 'sheet']],
  ['on-go', ['go', 'go-pressed']],
  ['on-understood', ['understood']],
  ['on-mark', ['mark']],
  ['on-said', ['said']],
  ['call', ['paper', 'sheet', 'call-ground']],
  ['on-notice', ['notice']],
  ['notice-soft', ['notice']],
  ['notice-icon', ['notice']],
];

/** What one must find: the edge of what is touched, the ring of what has the focus. */
const SHAPES: [string, string[]][] = [
  ['edge', ['paper', 'sheet']],
  ['call-edge', ['paper', 'sheet']],
  ['focus', ['paper', 'sheet']],
];

describe.each(['paper', 'night', 'contrast'])('in the theme %s', (theme) => {
  const found = colours(theme);
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

  test.each(pairs(WORDS))('%s on %s is read at 7:1', (front, ground) => {
    expect(contrast(found[front] ?? '', found[ground] ?? '')).toBeGreaterThanOrEqual(7);
  });

  test.each(pairs(SHAPES))('%s on %s is seen at 3:1', (front, ground) => {
    expect(contrast(found[front] ?? '', found[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
