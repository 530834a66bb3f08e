/**
 * The kiosk's middle in memory: a small, faithful double of the contract over fixture views. For
 * working on the screens in a browser and for measuring them; never part of the built kiosk.
 */
import type { Backend } from './backend';
import { FormWalk } from './backend-memory-forms';
import { OfficerDesk } from './backend-memory-officer';
import { MemoryVoice, type TurnEnd } from './backend-memory-voice';
import type { Act } from './bindings/Act';
import type { Composed } from './bindings/Composed';
import type { Outcome } from './bindings/Outcome';
import type { Screen } from './bindings/Screen';
import type { Speech } from './bindings/Speech';
import type { View } from './bindings/View';
import type { VoicePulse } from './bindings/VoicePulse';
import { formTextsIn } from './fixtures/forms/views';
import {
  fixtureView,
  isVoiceWelcome,
  quote,
  textsIn,
  unknown,
  type ScreenName,
} from './fixtures/views';

/** How long the farewell stands, ms. */
const FAREWELL_MS = 6000;

type Listener = (view: View) => void;
type Feeling = (pulse: VoicePulse) => void;

export interface MemoryBackend extends Backend {
  /** Puts a view on the screen, as if it came by itself. */
  show(view: View): void;
  /** What the next turns come to, in this order; after them, something fitting is heard. */
  readonly turns: TurnEnd[];
}

