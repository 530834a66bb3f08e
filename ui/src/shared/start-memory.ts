/**
 * Starts the backend in memory at the screen that the address names, and lets a measuring script
 * put any view on the screen. Never part of the built kiosk.
 *
 * `?screen=answer&language=ko&text=large&theme=night&reach=left`
 */
import { memoryBackend, type MemoryBackend } from './backend-memory';
import type { Preferences } from './bindings/Preferences';
import { fixtureView, LANGUAGES, SCREEN_NAMES, type ScreenName } from './fixtures/views';

/** What a measuring script finds on the window. */
export interface Measured {
  names: readonly string[];
  languages: readonly string[];
  /** What the screens have sent, by name, oldest first. */
  acts: string[];
  show(name: ScreenName, language: string, preferences: Partial<Preferences>): void;
}

declare global {
  interface Window {
    kaunter?: Measured;
  }
}

function attach(backend: MemoryBackend): void {
  let visit = 1;
  const acts: string[] = [];
  const { act } = backend;
  backend.act = (one) => {
    acts.push(one.act);
    return act(one);
  };
  window.kaunter = {
    acts,
    names: SCREEN_NAMES,
    languages: LANGUAGES,
    show(name, language, preferences) {
      visit += 1;
      const { innerWidth: width, innerHeight: height } = window;
      backend.show({
        ...fixtureView(name, language, { preferences, display: displayFor(width, height) }),
        visit,
      });
    },
  };
}

/** A display of about 100 dpi: 21.5 inches for 1080 x 1920, 15.6 for 768 x 1366. */
function displayFor(width: number, height: number): { widthMm: number; heightMm: number } {
  const PX_PER_MM = Math.min(width, height) >= 1000 ? 4.03 : 3.96;
  return { widthMm: width / PX_PER_MM, heightMm: height / PX_PER_MM };
}

export function startMemory(): MemoryBackend {
  const wish = new URLSearchParams(window.location.search);
  const name = SCREEN_NAMES.find((one) => one === wish.get('screen')) ?? 'attract';
  const language = wish.get('language') ?? 'zh-TW';
  const preferences = Object.fromEntries(
    ['text', 'theme', 'reach'].flatMap((key) => {
      const value = wish.get(key);
      return value === null ? [] : [[key, value]];
    }),
  ) as Partial<Preferences>;
  const display = displayFor(window.innerWidth, window.innerHeight);
  const backend = memoryBackend(fixtureView(name, language, { preferences, display }));
  attach(backend);
  return backend;
}
