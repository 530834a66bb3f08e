/** The order in which keys alone lead through a screen: as it is read, then the dock, then round. */
import { CONTROLS } from './spoken';

/** Everything that can be chosen now, in order. */
export function focusOrder(page: Document): HTMLElement[] {
  const dialog = page.querySelector('[role="alertdialog"]');
  return [...(dialog ?? page).querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) =>
      !control.closest('[inert], [hidden], [aria-hidden="true"]') &&
      !control.matches('[disabled], [data-key]') &&
      (control.checkVisibility?.({ visibilityProperty: true }) ?? true),
  );
}

/** The next thing, or the one before; from nowhere, the first or the last. */
export function neighbour(page: Document, step: 1 | -1): HTMLElement | undefined {
  const order = focusOrder(page);
  const at = order.findIndex((control) => control === page.activeElement);
  if (at < 0) return step === 1 ? order[0] : order.at(-1);
  return order[(at + step + order.length) % order.length];
}
