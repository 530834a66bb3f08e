import { describe, expect, test } from 'vitest';

import { memoryBackend } from './backend-memory';
import type { Act } from './bindings/Act';
import { emptyEntry, entryKey } from './filling/entry';
import { fixtureView } from './fixtures/views';
import { Visit } from './visit.svelte';

async function arrive(): Promise<Visit> {
  const backend = memoryBackend();
  const visit = new Visit(backend, await backend.view());
  await backend.onView(visit.receive);
  return visit;
}

async function arriveAndDo(...acts: Act[]): Promise<Visit> {
  const visit = await arrive();
  for (const act of acts) await visit.act(act);
  return visit;
}

const BEGIN: Act[] = [{ act: 'begin' }, { act: 'choose-language', language: 'en' }];

describe('a visit', () => {
  test('goes from the greeting by the language to the first screen', async () => {
    const visit = await arrive();
    expect(visit.on).toBe(false);
    await visit.act({ act: 'begin' });
    expect(visit.view.screen.name).toBe('languages');
    await visit.act({ act: 'choose-language', language: 'ko' });
    expect(visit.view.screen.name).toBe('home');
    expect(visit.view.language).toBe('ko');
    expect(visit.on).toBe(true);
  });

  test('answers what is typed, and clears the field', async () => {
    const visit = await arriveAndDo(...BEGIN, { act: 'open-ask' });
    visit.draft = '  How much is it? ';
    await visit.ask();
    expect(visit.view.screen).toMatchObject({ name: 'reply', asked: 'How much is it?' });
    expect(visit.draft).toBe('');
  });

  test('keeps what is typed while the language changes', async () => {
    const visit = await arriveAndDo(...BEGIN, { act: 'open-ask' });
    visit.draft = 'half a quest';
    await visit.act({ act: 'open-languages' });
    await visit.act({ act: 'choose-language', language: 'ms' });
    expect(visit.view.screen.name).toBe('ask');
    expect(visit.draft).toBe('half a quest');
  });

  test('forgets what is typed when the visit ends', async () => {
    const visit = await arriveAndDo(...BEGIN, { act: 'open-ask' });
    visit.draft = 'my secret';
    visit.choosingAppearance = true;
    await visit.act({ act: 'leave' });
    expect(visit.view.screen.name).toBe('farewell');
    expect(visit.draft).toBe('');
    expect(visit.choosingAppearance).toBe(false);
  });

  test('shows an empty question as a problem, until something else is done', async () => {
    const visit = await arriveAndDo(...BEGIN, { act: 'open-ask' });
    await visit.ask();
    expect(visit.problem).toEqual({ code: 'question-empty' });
    await visit.act({ act: 'still-here' });
    expect(visit.problem).toEqual({ code: 'question-empty' });
    await visit.act({ act: 'home' });
    expect(visit.problem).toBeNull();
  });

  test('drops a view that comes too late', async () => {
    const visit = await arriveAndDo(...BEGIN);
    visit.receive({ ...fixtureView('attract', 'zh-TW'), sequence: 0 });
    expect(visit.view.screen.name).toBe('home');
  });

  test('does not draw the same view twice', async () => {
    const visit = await arrive();
    const drawn = visit.view;
    visit.receive({ ...drawn });
    expect(visit.view).toBe(drawn);
  });

  test('goes back from text and colours first', async () => {
    const visit = await arriveAndDo(...BEGIN, { act: 'open-ask' });
    visit.choosingAppearance = true;
    visit.back();
    expect(visit.choosingAppearance).toBe(false);
    expect(visit.view.screen.name).toBe('ask');
  });

  test('shows an inner failure by its code', async () => {
    const backend = memoryBackend();
    const failing = { ...backend, act: () => Promise.reject(new Error('inner')) };
    const visit = new Visit(failing, await backend.view());
    await visit.act({ act: 'begin' });
    expect(visit.problem).toEqual({ code: 'internal' });
  });
});

const BEGIN_FORM: Act[] = [
  ...BEGIN,
  { act: 'open-forms' },
  { act: 'open-form', form: 'old-age-allowance' },
  { act: 'start-forms', forms: ['old-age-allowance'] },
];

