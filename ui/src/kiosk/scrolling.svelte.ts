/** Where one is in a text that is longer than its place. */

/** A movement of this share of the visible height keeps some lines in sight. */
const PAGE_SHARE = 0.8;
/** Less than this, in pixels, is rounding and no text. */
const SLACK = 4;

export class Scrolling {
  /** Whether something lies above. */
  above = $state(false);
  /** Whether something lies below. */
  below = $state(false);
  /** Whether it would be longer than its place even if no buttons took any of it. */
  long = $state(false);

  #place: HTMLElement | undefined;

  /** Watches an element; gives back how to stop. For use as an attachment. */
  watch = (place: HTMLElement): (() => void) => {
    this.#place = place;
    const look = (): void => this.#look();
    const sizes = new ResizeObserver(look);
    sizes.observe(place);
    for (const child of place.children) sizes.observe(child);
    place.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      place.removeEventListener('scroll', look);
    };
  };

  /** Moves by about one screenful, up (-1) or down (1). */
  turn = (direction: -1 | 1): void => {
    const place = this.#place;
    place?.scrollBy({ top: direction * place.clientHeight * PAGE_SHARE, behavior: 'smooth' });
  };

  #look(): void {
    const place = this.#place;
    if (!place) return;
    const whole = place.parentElement?.clientHeight ?? place.clientHeight;
    this.long = place.scrollHeight - whole > SLACK;
    this.above = place.scrollTop > SLACK;
    this.below = place.scrollHeight - place.clientHeight - place.scrollTop > SLACK;
  }
}
