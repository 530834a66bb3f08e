/** What the screens remember while a form is filled in; all of it dies with the visit. */
import type { Screen } from '../bindings/Screen';
import { entryKey, type Entry } from './entry';
import { Furthest } from './progress';

export class Filling {
  /** What is being entered. */
  #entry: Entry | null = $state(null);
  /** How far the bars went. */
  readonly furthest = new Furthest();

  /** What is entered under this key, begun anew where it is another than before. */
  entry(key: string, begin: () => Entry): Entry {
    if (this.#entry?.key !== key) this.#entry = begin();
    return this.#entry as Entry;
  }

  /** Another question has come, or none: what was entered for the last one is over. */
  follow(screen: Screen): void {
    const aside = !screen.name.startsWith('form');
    if (!aside && entryKey(screen) !== this.#entry?.key) this.#entry = null;
  }
}
