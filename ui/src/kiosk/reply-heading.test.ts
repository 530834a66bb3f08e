import { expect, test } from 'vitest';

import type { Reply } from '../shared/bindings/Reply';
import { fixtureView, type ScreenName } from '../shared/fixtures/views';
import { wordsIn } from '../shared/words';
import { replyHeading } from './reply-heading';

const say = wordsIn('en');

function heading(name: ScreenName) {
  const { screen } = fixtureView(name, 'en');
  if (screen.name !== 'reply') throw new Error(`${name} is no reply`);
  return replyHeading(say, screen satisfies Reply);
}

test('over an answer stands the question', () => {
  expect(heading('answer').title).toBe('How much does it cost to renew a driving licence?');
  expect(heading('answer').eyebrow).toBe('You asked');
});

test('where there is no answer that is said first, with the question above and a person below', () => {
  const unknown = heading('unknown');
  expect(unknown.title).toBe('There is no answer to this here');
  expect(unknown.eyebrow).toContain('Can I rent a boat');
  expect(unknown.person).toBe('unknown-person');
});

test('where two documents disagree a person confirms', () => {
  expect(heading('conflict').person).toBe('conflict-person');
});

test('advice that is never given is refused by its kind', () => {
  expect(heading('unknown-health').title).toBe('The kiosk cannot give medical advice');
});

test('several questions are counted', () => {
  expect(heading('parts').title).toBe('You asked about 2 things');
});
