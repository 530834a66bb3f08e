/**
 * Keys that press a button. The button shows its key; of several that want the same one, the last
 * to appear has it, so that a question that lies over a page takes the page's keys.
 */
import { untrack } from 'svelte';

/** What matters of a key press. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** Whether a press is this key and nothing with it. */
export function isStroke(event: Stroke, key: string): boolean {
  return event.key === key && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
}

/** How a key is written on a button, as it is on the keyboard. */
export const faceOf = (key: string): string => (key === 'Escape' ? 'Esc' : key);

interface Held {
  key: string;
  button: HTMLElement;
}

class Shortcuts {
  #held: readonly Held[] = $state.raw([]);

  /** Takes a key for a button while it is there. For use as an attachment. */
  take(key: string | undefined): (button: HTMLElement) => (() => void) | undefined {
    return (button) => {
      if (key === undefined) return;
      const mine = { key, button };
      const before = untrack(() => this.#held);
      if (before.length === 0) window.addEventListener('keydown', this.#press);
      this.#held = [...before, mine];
      return () => {
        this.#held = untrack(() => this.#held).filter((one) => one !== mine);
        if (this.#held.length === 0) window.removeEventListener('keydown', this.#press);
      };
    };
  }

  /** Whether the button is the one that its key presses. */
  has(key: string, button: HTMLElement | undefined): boolean {
    return this.#held.findLast((one) => one.key === key)?.button === button;
  }

  #press = (event: KeyboardEvent): void => {
    const pressed = this.#held.findLast(({ key }) => isStroke(event, key));
    if (!pressed || event.repeat || pressed.button.closest('[inert]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed.button.click();
  };
}

export const shortcuts = new Shortcuts();
