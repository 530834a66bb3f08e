// @vitest-environment happy-dom
/** Walks through every screen in every language, and hears what it says. */
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { memoryBackend } from '../shared/backend-memory';
import type { PaperState } from '../shared/bindings/PaperState';
import type { Speech } from '../shared/bindings/Speech';
import type { View } from '../shared/bindings/View';
import { fixtureView, LANGUAGES, SCREEN_NAMES, type ScreenName } from '../shared/fixtures/views';
import { writeDateTime } from '../shared/dates';
import { Visit } from '../shared/visit.svelte';
import { wordsIn } from '../shared/words';
import App from './App.svelte';
import * as behind from './behind';

/** Where nobody is read to: no visitor is there, an officer is, or the kiosk cannot speak. */
const SILENT = /^(attract|officer|opening|out-of-service|home-deaf)/;
const ALOUD = { voice: { aloud: true, pace: 3, volume: 3 } };
/** Letters that no text of a language has. */
const FOREIGN: Record<string, RegExp> = {
  'zh-TW': /\p{Script=Hangul}/u,
  ms: /[\p{Script=Hangul}\p{Script=Han}]/u,
  ko: /\p{Script=Bopomofo}/u,
  en: /[\p{Script=Hangul}\p{Script=Han}]/u,
};

let app: ReturnType<typeof mount> | undefined;

beforeAll(() => {
  // The development build warns of a binding of the forms that is none of this test's matter.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  // A frame is over when it is asked for; nothing is drawn here.
  globalThis.requestAnimationFrame = (frame) => {
    queueMicrotask(() => frame(0));
    return 0;
  };
  Element.prototype.scrollIntoView ??= () => undefined;
});

afterEach(() => {
  if (app) void unmount(app);
  app = undefined;
  document.body.innerHTML = '';
});

async function hears(name: ScreenName, language: string): Promise<Speech | undefined> {
  const said: Speech[] = [];
  const backend = memoryBackend(fixtureView(name, language, { preferences: ALOUD }));
  backend.speak = (speech) => {
    said.push(speech);
    return Promise.resolve();
  };
  document.documentElement.lang = language;
  app = mount(App, {
    target: document.body,
    props: { visit: new Visit(backend, await backend.view()), behind },
  });
  flushSync();
  for (let turn = 0; turn < 12; turn += 1) await tick();
  return said.at(-1);
}

function statusOf({ screen }: View): Extract<View['screen'], { name: 'status' }> {
  if (screen.name !== 'status') throw new Error(screen.name);
  return screen;
}

const ownWords = (language: string): string => wordsIn(language)('voice-choices');

/** Longer than a screen takes to arrive. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 6; frame += 1)
    await new Promise((done) => requestAnimationFrame(done));
}

/** Shows a screen; what is said meanwhile goes into the list. */
async function shows(first: View): Promise<{ visit: Visit; said: Speech[] }> {
  const said: Speech[] = [];
  const backend = memoryBackend(first);
  backend.speak = (speech) => {
    said.push(speech);
    return Promise.resolve();
  };
  const visit = new Visit(backend, first);
  app = mount(App, { target: document.body, props: { visit, behind } });
  flushSync();
  await frames();
  return { visit, said };
}

test('what changes on a screen that stays is not the whole screen again', async () => {
  const first = fixtureView('home', 'en', { preferences: ALOUD });
  const { visit, said } = await shows(first);
  expect(said).toHaveLength(1);
  for (const speech of [false, true]) {
    const ear = { state: 'listening', speech, partial: null } as const;
    visit.receive({ ...first, sequence: first.sequence + 1, voice: { ...first.voice, ear } });
    flushSync();
    await frames();
  }
  expect(said).toHaveLength(1);
});

test('whoever asks for help hears what can be said here, and is listened to', async () => {
  const { visit, said } = await shows(fixtureView('home', 'en'));
  expect(said).toHaveLength(0);
  visit.voice.feel({ pulse: 'help' });
  flushSync();
  await frames();
  const say = wordsIn('en');
  const [speech] = said;
  expect(speech?.pieces.slice(0, 2).map(({ text }) => text)).toEqual([
    say('voice-hint-ask'),
    say('voice-choices'),
  ]);
  expect(speech?.thenListen).toBe(true);
});

