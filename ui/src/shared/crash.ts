/**
 * When the page itself fails: it is loaded anew, once, and shows what the kiosk's middle holds.
 * If it fails again at once, a plain sentence stands there instead of a loop. Nothing technical is
 * ever shown, and nothing of the visitor is kept: only the time of the last failure.
 */
import { languagesWithWords, wordsIn } from './words';

const KEY = 'kaunter-failed-at';
/** A second failure within this time is not worth another try, ms. */
export const TOO_SOON_MS = 20_000;

/** Whether to load the page anew after a failure now. */
export function worthAnotherTry(lastFailure: string | null, now: number): boolean {
  const last = Number(lastFailure ?? Number.NaN);
  return !(now - last < TOO_SOON_MS);
}

/** The sentence that stands on an empty page, in every language: nobody knows who reads it. */
function showLost(page: Document): void {
  const place = page.createElement('div');
  place.className = 'lost';
  place.setAttribute('role', 'alert');
  for (const language of languagesWithWords) {
    const sentence = page.createElement('p');
    sentence.lang = language;
    sentence.textContent = wordsIn(language)('problem-screen-lost');
    place.append(sentence);
  }
  page.body.replaceChildren(place);
}

/** Engines report it as an error, but it only means that sizes settle one frame later. */
const HARMLESS = 'ResizeObserver loop';

const isHarmless = (event: Event): boolean =>
  event instanceof ErrorEvent && event.message.startsWith(HARMLESS);

/** Sets the handler. */
export function watchFailures(window: Window): void {
  let failed = false;
  const fail = (event: Event): void => {
    event.preventDefault();
    if (failed || isHarmless(event)) return;
    failed = true;
    const again = worthAnotherTry(window.sessionStorage.getItem(KEY), Date.now());
    window.sessionStorage.setItem(KEY, String(Date.now()));
    if (again) window.location.reload();
    else showLost(window.document);
  };
  window.addEventListener('error', fail);
  window.addEventListener('unhandledrejection', fail);
}
