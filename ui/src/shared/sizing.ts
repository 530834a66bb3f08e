/**
 * Sizes in millimetres of the real display. Body text and touch targets are set from here; all
 * else follows them through tokens.css.
 */
import type { Display } from './bindings/Display';
import type { TextSize } from './bindings/TextSize';

/** The page's size in CSS pixels. */
export interface Viewport {
  width: number;
  height: number;
}

export interface Sizes {
  /** CSS pixels that one millimetre of the display takes. */
  pxPerMm: number;
  /** Font size of body text, CSS pixels. */
  bodyPx: number;
}

/** How tall a Han or Hangul character stands in its em, in the Noto Sans CJK fonts. */
export const CHARACTER_HEIGHT_EM = 0.9;
/** What a character of the largest body text must stand, mm. */
export const LARGEST_CHARACTER_MM = 12;

/** Body text of the 1080 pixels wide drawing. */
const DRAWN_BODY = 36;
const DRAWN_SHORT_SIDE = 1080;
/** Body text is never set smaller than this, mm of its em. */
const LEAST_BODY_MM = 6.5;
/** On a display so large that 12 mm are no enlargement, the largest step still is one. */
const LEAST_ENLARGEMENT = 1.35;
/** What CSS takes for a millimetre; used when the display's size makes no sense. */
const CSS_PX_PER_MM = 96 / 25.4;
const SENSIBLE_PX_PER_MM = { least: 1, most: 30 };

/** Pixels in a millimetre; a display configured lying that stands, or the other way, is turned. */
export function pxPerMm(viewport: Viewport, display: Display): number {
  const standing = viewport.height >= viewport.width;
  const short = Math.min(display.widthMm, display.heightMm);
  const long = Math.max(display.widthMm, display.heightMm);
  const ratio = viewport.width / (standing ? short : long);
  const sensible = ratio >= SENSIBLE_PX_PER_MM.least && ratio <= SENSIBLE_PX_PER_MM.most;
  return sensible ? ratio : CSS_PX_PER_MM;
}

/** Sizes for a viewport on a display. */
export function sizes(viewport: Viewport, display: Display, text: TextSize): Sizes {
  const ratio = pxPerMm(viewport, display);
  const unit = Math.min(viewport.width, viewport.height) / DRAWN_SHORT_SIDE;
  const standard = Math.max(DRAWN_BODY * unit, LEAST_BODY_MM * ratio);
  const largest = Math.max(
    (LARGEST_CHARACTER_MM / CHARACTER_HEIGHT_EM) * ratio,
    LEAST_ENLARGEMENT * standard,
  );
  const steps: Record<TextSize, number> = {
    standard,
    // Halfway as the eye sees it.
    large: Math.sqrt(standard * largest),
    largest,
  };
  return { pxPerMm: ratio, bodyPx: steps[text] };
}

/** Sets the sizes on the page. */
export function applySizes(root: HTMLElement, { pxPerMm, bodyPx }: Sizes): void {
  root.style.setProperty('--px-per-mm', pxPerMm.toFixed(4));
  root.style.fontSize = `${bodyPx.toFixed(2)}px`;
}
