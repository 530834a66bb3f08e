/**
 * The kiosk's middle in memory: a small, faithful double of the contract over fixture views. For
 * working on the screens in a browser and for measuring them; never part of the built kiosk.
 */
import type { Backend } from './backend';
import type { Act } from './bindings/Act';
import type { Composed } from './bindings/Composed';
import type { Outcome } from './bindings/Outcome';
import type { Screen } from './bindings/Screen';
import type { View } from './bindings/View';
import { fixtureView, quote, textsIn, unknown, type ScreenName } from './fixtures/views';

/** How long the farewell stands, ms. */
const FAREWELL_MS = 6000;
const PIN = '1234';

type Listener = (view: View) => void;

export interface MemoryBackend extends Backend {
  /** Puts a view on the screen, as if it came by itself. */
  show(view: View): void;
}

class Memory implements MemoryBackend {
  #view: View;
  #trail: Screen[] = [];
  #listeners = new Set<Listener>();
  #called = 0;

  constructor(first: View) {
    this.#view = first;
  }

  view = (): Promise<View> => Promise.resolve(this.#view);

  act = (act: Act): Promise<View> => {
    this.#change({ problem: null, leavingIn: null });
    this.#do(act);
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

  show = (view: View): void => {
    this.#change(view);
    for (const show of this.#listeners) show(this.#view);
  };

  #change(change: Partial<View>): void {
    const back = this.#trail.length > 0;
    this.#view = {
      ...this.#view,
      canGoBack: back,
      ...change,
      sequence: this.#view.sequence + 1,
    };
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
    this.#change({ screen: before ?? this.#screen('home') });
  }

  #answer(asked: string, outcome: Outcome): void {
    const related = textsIn(this.#view.language).questions.slice(0, 3);
    this.#go({
      name: 'reply',
      asked,
      parts: [{ asked, outcome }],
      emergencies: [],
      related,
      forms: [],
      inForm: false,
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
    else if (act.act === 'officer-close') this.#back();
    else if (act.act === 'officer-pin' && act.pin === PIN) {
      this.#change({ screen: this.#screen('officer-open') });
    } else if (act.act === 'officer-pin') this.#change({ problem: { code: 'pin-wrong' } });
  }

  #back(): void {
    const screen = this.#trail.pop();
    if (screen) this.#change({ screen });
  }

  #open(act: Act): void {
    const { lifeEvents, subjects, questions } = textsIn(this.#view.language);
    if (act.act === 'open-languages') this.#go({ name: 'languages' });
    else if (act.act === 'open-ask') this.#go(this.#screen('ask'));
    else if (act.act === 'open-topic') {
      const topic = [...lifeEvents, ...subjects].find((one) => one.id === act.topic);
      if (topic) this.#go({ name: 'topic', topic, questions, forms: [] });
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
