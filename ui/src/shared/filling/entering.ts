/**
 * Tells the kiosk's middle what is being entered, a moment after it has changed: screens that are
 * lost begin with it again.
 */
import type { Entered } from '../bindings/Entered';

/** So long nothing must change, ms. */
export const SETTLED_MS = 300;

export class Entering {
  #told = '';
  #waiting: ReturnType<typeof setTimeout> | undefined;
  readonly #tell: (entered: Entered) => void;

  /** `begun`: what stands there at first and need not be told. */
  constructor(begun: Entered, tell: (entered: Entered) => void) {
    this.#told = JSON.stringify(begun);
    this.#tell = tell;
  }

  /** It may have changed. */
  note(entered: Entered): void {
    this.stop();
    const now = JSON.stringify(entered);
    if (now === this.#told) return;
    this.#waiting = setTimeout(() => {
      this.#told = now;
      this.#tell(entered);
    }, SETTLED_MS);
  }

  /** The question is over. */
  stop(): void {
    clearTimeout(this.#waiting);
  }
}
