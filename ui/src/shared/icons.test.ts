import { readFileSync } from 'node:fs';

import { icons } from 'lucide';
import { expect, test } from 'vitest';

test('the names that a pack is held against are those of the icon set', () => {
  const listed = readFileSync(
    new URL('../../../crates/forms/data/icons.txt', import.meta.url),
    'utf8',
  )
    .trim()
    .split('\n');
  expect(listed).toEqual(Object.keys(icons).sort());
});
