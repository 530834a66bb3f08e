// @vitest-environment happy-dom
/** What is half entered is there again after the web view was lost. */
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { memoryBackend } from '../../shared/backend-memory';
import type { Backend } from '../../shared/backend';
import type { Act } from '../../shared/bindings/Act';
import { SETTLED_MS } from '../../shared/filling/entering';
import { Visit } from '../../shared/visit.svelte';
import App from '../App.svelte';
import * as behind from '../behind';

let app: ReturnType<typeof mount> | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  Element.prototype.scrollIntoView ??= () => undefined;
});

afterEach(() => {
  goes();
  vi.useRealTimers();
});

function goes(): void {
  if (app) void unmount(app);
  app = undefined;
  document.body.innerHTML = '';
}

/** A web view comes to a kiosk that was there before. */
async function comes(backend: Backend): Promise<Visit> {
  goes();
  const visit = new Visit(backend, await backend.view());
  app = mount(App, { target: document.body, props: { visit, behind } });
  flushSync();
  return visit;
}

async function begun(): Promise<[Backend, Visit, Act[]]> {
  const backend = memoryBackend();
  const done: Act[] = [];
  const { act } = backend;
  backend.act = (one) => {
    done.push(one);
    return act(one);
  };
  for (const one of [
    { act: 'begin' },
    { act: 'choose-language', language: 'en' },
    { act: 'start-forms', forms: ['old-age-allowance'] },
  ] satisfies Act[]) {
    await backend.act(one);
  }
  return [backend, await comes(backend), done];
}

const field = (): HTMLTextAreaElement => {
  const found = document.querySelector<HTMLTextAreaElement>('[data-field="answer"]');
  if (!found) throw new Error('there is nothing to type into');
  return found;
};

function types(words: string): void {
  field().value = words;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}

async function settles(): Promise<void> {
  vi.advanceTimersByTime(SETTLED_MS);
  for (let turn = 0; turn < 8; turn += 1) await tick();
  flushSync();
}

const entering = (done: readonly Act[]): Act[] => done.filter(({ act }) => act === 'entering');

describe('half an answer', () => {
  test('is told to the middle once it rests, and is there for the next web view', async () => {
    const [backend, , done] = await begun();
    types('Marg');
    types('Margaret T');
    expect(entering(done)).toEqual([]);
    await settles();
    expect(entering(done)).toMatchObject([{ place: 'name', entered: { words: 'Margaret T' } }]);
    await comes(backend);
    expect(field().value).toBe('Margaret T');
    expect(entering(done)).toHaveLength(1);
  });

  test('that is given in time is not told afterwards', async () => {
    const [, visit, done] = await begun();
    types('Margaret Tan');
    await visit.act({ act: 'skip-question', place: 'name' });
    await settles();
    expect(entering(done)).toEqual([]);
  });

  test('neither silences the kiosk nor takes a problem away', async () => {
    const [backend, visit] = await begun();
    const hush = vi.spyOn(backend, 'hush');
    visit.problem = { code: 'internal' };
    types('Marg');
    await settles();
    expect(visit.problem).toEqual({ code: 'internal' });
    expect(hush).not.toHaveBeenCalled();
  });
});
