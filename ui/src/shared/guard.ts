/**
 * Keeps the page a kiosk: no menus, no selecting or dragging, no zoom, no way to another page.
 * The system's own shortcuts are the window's business, not the page's.
 */

const TYPING = 'textarea, input';
/** Keys that a browser engine acts on by itself. */
const BARRED_KEYS = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'ContextMenu']);
const MIDDLE_BUTTON = 1;
/** With Control, only these do their usual work, and only while typing. */
const EDITING_KEYS = new Set([
  'a',
  'c',
  'v',
  'x',
  'z',
  'y',
  'backspace',
  'arrowleft',
  'arrowright',
]);

const isTyping = (target: EventTarget | null): boolean =>
  typeof Element !== 'undefined' && target instanceof Element && target.closest(TYPING) !== null;

/** Whether a key press would lead out of the page or change how it is shown. */
export function isBarredKey(event: KeyboardEvent): boolean {
  const typing = isTyping(event.target);
  const key = event.key.toLowerCase();
  if (BARRED_KEYS.has(event.key)) return true;
  if (event.ctrlKey || event.metaKey) return !(typing && EDITING_KEYS.has(key));
  if (event.altKey) return key.startsWith('arrow') || key === 'home';
  return key === 'backspace' && !typing;
}

/** Sets the guard on a page. */
export function guardPage(page: Document): void {
  const bar = (event: Event): void => event.preventDefault();
  const active = { capture: true, passive: false };
  for (const name of ['contextmenu', 'dragstart', 'drop', 'dragover', 'gesturestart', 'submit']) {
    page.addEventListener(name, bar, active);
  }
  page.addEventListener(
    'selectstart',
    (event) => {
      const element = event.target instanceof Element ? event.target : null;
      if (!isTyping(element)) event.preventDefault();
    },
    active,
  );
  page.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), active);
  page.addEventListener(
    'touchmove',
    (event) => event.touches.length > 1 && event.preventDefault(),
    active,
  );
  page.addEventListener('auxclick', bar, active);
  page.addEventListener(
    'mousedown',
    (event) => event.button === MIDDLE_BUTTON && event.preventDefault(),
    active,
  );
  page.addEventListener('keydown', (event) => isBarredKey(event) && event.preventDefault(), active);
  page.addEventListener(
    'click',
    (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('a[href], area[href]')) event.preventDefault();
    },
    active,
  );
}
