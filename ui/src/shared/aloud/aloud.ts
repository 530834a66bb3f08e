/**
 * Says the screen, what was touched, what was typed. Composes what is said of the page; whether
 * anything may be said is decided by the visit, and by the kiosk's middle once more.
 */
import type { View } from '../bindings/View';
import type { Visit } from '../visit.svelte';
import { describe } from './control';
import { markSaid, unmarkSaid } from './mark';
import { wordsIn } from '../words';
import { quotation, readChoices, readFirst, readScreen, type Around } from './screen';
import type { Said } from './spoken';

/** Whether the screen expects an answer. */
export function expectsAnswer({ screen, voice }: View): boolean {
  if (!voice.hears || !voice.welcome || voice.touchFirst) return false;
  switch (screen.name) {
    case 'languages':
    case 'home':
    case 'ask':
    case 'form-introduction':
    case 'form-question':
    case 'form-eligibility':
    case 'form-review':
    case 'form-interrupted':
    case 'farewell':
      return true;
    case 'reply':
      return screen.parts.some(({ outcome }) => outcome.kind === 'clarify');
    default:
      return false;
  }
}

export class Aloud {
  readonly #visit: Visit;
  readonly #page: Document;
  #speeches = 0;
  #said: readonly Said[] = [];

  constructor(visit: Visit, page: Document) {
    this.#visit = visit;
    this.#page = page;
  }

  /** Whether this screen may be said at all: there is a visitor, and no officer in front. */
  get allowed(): boolean {
    const { view, spokenTo } = this.#visit;
    return spokenTo && view.voice.speaks && view.screen.name !== 'officer';
  }

  /** Whether the visitor wants to be read to. */
  get wanted(): boolean {
    return this.allowed && this.#visit.view.preferences.voice.aloud;
  }

  /** Says what is on the screen. */
  screen(): void {
    const root = this.#root();
    if (root) this.#speak(readScreen(root, this.#around()), this.#answers());
  }

  /** Says what went wrong, and the question again. */
  first(): void {
    const root = this.#root();
    if (!root) return;
    const first = readFirst(root, this.#around());
    if (first.length === 0) return;
    const missed = this.#visit.view.voice.ear.state === 'missed';
    const title = root.querySelector('h1');
    const question = missed || !title ? [] : readScreen(title, this.#around());
    this.#speak([...first, ...question], this.#answers());
  }

  /** Says what can be said and touched here, after a hint. */
  help(hint: string): void {
    const root = this.#root();
    if (!root) return;
    const around = this.#around();
    const hints = around.hears ? [this.#words(hint)] : [];
    this.#speak([...hints, ...readChoices(root, around)], around.hears);
  }

  /** How far the papers are that were asked for here, each as the screen tells it. */
  papers(): string[] {
    const told = this.#root()?.querySelectorAll('[data-slip], [data-paper]') ?? [];
    return [...told].map((paper) => (paper.textContent ?? '').trim().replace(/\s+/gu, ' '));
  }

  /** Says what is new of them. */
  paper(news: readonly string[]): void {
    this.#speak(news.map((words) => this.#words(words)));
  }

  /** Asks which of two was said, or whether it was this; in a language that is offered, whether it is theirs. */
  which(): void {
    const { view, say } = this.#visit;
    const { ear } = view.voice;
    if (ear.state === 'language') {
      const { language } = ear;
      const [id, text] = ['voice-which-language', wordsIn(language)('voice-which-language')];
      this.#speak([{ text, language, clip: id, spans: [] }], true);
    }
    if (ear.state !== 'which') return;
    const several = ear.options.length > 1;
    const id = several ? 'voice-which' : 'voice-which-one';
    const options = ear.options.map((words) => this.#words(words));
    this.#speak([this.#words(say(id), id), ...options], true);
  }

  /** Says a whole quotation. */
  whole(element: Element): void {
    this.#speak(quotation(element, true, this.#visit.say('voice-hidden')));
  }

  /** Says what a control is and how it stands. */
  control(control: Element): void {
    this.#speak(describe(control, this.#visit.say, this.#visit.view.language));
  }

  /** Says a few words: a sample, a key that was pressed. */
  words(words: string, clip: string | null = null): void {
    this.#speak([this.#words(words, clip)]);
  }

  /** Marks what is being said, or nothing. */
  mark(): void {
    const { saying } = this.#visit.voice;
    const said = saying && saying.speech === this.#speeches ? this.#said[saying.piece] : undefined;
    if (said && saying) markSaid(said, saying.start);
    else unmarkSaid();
  }

  #speak(said: readonly Said[], thenListen = false): void {
    if (!this.allowed || said.length === 0) return;
    this.#said = said;
    this.#speeches += 1;
    const pieces = said.map(({ text, language, clip }) => ({ text, language, clip }));
    this.#visit.voice.speak({ id: this.#speeches, pieces, thenListen });
  }

  #words(text: string, clip: string | null = null): Said {
    return { text, language: this.#visit.view.language, clip, spans: [] };
  }

  #root(): Element | null {
    return this.#page.querySelector('[role="alertdialog"]') ?? this.#page.querySelector('main');
  }

  #around(): Around {
    const { view, say, hears } = this.#visit;
    return { say, language: view.language, hears: hears && view.leavingIn === null };
  }

  #answers(): boolean {
    const { view, hears } = this.#visit;
    return hears && view.leavingIn === null && expectsAnswer(view);
  }
}
