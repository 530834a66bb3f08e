/** How much of a page the place to speak takes, and what gives way to it. */
import { innerHeight, innerWidth } from 'svelte/reactivity/window';

import { sizes } from '../shared/sizing';
import type { Visit } from '../shared/visit.svelte';

/** So few lines on an upright screen leave little room for words. */
const SHORT_LINES = 30;
/** Where speaking is the first thing to do. */
const WIDE = new Set(['home', 'languages']);

/** What of a page matters here. */
interface Page {
  /** A keyboard stands on it. */
  typing: boolean;
  /** The controls stand beside what they are about. */
  wide: boolean;
}

export class SpeakingPlace {
  readonly #visit: Visit;
  readonly #page: () => Page;

  constructor(visit: Visit, page: () => Page) {
    this.#visit = visit;
    this.#page = page;
  }

  /** An upright screen with few lines. */
  readonly #short = $derived.by(() => {
    const [width, height] = [innerWidth.current ?? 0, innerHeight.current ?? 0];
    const { display, preferences } = this.#visit.view;
    const { bodyPx } = sizes({ width, height }, display, preferences.text);
    return height > width && height / bodyPx < SHORT_LINES;
  });
  readonly #ear = $derived.by(() => this.#visit.view.voice.ear);

  /** Where keys stand, or touch comes first, the microphone is no larger than a button. */
  readonly small: boolean = $derived.by(
    () =>
      this.#page().typing ||
      this.#visit.view.voice.touchFirst ||
      (this.#short && !WIDE.has(this.#visit.shown)),
  );
  /** It asks which of two was said. */
  readonly asked: boolean = $derived.by(
    () => this.#visit.hears && ['which', 'language'].includes(this.#ear.state),
  );
  /** Nothing else is shown meanwhile. */
  readonly alone: boolean = $derived.by(() => this.asked && this.#short);
  /** Nobody types while they speak: the microphone has the place of the keys. */
  readonly taken: boolean = $derived.by(() => {
    const ear = this.#ear;
    const speaking = ear.state === 'thinking' || (ear.state === 'listening' && ear.speech);
    return this.#visit.hears && this.#page().typing && (speaking || this.asked);
  });
  /** Beside the controls there is no room for sentences. */
  readonly missAbove: boolean = $derived.by(
    () => this.#page().typing || this.#short || this.#page().wide,
  );
}