class Memory implements MemoryBackend {
  #view: View;
  #trail: Screen[] = [];
  #listeners = new Set<Listener>();
  #called = 0;
  #form = new FormWalk();
  #desk = new OfficerDesk();
  #feelings = new Set<Feeling>();
  /** This visitor has spoken, or chosen how they want to be spoken to. */
  #acquainted = false;
  readonly turns: TurnEnd[] = [];
  readonly #voice = new MemoryVoice({
    ear: (ear) => this.#push({ voice: { ...this.#view.voice, ear } }),
    pulse: (pulse) => this.#feelings.forEach((feel) => feel(pulse)),
    heard: (words) => this.#hear(words),
    next: () => this.turns.shift() ?? { heard: this.#fitting() },
  });

  constructor(first: View) {
    this.#view = first;
  }

  view = (): Promise<View> => Promise.resolve(this.#view);

  act = (act: Act): Promise<View> => {
    this.#change({ problem: null, leavingIn: null });
    if (!this.#voiceAct(act)) this.#do(act);
    return Promise.resolve(this.#view);
  };

  compose = ({ symbols }: { symbols: string }): Promise<Composed> =>
    Promise.resolve({
      sentence: symbols === '' ? '' : '換證',
      candidates: symbols === '' ? [] : [...'換患喚幻煥'].map((text) => ({ text, symbols: 4 })),
    });

  onView = (show: Listener): Promise<() => void> => {
    this.#listeners.add(show);
    return Promise.resolve(() => this.#listeners.delete(show));
  };

  show = (view: View): void => this.#push(view);

  speak = (speech: Speech): Promise<void> => {
    const { voice, preferences } = this.#view;
    if (voice.speaks) {
      this.#voice.say(speech, () => preferences.voice.aloud && this.#voice.listen());
    }
    return Promise.resolve();
  };

  hush = (): Promise<void> => {
    this.#voice.hush();
    return Promise.resolve();
  };

  onVoice = (feel: Feeling): Promise<() => void> => {
    this.#feelings.add(feel);
    return Promise.resolve(() => this.#feelings.delete(feel));
  };

  /** Changes what is on the screen, and tells. */
  #push(change: Partial<View>): void {
    this.#change(change);
    for (const show of this.#listeners) show(this.#view);
  }

  #change(change: Partial<View>): void {
    const screen = change.screen ?? this.#view.screen;
    const back = this.#trail.length > 0 && screen.name !== 'officer';
    const voice = { ...this.#view.voice, welcome: isVoiceWelcome(screen) };
    this.#view = {
      ...this.#view,
      canGoBack: back,
      voice,
      ...change,
      sequence: this.#view.sequence + 1,
    };
  }

  /** What somebody may well say here. */
  #fitting(): string {
    const { screen, language } = this.#view;
    if (screen.name !== 'form-question') return textsIn(language).asked;
    return formTextsIn(language).birth.heard;
  }

  #hear(words: string): void {
    const { screen } = this.#view;
    if (screen.name !== 'form-question') this.#ask(words);
    else if (screen.readBack) this.#inForm({ act: 'confirm-read-back', place: screen.place });
    else if (screen.control.kind === 'yes-no') {
      this.#inForm({ act: 'give', place: screen.place, given: { as: 'one', value: 'yes' } });
    } else {
      const given = { as: 'words', value: words } as const;
      this.#inForm({ act: 'give', place: screen.place, given });
    }
    this.#push({});
  }

  /** What an act means for the ear and the mouth: true where it is about nothing else. */
  #voiceAct(act: Act): boolean {
    const { ear } = this.#view.voice;
    switch (act.act) {
      case 'listen':
        if (!this.#acquainted) this.#manner({ aloud: true });
        this.#voice.listen();
        return true;
      case 'finish-listening':
        this.#voice.finish();
        return true;
      case 'pause-speaking':
        this.#paused(this.#voice.pause());
        return true;
      case 'go-on-speaking':
        this.#paused(false);
        this.#voice.goOn();
        return true;
      case 'cancel-listening':
        this.#voice.cancel();
        return true;
      case 'choose-heard': {
        const words = ear.state === 'which' ? ear.options[act.which] : undefined;
        this.#voice.cancel();
        if (words !== undefined) this.#hear(words);
        return true;
      }
      case 'set-voice':
        this.#manner(act.voice);
        return true;
      case 'still-here':
      case 'entering':
      case 'set-text':
      case 'set-theme':
      case 'set-reach':
        return false;
      default:
        this.#voice.cancel();
        this.#voice.hush();
        this.#paused(false);
        return false;
    }
  }

  #paused(paused: boolean): void {
    this.#change({ voice: { ...this.#view.voice, paused } });
  }

  #manner(voice: Partial<View['preferences']['voice']>): void {
    const { preferences } = this.#view;
    this.#acquainted = true;
    this.#change({ preferences: { ...preferences, voice: { ...preferences.voice, ...voice } } });
  }

  #go(screen: Screen): void {
    this.#trail.push(this.#view.screen);
    this.#change({ screen });
  }

  #screen(name: ScreenName): Screen {
    return fixtureView(name, this.#view.language).screen;
  }

  #end(): void {
    this.#trail = [];
    this.#acquainted = false;
    this.#form.forget();
    this.show({ ...fixtureView('farewell', this.#view.language), visit: this.#view.visit + 1 });
    setTimeout(() => {
      if (this.#view.screen.name === 'farewell') {
        this.show({ ...fixtureView('attract', 'zh-TW'), visit: this.#view.visit });
      }
    }, FAREWELL_MS);
  }

  #speak(language: string): void {
    const { agency, notices } = fixtureView('home', language);
    this.#change({ language, agency, notices });
    if (this.#view.screen.name !== 'languages') return;
    const before = this.#trail.pop();
    const inForm = before?.name.startsWith('form-') && this.#form.on;
    const screen = inForm ? this.#form.draw(language) : before;
    this.#change({ screen: screen ?? this.#screen('home') });
  }

  #answer(asked: string, outcome: Outcome, inForm = false): void {
    const related = textsIn(this.#view.language).questions.slice(0, 3);
    this.#go({
      name: 'reply',
      asked,
      parts: [{ asked, outcome }],
      emergencies: [],
      related,
      forms: [],
      inForm,
    });
  }

  /** An answer to everything, except for what shows another outcome. */
  #ask(question: string): void {
    const { language } = this.#view;
    const texts = textsIn(language);
    if (question.trim() === '') {
      this.#change({ problem: { code: 'question-empty' } });
    } else if (question === texts.askedUnclear) {
      this.#answer(question, { kind: 'clarify', choices: texts.questions.slice(0, 3) });
    } else if (question === texts.askedUnknown) {
      this.#answer(question, unknown(texts, null));
    } else {
      this.#answer(question, { kind: 'answer', quote: quote(language, texts.short) });
    }
  }

  #officer(act: Act): void {
    if (act.act === 'officer-gesture') this.#go(this.#screen('officer-locked'));
    else if (act.act === 'officer-close') {
      this.#desk.close();
      this.#back();
    } else {
      const served =
        act.act === 'officer-pin'
          ? this.#desk.unlock(act.pin, this.#view.language)
          : this.#desk.act(act);
      if (served && 'code' in served) this.#change({ problem: served });
      else if (served) this.#change({ screen: served });
    }
  }

  #back(): void {
    if (this.#view.screen.name.startsWith('form-') && this.#form.back()) {
      this.#change({ screen: this.#form.draw(this.#view.language) });
      return;
    }
    const screen = this.#trail.pop();
    if (screen) this.#change({ screen });
  }

  #openForm(act: Act): void {
    const { language } = this.#view;
    const { lifeEvents } = textsIn(language);
    const families = formTextsIn(language).forms;
    if (act.act === 'open-forms') this.#go(this.#screen('forms'));
    else if (act.act === 'open-event-forms') {
      const event = lifeEvents.find(({ id }) => id === act.topic);
      const all = this.#screen('form-introduction-event');
      if (event && all.name === 'form-introduction') this.#go({ ...all, event });
    } else if (act.act === 'open-form') {
      const form = families.flatMap(([, forms]) => forms).find(({ id }) => id === act.form);
      const one = this.#screen('form-introduction');
      if (form && one.name === 'form-introduction') this.#go({ ...one, forms: [form] });
    } else if (act.act === 'explain-question') {
      const { asked, short } = textsIn(language);
      this.#answer(asked, { kind: 'answer', quote: quote(language, short) }, true);
    } else if (act.act === 'discard-form') {
      this.#form.forget();
      this.#trail = [];
      this.#change({ screen: this.#screen('home') });
    }
  }

  /** Whatever a form does to itself is drawn in the place of what was there. */
  #inForm(act: Act): boolean {
    const { language, screen } = this.#view;
    if (!this.#form.act(act, language)) return false;
    if (!this.#form.on) return true;
    const drawn = this.#form.draw(language);
    if (screen.name.startsWith('form-') && screen.name !== 'form-introduction') {
      this.#change({ screen: drawn });
    } else this.#go(drawn);
    return true;
  }

  #open(act: Act): void {
    const { lifeEvents, subjects, questions } = textsIn(this.#view.language);
    if (act.act === 'open-languages') this.#go({ name: 'languages' });
    else if (act.act === 'open-ask') this.#go(this.#screen('ask'));
    else if (act.act === 'open-status') this.#go(this.#screen('status'));
    else if (act.act === 'look-up-status') this.#go(this.#screen('status-found'));
    else if (act.act === 'open-topic') {
      const topic = [...lifeEvents, ...subjects].find((one) => one.id === act.topic);
      const forms = formTextsIn(this.#view.language).forms[0]?.[1] ?? [];
      const event = lifeEvents.some(({ id }) => id === act.topic);
      if (topic) this.#go({ name: 'topic', topic, questions, forms: event ? forms : [] });
    } else if (act.act === 'open-notice') {
      const notice = this.#view.notices.find((one) => one.id === act.id);
      if (notice) this.#go({ name: 'notice', notice });
    }
  }

  #prefer(act: Act): void {
    const { preferences } = this.#view;
    if (act.act === 'set-text') this.#change({ preferences: { ...preferences, text: act.text } });
    if (act.act === 'set-theme') {
      this.#change({ preferences: { ...preferences, theme: act.theme } });
    }
    if (act.act === 'set-reach') {
      this.#change({ preferences: { ...preferences, reach: act.reach } });
    }
  }

  #call(act: Act): void {
    if (act.act === 'cancel-call') {
      this.#change({ call: null });
      this.#back();
      return;
    }
    if (this.#view.call === null) this.#called += 1;
    const ticket = this.#view.call ?? `A-${String(this.#called).padStart(3, '0')}`;
    const { offices } = textsIn(this.#view.language);
    this.#change({ call: ticket });
    if (this.#view.screen.name !== 'person') this.#go({ name: 'person', ticket, offices });
  }

  #do(act: Act): void {
    const { questions } = textsIn(this.#view.language);
    switch (act.act) {
      case 'begin':
        if (this.#view.screen.name === 'attract') this.#change({ screen: { name: 'languages' } });
        return;
      case 'choose-language':
        return this.#speak(act.language);
      case 'home':
        this.#trail = [];
        this.#form.forget();
        return this.#change({ screen: this.#screen('home') });
      case 'back':
        return this.#back();
      case 'ask':
        return this.#ask(act.question);
      case 'ask-link':
        return this.#ask(questions.find((one) => one.id === act.id)?.label ?? act.id);
      case 'call-person':
      case 'cancel-call':
        return this.#call(act);
      case 'leave':
        return this.#end();
      case 'still-here':
        return;
      default:
        if (!this.#desk.on && this.#inForm(act)) return;
        this.#openForm(act);
        this.#open(act);
        this.#prefer(act);
        this.#officer(act);
    }
  }
}

/** A kiosk that has just been switched on. */
export function memoryBackend(first: View = fixtureView('attract', 'zh-TW')): MemoryBackend {
  return new Memory(first);
}
