/**
 * A key acts when it is touched, not when it is let go: two thumbs overlap, and a tap that slides
 * is a tap. A click that follows no touch comes from a real keyboard or an assistive device and
 * acts too. Held, a key may repeat.
 */
import type { Attachment } from 'svelte/attachments';

/** How long a key is held before it repeats, and how fast, ms. */
const BEFORE_REPEAT_MS = 500;
const REPEAT_MS = 90;

export function pressing(act: () => void, repeats = false): Attachment<HTMLElement> {
  return (key) => {
    let touched = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const again = (): void => {
      act();
      timer = setTimeout(again, REPEAT_MS);
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      touched = true;
      act();
      if (repeats) timer = setTimeout(again, BEFORE_REPEAT_MS);
    };
    const up = (): void => clearTimeout(timer);
    const click = (): void => {
      if (!touched) act();
      touched = false;
    };
    // A press that ends elsewhere is followed by no click.
    const leave = (): void => {
      up();
      touched = false;
    };

    key.addEventListener('pointerdown', down);
    key.addEventListener('pointerup', up);
    key.addEventListener('pointercancel', leave);
    key.addEventListener('pointerleave', up);
    key.addEventListener('click', click);
    return () => {
      up();
      key.removeEventListener('pointerdown', down);
      key.removeEventListener('pointerup', up);
      key.removeEventListener('pointercancel', leave);
      key.removeEventListener('pointerleave', up);
      key.removeEventListener('click', click);
    };
  };
}
