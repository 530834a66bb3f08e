/**
 * The officer's gesture: hold the seal for three seconds, then touch the four corners of the
 * screen clockwise from the top left. On a keyboard: Control, Alt and Shift with O.
 *
 * Knows only times and places, so that it can be tried without a screen.
 */

/** How long the seal is held, ms. */
export const HOLD_MS = 3000;
/** How long there is for the four corners, ms. */
export const CORNERS_MS = 8000;
/** A corner is this share of the short side of the screen. */
export const CORNER_SHARE = 0.22;

type Corner = 'top-left' | 'top-right' | 'bottom-right' | 'bottom-left';
const ORDER: readonly Corner[] = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

/** What a touch meant: nothing, a step of the gesture, a wrong step, or the last one. */
export type Meaning = 'nothing' | 'step' | 'wrong' | 'made';

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The corner that a touch is in. */
export function cornerAt({ x, y, width, height }: Place): Corner | undefined {
  const reach = CORNER_SHARE * Math.min(width, height);
  const side = x <= reach ? 'left' : x >= width - reach ? 'right' : undefined;
  const end = y <= reach ? 'top' : y >= height - reach ? 'bottom' : undefined;
  return side && end ? `${end}-${side}` : undefined;
}

export class OfficerGesture {
  #heldSince: number | undefined;
  #armedUntil = 0;
  #step = 0;

  /** The seal is touched. */
  holdSeal(now: number): void {
    this.#heldSince = now;
  }

  /** The seal is let go; held long enough, the corners count. */
  letGo(now: number): void {
    const held = this.#heldSince !== undefined && now - this.#heldSince >= HOLD_MS;
    this.#heldSince = undefined;
    if (!held) return;
    this.#armedUntil = now + CORNERS_MS;
    this.#step = 0;
  }

  /** Whether the next touch belongs to the gesture and to nothing under it. */
  armed(now: number): boolean {
    return now < this.#armedUntil;
  }

  /** The screen is touched. */
  touch(place: Place, now: number): Meaning {
    if (!this.armed(now)) return 'nothing';
    if (cornerAt(place) !== ORDER[this.#step]) {
      this.#armedUntil = 0;
      return 'wrong';
    }
    this.#step += 1;
    if (this.#step < ORDER.length) return 'step';
    this.#armedUntil = 0;
    return 'made';
  }
}

/** Whether a key press is the officer's chord. */
export function isOfficerChord(event: KeyboardEvent): boolean {
  return event.ctrlKey && event.altKey && event.shiftKey && event.code === 'KeyO';
}
