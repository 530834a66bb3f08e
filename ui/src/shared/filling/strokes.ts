/** A signature as points from 0 to 1000 each way, whatever size the pad has. Pure. */
import type { Stroke } from './entry';

const WHOLE = 1000;
/** Nearer points than this say nothing new. */
const NEAR = 4;
/** More points than a hand draws; what goes on is left out. */
const MOST_POINTS = 4000;

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const scaled = (at: number, start: number, size: number): number =>
  size > 0 ? Math.round(Math.min(1, Math.max(0, (at - start) / size)) * WHOLE) : 0;

/** Where on the pad a finger is. */
export function pointOn(box: Box, x: number, y: number): [number, number] {
  return [scaled(x, box.left, box.width), scaled(y, box.top, box.height)];
}

/** Whether a point is worth adding to the strokes. */
export function adds(strokes: readonly Stroke[], [x, y]: [number, number]): boolean {
  const count = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  if (count >= MOST_POINTS) return false;
  const last = strokes.at(-1)?.at(-1);
  return !last || Math.hypot(last[0] - x, last[1] - y) >= NEAR;
}

/** A stroke as the points of a polyline; a dot is a very short line. */
export function polyline(stroke: Stroke): string {
  const [first] = stroke;
  const points = stroke.length === 1 && first ? [first, [first[0] + 1, first[1]]] : stroke;
  return points.map((point) => point.join(',')).join(' ');
}
