/**
 * The first screen comes by itself; what stands behind it is fetched a quarter of a second after that
 * one's first frame.
 * A view of any other screen waits for it, on the screen before: nothing is ever half drawn. What
 * cannot be fetched is a failure of the page like any other (`shared/crash.ts`).
 */
import type { Backend } from '../shared/backend';
import type { View } from '../shared/bindings/View';

/** All that stands behind the first screen. */
export type Behind = typeof import('./behind');

/** A slow machine has a frame on its display by then; until it has, what draws it shall have the machine for itself. */
const AFTER_THE_FIRST_FRAME_MS = 250;

/** What of a window draws and waits. */
interface Clockwork {
  requestAnimationFrame(draw: () => void): unknown;
  setTimeout(then: () => void, ms: number): unknown;
}

export class Rest {
  /** What stands behind the first screen, once it is here. */
  behind = $state.raw<Behind | null>(null);

  #coming: Promise<void> | undefined;
  readonly #load: () => Promise<Behind>;

  constructor(load: () => Promise<Behind> = () => import('./behind')) {
    this.#load = load;
  }

  /** Fetches it, once. */
  fetch = (): Promise<void> => (this.#coming ??= this.#bring());

  /** Fetches it soon after the next frame. */
  fetchAfterFrame(window: Clockwork): void {
    window.requestAnimationFrame(() =>
      window.setTimeout(() => void this.fetch(), AFTER_THE_FIRST_FRAME_MS),
    );
  }

  /** Gives a view when its screen can be drawn. */
  drawable = async (view: View): Promise<View> => {
    if (view.screen.name !== 'attract') await this.fetch();
    return view;
  };

  /** A middle whose views can always be drawn. */
  before(middle: Backend): Backend {
    return {
      ...middle,
      view: async () => this.drawable(await middle.view()),
      act: async (act) => this.drawable(await middle.act(act)),
      onView: (show) => middle.onView((view) => void this.drawable(view).then(show)),
    };
  }

  async #bring(): Promise<void> {
    this.behind = await this.#load();
  }
}
