import { expect, test } from 'vitest';

import { TOO_SOON_MS, worthAnotherTry } from './crash';

test('a page that fails is loaded anew, but not again and again', () => {
  const now = 1_000_000;
  expect(worthAnotherTry(null, now)).toBe(true);
  expect(worthAnotherTry(String(now - 100), now)).toBe(false);
  expect(worthAnotherTry(String(now - TOO_SOON_MS - 1), now)).toBe(true);
  expect(worthAnotherTry('nonsense', now)).toBe(true);
});
