/** Tells the kiosk that somebody is here: often enough to keep the visit, seldom enough to be quiet. */

/** At most one message in this time, ms. */
export const QUIET_MS = 5000;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll'] as const;

/** Calls `tell` at most once in the quiet time, at once for the first sign of somebody. */
export function throttled(tell: () => void, now: () => number, quietMs = QUIET_MS): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - last < quietMs) return;
    last = now();
    tell();
  };
}

/** Watches a page for signs of somebody; gives back how to stop. */
export function watchActivity(page: Document, tell: () => void): () => void {
  const sign = throttled(tell, () => performance.now());
  for (const name of SIGNS) page.addEventListener(name, sign, { capture: true, passive: true });
  return () => {
    for (const name of SIGNS) page.removeEventListener(name, sign, { capture: true });
  };
}
