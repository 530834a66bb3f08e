/** The first screen is there at once; what stands behind it comes a moment later. */
import { expect, test, vi } from 'vitest';

import { memoryBackend } from '../shared/backend-memory';
import { fixtureView } from '../shared/fixtures/views';
import { Visit } from '../shared/visit.svelte';
import * as behind from './behind';
import { Rest, type Behind } from './rest.svelte';

function kiosk(rest: Rest): { visit: Visit; backend: ReturnType<typeof memoryBackend> } {
  const first = fixtureView('attract', 'en');
  const backend = memoryBackend(first);
  const visit = new Visit(rest.before(backend), first);
  return { visit, backend };
}

/** Lets everything go on that waits for nothing. */
const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

test('whoever touches before the rest is there goes on as soon as it is', async () => {
  let arrives: (parts: Behind) => void = () => undefined;
  let asked = 0;
  const rest = new Rest(() => {
    asked += 1;
    return new Promise((done) => (arrives = done));
  });
  const { visit } = kiosk(rest);

  const touched = visit.act({ act: 'begin' });
  await turn();
  expect(visit.shown).toBe('attract');
  arrives(behind);
  await touched;
  expect(visit.shown).toBe('languages');
  expect(rest.behind).toBe(behind);

  await visit.act({ act: 'choose-language', language: 'ko' });
  expect([visit.shown, asked]).toEqual(['home', 1]);
});

test('a screen that comes by itself waits too, and the first screen never does', async () => {
  const rest = new Rest(() => new Promise(() => undefined));
  const { visit, backend } = kiosk(rest);
  await rest.before(backend).onView(visit.receive);

  const renamed = fixtureView('attract', 'ms');
  backend.show(renamed);
  await turn();
  expect(visit.view.language).toBe('ms');
  backend.show(fixtureView('home', 'ms'));
  await turn();
  expect(visit.shown).toBe('attract');
});

test('what cannot be fetched is a failure of the page', async () => {
  const rest = new Rest(() => Promise.reject(new Error('no such piece')));
  await expect(rest.fetch()).rejects.toThrow('no such piece');
  await expect(rest.drawable(fixtureView('home', 'en'))).rejects.toThrow('no such piece');
});

test('while the first screen is drawn nothing else is fetched, unless somebody touches', async () => {
  vi.useFakeTimers();
  const asked: number[] = [];
  const begun = Date.now();
  const rest = new Rest(() => {
    asked.push(Date.now() - begun);
    return Promise.resolve(behind);
  });
  const wait = (then: () => void, ms: number): unknown => setTimeout(then, ms);
  rest.fetchAfterFrame({ requestAnimationFrame: (draw) => wait(draw, 16), setTimeout: wait });
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([]);
  await rest.drawable(fixtureView('home', 'ko'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual([200]);
  vi.useRealTimers();
});
