import { expect, test } from 'vitest';

import { QUIET_MS, throttled } from './activity';

test('somebody who types for a minute is reported every five seconds, the first time at once', () => {
  let now = 0;
  const told: number[] = [];
  const sign = throttled(
    () => told.push(now),
    () => now,
  );
  for (; now < 60_000; now += 100) sign();
  expect(told[0]).toBe(0);
  expect(told).toHaveLength(60_000 / QUIET_MS);
});
