// @vitest-environment happy-dom
/** Who passes an idle kiosk sees every notice in turn, and never misses an emergency. */
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { memoryBackend } from '../shared/backend-memory';
import type { NoticeCard } from '../shared/bindings/NoticeCard';
import { fixtureView } from '../shared/fixtures/views';
import { Visit } from '../shared/visit.svelte';
import App from './App.svelte';
import * as behind from './behind';
import { noticePages } from './notice-pages';

/** Longer than a page stands, and shorter than two. */
const A_PAGE_MS = 15_000;

const notice = (id: string, emergency = false): NoticeCard => ({
  id,
  emergency,
  title: id,
  body: id,
  issuer: 'Harbour City',
  published: '2026-11-21T08:30:00+08:00',
  expires: null,
});
const storm = notice('storm', true);
const flood = notice('flood', true);
const fire = notice('fire', true);
const lift = notice('lift');
const waste = notice('waste');

let app: ReturnType<typeof mount> | undefined;
let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
});

afterEach(() => {
  if (app) void unmount(app);
  app = undefined;
  hidden = false;
  document.body.innerHTML = '';
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function idle(notices: NoticeCard[]): void {
  const view = { ...fixtureView('attract', 'en'), notices };
  const visit = new Visit(memoryBackend(view), view);
  app = mount(App, { target: document.body, props: { visit, behind } });
  flushSync();
}

function seen(): (string | null)[] {
  const titles = document.querySelectorAll('.notices > :not([inert]) .title');
  return [...titles].map((title) => title.textContent);
}

function passes(ms: number): (string | null)[] {
  vi.advanceTimersByTime(ms);
  flushSync();
  return seen();
}

function isHidden(now: boolean): void {
  hidden = now;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('an emergency stands; the others take turns beside it', () => {
  idle([storm, lift, waste]);
  expect(seen()).toEqual(['storm', 'lift']);
  expect(passes(A_PAGE_MS)).toEqual(['storm', 'waste']);
  expect(passes(A_PAGE_MS)).toEqual(['storm', 'lift']);
});

test('what fits at once stands still, without a timer of its own', () => {
  idle([]);
  const without = vi.getTimerCount();
  if (app) void unmount(app);
  document.body.innerHTML = '';
  idle([storm, lift]);
  expect(vi.getTimerCount()).toBe(without);
  expect(passes(10 * A_PAGE_MS)).toEqual(['storm', 'lift']);
});

test('behind a hidden window nothing turns and no timer runs', () => {
  idle([storm, lift, waste]);
  const turning = vi.getTimerCount();
  isHidden(true);
  expect(vi.getTimerCount()).toBe(turning - 1);
  expect(passes(A_PAGE_MS)).toEqual(['storm', 'lift']);
  isHidden(false);
  expect(passes(A_PAGE_MS)).toEqual(['storm', 'waste']);
});

describe('the pages', () => {
  const titles = (notices: NoticeCard[]): string[] =>
    noticePages(notices).map((page) => page.map(({ title }) => title).join(' '));

  test.each([
    { notices: [], pages: [] },
    { notices: [lift], pages: ['lift'] },
    { notices: [lift, waste, notice('market')], pages: ['lift waste', 'market'] },
    { notices: [storm, flood], pages: ['storm flood'] },
    { notices: [storm, flood, fire], pages: ['storm flood', 'fire'] },
    {
      notices: [storm, flood, lift, waste],
      pages: ['storm flood', 'storm lift', 'flood waste'],
    },
  ])('$pages', ({ notices, pages }) => {
    expect(titles(notices)).toEqual(pages);
  });
});
