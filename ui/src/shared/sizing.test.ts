import { describe, expect, test } from 'vitest';

import { CHARACTER_HEIGHT_EM, pxPerMm, sizes } from './sizing';

/** Displays that a kiosk is built with: picture area in mm, page in CSS pixels. */
const DISPLAYS = [
  ['15.6 inch upright', { widthMm: 194, heightMm: 345 }, { width: 768, height: 1366 }],
  ['21.5 inch upright', { widthMm: 268, heightMm: 476 }, { width: 1080, height: 1920 }],
  ['21.5 inch lying', { widthMm: 476, heightMm: 268 }, { width: 1920, height: 1080 }],
  ['27 inch upright, 4K', { widthMm: 336, heightMm: 597 }, { width: 2160, height: 3840 }],
  ['32 inch upright', { widthMm: 398, heightMm: 708 }, { width: 1080, height: 1920 }],
] as const;

describe.each(DISPLAYS)('on a display of %s', (_, display, viewport) => {
  const at = (text: 'standard' | 'large' | 'largest') => sizes(viewport, display, text);

  test('the largest characters stand at least 12 mm tall', () => {
    const { bodyPx, pxPerMm: ratio } = at('largest');
    expect((bodyPx * CHARACTER_HEIGHT_EM) / ratio).toBeGreaterThanOrEqual(12);
  });

  test('each step is visibly larger than the one before', () => {
    const [standard, large, largest] = [at('standard'), at('large'), at('largest')];
    expect(large.bodyPx / standard.bodyPx).toBeGreaterThan(1.1);
    expect(largest.bodyPx / large.bodyPx).toBeGreaterThan(1.1);
  });

  test('standard text is never smaller than 6.5 mm', () => {
    const { bodyPx, pxPerMm: ratio } = at('standard');
    expect(bodyPx / ratio).toBeGreaterThanOrEqual(6.5);
  });
});

test('a display that stands is measured by its short side, however it was configured', () => {
  const viewport = { width: 1080, height: 1920 };
  expect(pxPerMm(viewport, { widthMm: 476, heightMm: 268 })).toBeCloseTo(1080 / 268);
});

test('where the size of the display makes no sense, a millimetre is that of CSS', () => {
  const viewport = { width: 1080, height: 1920 };
  for (const widthMm of [0, -3, Number.NaN, 4, 90_000]) {
    expect(pxPerMm(viewport, { widthMm, heightMm: widthMm })).toBeCloseTo(3.78, 1);
  }
});
