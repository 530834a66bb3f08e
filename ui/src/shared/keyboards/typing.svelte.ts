/**
 * What happens when a key is pressed. What is being composed stands in the text already and is
 * replaced as it grows, so that nothing is lost when somebody sends the text half-way. Knows
 * nothing of how keys look; one key is done before the next one begins.
 */
import type { Candidate } from '../bindings/Candidate';
import type { Composed } from '../bindings/Composed';
import { after, choicesOf, FIRST_TONE, MOST_SYMBOLS, split, takes, withoutLast } from './bopomofo';
import { deleteBackwards, insert, lengthOf, LONGEST, replace, type Field } from './edit';
import { addJamo, syllable } from './hangul';
import type { Layout, TypingKey } from './layouts';

/** Where the text is, and what else is needed from outside. */
export interface Host {
  read(): Field;
  write(field: Field): void;
  compose(symbols: string): Promise<Composed>;
  submit(): void;
  /** Unicode characters that are taken at most; `LONGEST` where not told. */
  readonly longest?: number;
}

export type Shift = 'off' | 'once' | 'locked';

/** Text that stands in the field and may still change. */
interface Growing {
  start: number;
  text: string;
}

export class Typing {
  layout: Layout = $state.raw() as Layout;
  shift: Shift = $state('off');
  /** Bopomofo that has not become characters for good. */
  symbols = $state('');
  /** What the symbols may become, likeliest first. */
  choices: readonly Candidate[] = $state.raw([]);
  /** Number of the choice that the physical keyboard points at. */
  picking: number | null = $state(null);
  /** Whether all choices are shown in place of the keys. */
  showsAll = $state(false);
  /** What was cleared and can be brought back. */
  cleared = $state('');

  readonly #host: Host;
  #growing: Growing | null = null;
  #jamo: readonly string[] = [];
  #sentence = '';
  #queue: Promise<void> = Promise.resolve();

  constructor(host: Host, layout: Layout) {
    this.#host = host;
    this.layout = layout;
  }

  /** Whether backspace takes back a jamo or a symbol, not a character. */
  get composing(): boolean {
    return this.symbols !== '' || this.#jamo.length > 0;
  }

  /** Settles when every key that was pressed is done. */
  get done(): Promise<void> {
    return this.#queue;
  }

  /** Whether the last syllable has no tone yet. */
  get syllableOpen(): boolean {
    return split(this.symbols).open !== '';
  }