test('a touch pauses what is read, another goes on, and what was paused can be left', async () => {
  const first = fixtureView('home', 'en', { preferences: ALOUD });
  const backend = memoryBackend(first);
  const visit = new Visit(backend, first);
  await backend.onView(visit.receive);
  await backend.onVoice(visit.voice.feel);
  app = mount(App, { target: document.body, props: { visit, behind } });
  const button = async (): Promise<HTMLButtonElement> => {
    await frames();
    flushSync();
    const found = document.querySelector<HTMLButtonElement>('.dock [data-act="hear"]');
    if (!found) throw new Error('there is no such button');
    return found;
  };
  const say = wordsIn('en');
  flushSync();
  for (const [word, then] of [
    ['dock-pause', 'dock-go-on'],
    ['dock-go-on', 'dock-pause'],
    ['dock-pause', 'dock-go-on'],
  ] as const) {
    expect((await button()).textContent).toContain(say(word));
    (await button()).dispatchEvent(new Event('pointerdown', { bubbles: true }));
    (await button()).click();
    expect((await button()).textContent).toContain(say(then));
  }
  await visit.act({ act: 'open-ask' });
  expect(visit.view.voice.paused).toBe(false);
});

test('whoever asks for a paper hears how far it is, and nothing of it is said over something else', async () => {
  const first = fixtureView('status-found', 'en', { preferences: ALOUD });
  const { visit, said } = await shows(first);
  expect(said).toHaveLength(1);
  const { id } = said.at(-1) as Speech;
  const of = { slip: 'status', reference: statusOf(first).asked } as const;
  let { sequence } = first;
  const becomes = async (state: PaperState): Promise<string | undefined> => {
    const slips = [{ of, paper: { job: '1', state } }];
    visit.receive({ ...first, sequence: (sequence += 1), slips });
    flushSync();
    await frames();
    return said
      .at(-1)
      ?.pieces.map(({ text }) => text)
      .join();
  };
  const say = wordsIn('en');
  await becomes({ is: 'sending' });
  expect(said).toHaveLength(1);
  visit.voice.feel({ pulse: 'said-all', speech: id });
  flushSync();
  await frames();
  expect(said.at(-1)?.pieces.map(({ text }) => text)).toEqual([say('slip-sending')]);
  await becomes({ is: 'printing' });
  await becomes({ is: 'printed' });
  expect(said).toHaveLength(2);
  visit.voice.feel({ pulse: 'said-all', speech: said.at(-1)?.id ?? 0 });
  flushSync();
  await frames();
  expect(said.at(-1)?.pieces.map(({ text }) => text)).toEqual([say('slip-printed')]);
  expect(said).toHaveLength(3);
});

test('an application that was found is read, though it was looked for on the same screen', async () => {
  const found = fixtureView('status-found', 'en', { preferences: ALOUD });
  const screen = { ...statusOf(found), outcome: { is: 'looking' } as const };
  const { visit, said } = await shows({ ...found, screen });
  expect(said).toHaveLength(1);
  visit.receive({ ...found, sequence: found.sequence + 1 });
  flushSync();
  await frames();
  expect(said.at(-1)?.pieces.map(({ text }) => text)).toContain(wordsIn('en')('status-found'));
});

test('whoever leaves hears that all is wiped, and may ask for what was done', async () => {
  const { said } = await shows(fixtureView('farewell', 'en', { preferences: ALOUD }));
  const say = wordsIn('en');
  expect(said.at(-1)?.pieces.map(({ text }) => text)).toEqual(
    expect.arrayContaining([say('farewell-title'), say('slip-print-receipt')]),
  );
  expect(said.at(-1)?.thenListen).toBe(true);
});

test('a language that was heard is offered in that language, and listened for in it', async () => {
  const first = fixtureView('languages', 'en', { preferences: ALOUD });
  const { visit, said } = await shows(first);
  const ear = { state: 'language', language: 'ko', listening: false } as const;
  visit.receive({ ...first, sequence: first.sequence + 1, voice: { ...first.voice, ear } });
  flushSync();
  await frames();
  const theirs = wordsIn('ko');
  expect(said.at(-1)).toMatchObject({
    pieces: [{ text: theirs('voice-which-language'), language: 'ko' }],
    thenListen: true,
  });
  const [yes, no] = ['choose-heard', 'cancel-listening'].map((act) =>
    document.querySelector(`[data-act="${act}"]`),
  );
  expect(yes?.textContent).toContain(theirs('form-yes'));
  expect(no?.textContent).toContain(wordsIn('en')('voice-which-no'));
});

