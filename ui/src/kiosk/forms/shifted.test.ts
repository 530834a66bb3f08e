// @vitest-environment happy-dom
/** An answer that was changed sets others aside, and the visitor reads so. */
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';

import { memoryBackend } from '../../shared/backend-memory';
import { fixtureView, LANGUAGES, type ScreenName } from '../../shared/fixtures/views';
import { formTextsIn } from '../../shared/fixtures/forms/views';
import { Visit } from '../../shared/visit.svelte';
import App from '../App.svelte';
import * as behind from '../behind';

let app: ReturnType<typeof mount> | undefined;

afterEach(() => {
  if (app) void unmount(app);
  app = undefined;
  document.body.innerHTML = '';
});

/** What is said of answers that were set aside, and of answers that came back. */
async function reads(name: ScreenName, language: string): Promise<(string | undefined)[]> {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  Element.prototype.scrollIntoView ??= () => undefined;
  const backend = memoryBackend(fixtureView(name, language));
  app = mount(App, {
    target: document.body,
    props: { visit: new Visit(backend, await backend.view()), behind },
  });
  flushSync();
  return ['aside', 'back'].map(
    (way) => document.querySelector(`[data-say="first"] [data-shift="${way}"]`)?.textContent,
  );
}

test.each(LANGUAGES)('in %s it is said how many, and what they are about', async (language) => {
  const { members } = formTextsIn(language).sections;
  const [aside, back] = await reads('form-review-aside', language);
  for (const words of [aside, back]) expect(words).toContain(members);
  expect(aside).toContain('6');
});

test('on the next question too, and only what happened', async () => {
  const [aside, back] = await reads('form-choice-aside', 'en');
  expect(aside).toMatch(/2 answers no longer apply/u);
  expect(back).toBeUndefined();
});

test('where nothing was set aside, nothing is said of it', async () => {
  expect(await reads('form-review', 'en')).toEqual([undefined, undefined]);
});
