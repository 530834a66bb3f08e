import './shared/tokens.css';
import './shared/base.css';

import { mount } from 'svelte';

import App from './kiosk/App.svelte';
import { Rest } from './kiosk/rest.svelte';
import type { Backend } from './shared/backend';
import { inWindow, tauriBackend } from './shared/backend-tauri';
import { watchFailures } from './shared/crash';
import { guardPage } from './shared/guard';
import { fetchIcons } from './shared/icons';
import { applyLanguageRules } from './shared/language-styles';
import { Visit } from './shared/visit.svelte';

const WHEN_FIRST_SCREEN_STANDS_MS = 500;

/** In the kiosk's window the real middle; while working on the screens, the one in memory. */
async function backend(): Promise<Backend> {
  if (!inWindow() && import.meta.env.MODE !== 'production') {
    const { startMemory } = await import('./shared/start-memory');
    return startMemory();
  }
  return tauriBackend;
}

async function start(target: HTMLElement): Promise<void> {
  const rest = new Rest();
  const middle = rest.before(await backend());
  const visit = new Visit(middle, await middle.view());
  const props = {
    visit,
    get behind() {
      return rest.behind;
    },
  };
  mount(App, { target, props });
  rest.fetchAfterFrame(window);
  await Promise.all([middle.onView(visit.receive), middle.onVoice(visit.voice.feel)]);
  // What changed before the listening began.
  visit.receive(await middle.view());
  setTimeout(fetchIcons, WHEN_FIRST_SCREEN_STANDS_MS);
}

watchFailures(window);
guardPage(document);
applyLanguageRules(document);
const target = document.getElementById('kiosk');
if (target) void start(target);