test('that it listens is seen while it asks which of two was said', async () => {
  const sign = (): Element | null => document.querySelector('[data-answering="true"]');
  await shows(fixtureView('home-which', 'en'));
  expect(sign()).toBeNull();
  if (app) await unmount(app);
  document.body.innerHTML = '';
  await shows(fixtureView('home-which-listening', 'en'));
  expect(sign()?.textContent).toContain(wordsIn('en')('voice-listening'));
});

test('a kiosk without a voice for the language says so on the first screen', async () => {
  const first = fixtureView('home', 'en');
  for (const [speaks, lack] of [
    [false, 'voice-speaks-not'],
    [true, undefined],
  ] as const) {
    await shows({ ...first, voice: { ...first.voice, speaks } });
    const told = document.querySelector('[data-lack]')?.textContent;
    expect(told).toBe(lack && wordsIn('en')(lack));
    if (app) await unmount(app);
    app = undefined;
    document.body.innerHTML = '';
  }
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(SCREEN_NAMES.filter((name) => !SILENT.test(name)))('%s is read aloud', async (name) => {
    const speech = await hears(name, language);
    expect(speech?.pieces.length ?? 0).toBeGreaterThan(0);
    for (const { text, language: spoken, clip } of speech?.pieces ?? []) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|\[object|NaN|\*\*/);
      // A name of a message in place of its words.
      expect(text).not.toMatch(/^(?:voice|form|home|reply|dock|appearance)-[a-z-]+$/);
      expect(spoken).not.toBe('und');
      // Languages are called by their own names; a character that no font has is shown as it is.
      const own = LANGUAGES.reduce(
        (rest, other) => rest.replace(wordsIn(other)('language-own-name'), ''),
        text.replace(/[\u{20000}-\u{3ffff}]/gu, ''),
      );
      if (spoken === language) expect(own).not.toMatch(FOREIGN[language] as RegExp);
      if (clip?.includes('undefined')) throw new Error(clip);
    }
  });

  test.each(SCREEN_NAMES.filter((name) => SILENT.test(name)))('%s says nothing', async (name) => {
    expect(await hears(name, language)).toBeUndefined();
  });

  test('home says its question first, its choices last, and listens', async () => {
    const speech = await hears('home-quiet', language);
    expect(speech?.pieces[0]).toMatchObject({
      text: wordsIn(language)('home-title'),
      clip: 'home-title',
    });
    expect(speech?.pieces.map(({ text }) => text)).toContain(ownWords(language));
    expect(speech?.thenListen).toBe(true);
  });

  test('an emergency comes before everything else', async () => {
    const [first] = (await hears('emergency', language))?.pieces ?? [];
    expect(first?.text).toBe(wordsIn(language)('reply-emergency'));
  });

  test('what was understood is read back with its second line, and asked about', async () => {
    const speech = await hears('form-read-back', language);
    const view = fixtureView('form-read-back', language).screen;
    const readBack = view.name === 'form-question' ? view.readBack : null;
    const said = speech?.pieces.map(({ text }) => text) ?? [];
    const order = [readBack?.value, readBack?.also, wordsIn(language)('form-right')];
    const places = order.map((text) => said.indexOf(text ?? ''));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(speech?.thenListen).toBe(true);
  });

  test('how far an application is is said with what to do next, how old that is and who says it', async () => {
    const { screen, agency } = fixtureView('status-found', language);
    const check = screen.name === 'status' ? screen : null;
    const found = check?.outcome?.is === 'found' ? check.outcome : null;
    const speech = await hears('status-found', language);
    const said = speech?.pieces.map(({ text }) => text) ?? [];
    const say = wordsIn(language);
    const when = writeDateTime(language, check?.asOf ?? '');
    const order = [
      say('status-number', { number: check?.asked ?? '' }),
      found?.status,
      found?.next,
      say('status-age', { when }),
      say('status-source', { agency: agency.name }),
    ];
    const places = order.map((text) => said.indexOf(text ?? ''));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('a question in a form names its recording; an answer does not listen', async () => {
    const question = await hears('form-yes-no', language);
    expect(question?.pieces.map(({ clip }) => clip)).toContain('form/old-age-allowance/another');
    if (app) await unmount(app);
    document.body.innerHTML = '';
    expect((await hears('answer', language))?.thenListen).toBe(false);
  });
});
