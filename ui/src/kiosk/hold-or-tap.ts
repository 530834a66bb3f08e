/** A button that is held while one speaks, or tapped before and after. */

/** Held so long, letting go ends it; shorter is a tap, and another tap ends it. */
const HELD_MS = 400;

interface Speaking {
  /** Whether somebody is listened to now. */
  listening(): boolean;
  /** Begins, or ends what was begun. */
  turn(): void;
  finish(): void;
}

export class HoldOrTap {
  readonly #speaking: Speaking;
  #pressed: { at: number; began: boolean } | null = null;

  constructor(speaking: Speaking) {
    this.#speaking = speaking;
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (event.currentTarget instanceof Element) {
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    const began = !this.#speaking.listening();
    this.#pressed = { at: performance.now(), began };
    if (began) this.#speaking.turn();
  }

  up(): void {
    if (!this.#pressed) return;
    const held = performance.now() - this.#pressed.at >= HELD_MS;
    if (!this.#pressed.began || held) this.#speaking.finish();
  }

  /** A click that follows no touch comes from a key. */
  click(): void {
    if (!this.#pressed) this.#speaking.turn();
    this.#pressed = null;
  }
}
