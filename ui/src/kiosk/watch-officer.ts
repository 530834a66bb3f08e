/** Watches the page for the officer's gesture and chord. */
import { OfficerGesture, isOfficerChord } from './officer-gesture';

/** Calls `made` when the gesture is made; gives back how to stop. */
export function watchOfficer(window: Window, made: () => void): () => void {
  const gesture = new OfficerGesture();
  const now = (): number => window.performance.now();
  // A touch that belonged to the gesture must not also press what lies under it.
  let swallowClick = false;

  const onpointerdown = (event: PointerEvent): void => {
    const { clientX: x, clientY: y, target } = event;
    const place = { x, y, width: window.innerWidth, height: window.innerHeight };
    const meaning = gesture.touch(place, now());
    swallowClick = meaning !== 'nothing';
    if (swallowClick) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (meaning === 'made') made();
    if (meaning === 'nothing' && target instanceof Element && target.closest('[data-seal]')) {
      gesture.holdSeal(now());
    }
  };
  const onrelease = (): void => gesture.letGo(now());
  const onclick = (event: MouseEvent): void => {
    if (!swallowClick) return;
    swallowClick = false;
    event.preventDefault();
    event.stopPropagation();
  };
  const onkeydown = (event: KeyboardEvent): void => {
    if (!isOfficerChord(event)) return;
    event.preventDefault();
    event.stopPropagation();
    made();
  };

  const capture = { capture: true };
  window.addEventListener('pointerdown', onpointerdown, capture);
  window.addEventListener('pointerup', onrelease, capture);
  window.addEventListener('pointercancel', onrelease, capture);
  window.addEventListener('click', onclick, capture);
  window.addEventListener('keydown', onkeydown, capture);
  return () => {
    window.removeEventListener('pointerdown', onpointerdown, capture);
    window.removeEventListener('pointerup', onrelease, capture);
    window.removeEventListener('pointercancel', onrelease, capture);
    window.removeEventListener('click', onclick, capture);
    window.removeEventListener('keydown', onkeydown, capture);
  };
}
