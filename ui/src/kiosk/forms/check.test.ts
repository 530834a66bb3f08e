// @vitest-environment happy-dom
/** Somebody sees first whether they may qualify. */
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { memoryBackend } from '../../shared/backend-memory';
import { fixtureView, LANGUAGES, type ScreenName } from '../../shared/fixtures/views';
import { Visit } from '../../shared/visit.svelte';
import App from '../App.svelte';
import * as behind from '../behind';

let app: ReturnType<typeof mount> | undefined;

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  Element.prototype.scrollIntoView ??= () => undefined;
});

afterEach(() => {
  if (app) void unmount(app);
  app = undefined;
  document.body.innerHTML = '';
});

async function sees(name: ScreenName, language = 'en'): Promise<Visit> {
  const backend = memoryBackend(fixtureView(name, language));
  const visit = new Visit(backend, await backend.view());
  app = mount(App, { target: document.body, props: { visit, behind } });
  flushSync();
  return visit;
}

const all = (what: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(what)];

async function touches(act: string): Promise<void> {
  const [button] = all(`[data-act="${act}"]`);
  if (!button) throw new Error(`there is no ${act}`);
  button.click();
  for (let turn = 0; turn < 8; turn += 1) await tick();
  flushSync();
}

describe('who is not sure', () => {
  test('looks first, is asked only what decides, and goes on with the rest', async () => {
    const visit = await sees('form-introduction');
    await touches('check-first');
    expect(visit.view.screen).toMatchObject({ place: 'birth', standing: { checksFirst: true } });
    await visit.act({ act: 'give', place: 'birth', given: { as: 'one', value: '1953-03-05' } });
    await visit.act({ act: 'give', place: 'income', given: { as: 'one', value: '4200' } });
    flushSync();
    expect(visit.shown).toBe('form-eligibility');
    await touches('apply-now');
    expect(visit.view.screen).toMatchObject({ place: 'name', standing: { checksFirst: false } });
  });

  test('looks at one form at a time', async () => {
    await sees('form-introduction-event');
    expect(all('[data-act="check-first"]')).toEqual([]);
  });

  test.each(LANGUAGES)('hears in %s why not, first of all, and may apply', async (language) => {
    await sees('form-eligibility-unlikely', language);
    const marks = all('[data-verdict] .mark').map((mark) => mark.classList.contains('not'));
    expect(marks).toEqual([true, false, false]);
    expect(all('[data-verdict] h3')).toHaveLength(2);
    expect(all('[data-act="ask-link"]').length).toBeGreaterThan(0);
    expect(all('[data-act="apply-now"]')).toHaveLength(1);
  });

  test('changes an answer where it is shown, but none that was worked out', async () => {
    const visit = await sees('form-eligibility');
    expect(all('[data-act="change-answer"]')).toHaveLength(2);
    await touches('change-answer');
    expect(visit.view.screen).toMatchObject({ name: 'form-question', place: 'birth' });
  });
});