  get #longest(): number {
    return this.#host.longest ?? LONGEST;
  }

  /** What a key types now. */
  face(key: TypingKey): string {
    return this.shift === 'off' ? key.text : (key.shifted ?? key.text);
  }

  press(key: TypingKey, text = this.face(key)): Promise<void> {
    return this.#then(async () => {
      if (this.shift === 'once') this.shift = 'off';
      if (key.kind === 'symbol') await this.#addSymbol(text);
      else if (key.kind === 'jamo') this.#addJamo(text);
      else this.#insert(text);
    });
  }

  /** Off, for one key, and for Latin also until it is pressed again. */
  pressShift(): void {
    const lockable = this.layout.id === 'latin';
    if (this.shift === 'off') this.shift = 'once';
    else this.shift = this.shift === 'once' && lockable ? 'locked' : 'off';
  }

  /** In Bopomofo the first tone, then the first choice; otherwise a space. */
  space(): Promise<void> {
    return this.#then(async () => {
      const first = this.choices[0];
      if (this.syllableOpen) await this.#addSymbol(FIRST_TONE);
      else if (first) await this.#choose(first);
      else this.#insert(' ');
    });
  }

  delete(): Promise<void> {
    return this.#then(async () => {
      const shorter = withoutLast(this.symbols);
      if (shorter !== '') await this.#composeAnew(shorter);
      else if (this.symbols !== '') this.#cancel();
      else if (this.#jamo.length > 0) this.#growJamo('', this.#jamo.slice(0, -1));
      else this.#host.write(deleteBackwards(this.#host.read()));
    });
  }

  choose(choice: Candidate): Promise<void> {
    return this.#then(() => this.#choose(choice));
  }

  /** Takes what is composed as it is; with nothing composed, the text is sent. */
  enter(): Promise<void> {
    return this.#then(() => {
      if (this.symbols === '') this.#host.submit();
      else this.settle();
    });
  }

  /** Drops the symbols and what they stood for. */
  cancel(): Promise<void> {
    return this.#then(() => {
      this.#cancel();
    });
  }

  switchTo(layout: Layout): Promise<void> {
    return this.#then(() => {
      this.settle();
      this.shift = 'off';
      this.layout = layout;
    });
  }

  clear(): Promise<void> {
    return this.#then(() => {
      this.#forget();
      const { text } = this.#host.read();
      this.#host.write({ text: '', start: 0, end: 0 });
      this.cleared = text;
    });
  }

  /** Brings back what was cleared. */
  restore(): void {
    const text = this.cleared;
    this.cleared = '';
    this.#host.write({ text, start: text.length, end: text.length });
  }

  /** What is composed stays as the likeliest reading of it. */
  settle(): void {
    if (this.symbols !== '' && this.#stillGrowing()) this.#grow(this.#sentence, '');
    this.#forget();
  }

  /** To be called when the text was changed by others: what they took away grows no more. */
  check(): void {
    const growing = this.#growing;
    if (!growing) return;
    const { text } = this.#host.read();
    if (text.slice(growing.start, growing.start + growing.text.length) !== growing.text) {
      this.#forget();
    }
  }

  /** One after the other: the next key must find what the last one has left. */
  #then(act: () => Promise<void> | void): Promise<void> {
    // What went wrong with one key must not stop the next.
    const before = this.#queue.catch(() => undefined);
    this.#queue = before.then(() => {
      if (!this.#stillGrowing()) this.#forget();
      this.cleared = '';
      return act();
    });
    return this.#queue;
  }

  /** Whether the caret is still behind what may grow. */
  #stillGrowing(): boolean {
    if (!this.#growing) return false;
    const { start, text } = this.#growing;
    const field = this.#host.read();
    const end = start + text.length;
    return field.start === end && field.end === end && field.text.slice(start, end) === text;
  }

  #forget(): void {
    this.#growing = null;
    this.#jamo = [];
    this.#sentence = '';
    this.symbols = '';
    this.#showChoices([]);
  }

  #showChoices(choices: readonly Candidate[]): void {
    this.choices = choices;
    this.picking = null;
    this.showsAll = false;
  }

  /** Puts `done` and then `text`, which may still grow, in the place of what was growing. */
  #grow(done: string, text: string): boolean {
    const field = this.#host.read();
    const start = this.#growing?.start ?? field.start;
    const changed = replace(field, start, field.end, done + text);
    const length = lengthOf(changed.text);
    if (length > this.#longest && length > lengthOf(field.text)) return false;
    this.#growing = text === '' ? null : { start: start + done.length, text };
    this.#host.write(changed);
    return true;
  }

  #insert(text: string): void {
    this.settle();
    const changed = insert(this.#host.read(), text);
    if (lengthOf(changed.text) <= this.#longest) this.#host.write(changed);
  }

  #addJamo(next: string): void {
    const { done, jamo } = addJamo(this.#jamo, next);
    this.#growJamo(done, jamo);
  }

  #growJamo(done: string, jamo: readonly string[]): void {
    if (this.#grow(done, syllable(jamo))) this.#jamo = jamo;
  }

  async #addSymbol(symbol: string): Promise<void> {
    if (!takes(this.symbols, symbol)) return;
    if (lengthOf(this.symbols) >= MOST_SYMBOLS) this.settle();
    await this.#composeAnew(this.symbols + symbol);
  }

  async #choose({ text, symbols }: Candidate): Promise<void> {
    const rest = after(this.symbols, symbols);
    if (rest !== '') {
      await this.#composeAnew(rest, text);
      return;
    }
    this.#grow(text, '');
    this.#forget();
  }

  #cancel(): void {
    if (this.symbols !== '') this.#grow('', '');
    this.#forget();
  }

  /** Composes `symbols` in place of those before; `done` has become characters for good. */
  async #composeAnew(symbols: string, done = ''): Promise<void> {
    const composed = await this.#compose(symbols);
    const shown = await this.#preview(symbols, composed);
    // The caret may have been put elsewhere in the meantime.
    if (this.symbols !== '' && !this.#stillGrowing()) {
      this.#forget();
      return;
    }
    if (!this.#grow(done, shown)) return;
    this.symbols = symbols;
    this.#sentence = composed.sentence;
    this.#showChoices(choicesOf(composed, symbols));
  }

  /** Without an answer the symbols stay what they are. */
  async #compose(symbols: string): Promise<Composed> {
    try {
      return await this.#host.compose(symbols);
    } catch {
      return { sentence: symbols, candidates: [] };
    }
  }

  /** Characters for the syllables that are done; the one being typed stays as it is typed. */
  async #preview(symbols: string, composed: Composed): Promise<string> {
    const { closed, open } = split(symbols);
    if (open === '') return composed.sentence;
    if (closed === '') return open;
    // The space says that no more symbols come for the last syllable.
    const { sentence } = await this.#compose(`${closed} `);
    return sentence.trimEnd() + open;
  }
}