describe('a form', () => {
  const words = (value: string): Act => ({
    act: 'give',
    place: 'name',
    given: { as: 'typed', value },
  });

  test('reads back what was typed, and goes on after a yes', async () => {
    const visit = await arriveAndDo(...BEGIN_FORM, words('Margaret Tan'));
    expect(visit.view.screen).toMatchObject({ readBack: { value: 'Margaret Tan' } });
    await visit.act({ act: 'confirm-read-back', place: 'name' });
    expect(visit.view.screen).toMatchObject({ place: 'birth', readBack: null });
  });

  test('keeps what is being entered while the language changes or a passage is read', async () => {
    const visit = await arriveAndDo(...BEGIN_FORM);
    const { screen } = visit.view;
    const key = entryKey(screen) ?? '';
    visit.filling.entry(key, () => emptyEntry(key)).words = 'half a na';
    await visit.act({ act: 'open-languages' });
    await visit.act({ act: 'choose-language', language: 'ms' });
    await visit.act({ act: 'explain-question' });
    await visit.act({ act: 'back' });
    expect(visit.view.screen.name).toBe('form-question');
    expect(visit.filling.entry(key, () => emptyEntry(key)).words).toBe('half a na');
  });

  test('forgets what is being entered with the question, and with the visit', async () => {
    const visit = await arriveAndDo(...BEGIN_FORM);
    const key = entryKey(visit.view.screen) ?? '';
    const entered = (): string => visit.filling.entry(key, () => emptyEntry(key)).words;
    visit.filling.entry(key, () => emptyEntry(key)).words = 'half a na';
    await visit.act({ act: 'skip-question', place: 'name' });
    expect(entered()).toBe('');
    visit.filling.entry(key, () => emptyEntry(key)).words = 'half a na';
    await visit.act({ act: 'leave' });
    expect(entered()).toBe('');
  });

  test('is put aside from a page that "back" takes away', async () => {
    const visit = await arriveAndDo(...BEGIN_FORM);
    visit.stopping = true;
    expect(visit.shown).toBe('form-stop');
    visit.back();
    expect(visit.shown).toBe('form-question');
    visit.stopping = true;
    await visit.act({ act: 'pause-form' });
    expect(visit.shown).toBe('form-paused');
  });
});

describe("the officer's side", () => {
  const SIGNED_IN: Act[] = [
    ...BEGIN,
    { act: 'officer-gesture' },
    { act: 'officer-pin', pin: '1234' },
  ];
  const find = (number: string): Act => ({ act: 'officer-find', number });

  test('opens with a PIN, and each of its pages is a screen of its own', async () => {
    const visit = await arriveAndDo(...BEGIN, { act: 'officer-gesture' });
    await visit.act({ act: 'officer-pin', pin: '0000' });
    expect(visit.problem).toEqual({ code: 'pin-wrong' });
    const keys = [visit.screenKey];
    for (const act of [
      { act: 'officer-pin', pin: '1234' },
      { act: 'officer-go', page: 'device' },
      find('4821-0975'),
      find('3917-5524'),
    ] satisfies Act[]) {
      await visit.act(act);
      keys.push(visit.screenKey);
    }
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('stays on the same screen while a form is dealt with', async () => {
    const visit = await arriveAndDo(...SIGNED_IN, find('4821-0975'));
    const key = visit.screenKey;
    await visit.act({ act: 'officer-sign-off' });
    expect(visit.screenKey).toBe(key);
    expect(visit.view.screen).toMatchObject({ page: { line: { state: { is: 'signed-off' } } } });
    await visit.act({ act: 'officer-void', why: 'mistaken' });
    await visit.act({ act: 'officer-sign-off' });
    expect(visit.problem).toEqual({ code: 'form-void' });
  });

  test('leaves nothing of a citizen when one steps back', async () => {
    const visit = await arriveAndDo(...SIGNED_IN, find('3917-5524'), { act: 'officer-close' });
    expect(visit.view.screen.name).toBe('home');
    expect(JSON.stringify(visit.view)).not.toContain('Ahmad');
  });
});
