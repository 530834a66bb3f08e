/** How far one is in a form, said honestly while branches open and close. Pure. */
import type { Standing } from '../bindings/Standing';

/** What is known of the length of a form. */
export type Length = Pick<Standing, 'answered' | 'least' | 'most'>;

/** What is left: so many, or from so many to so many. */
export interface Left {
  least: number;
  most: number;
}

/** Questions that are still to come, the present one included. */
export function leftOf({ answered, least, most }: Length): Left {
  const fewest = Math.max(0, least - answered);
  return { least: fewest, most: Math.max(fewest, most - answered) };
}

/** How much is done, 0 to 1, taking the middle of what may still come. */
export function shareDone(length: Length): number {
  const { least, most } = leftOf(length);
  const whole = length.answered + (least + most) / 2;
  return whole > 0 ? length.answered / whole : 0;
}

/** Remembers for each form, and for the check before it, how far it was: a question that opens new ones takes nothing back. */
export class Furthest {
  #shares = new Map<string, number>();

  /** What the bar shows. */
  of({ form, checksFirst, ...length }: Standing): number {
    const key = checksFirst ? `${form.id}/check` : form.id;
    const share = Math.max(this.#shares.get(key) ?? 0, shareDone(length));
    this.#shares.set(key, share);
    return share;
  }
}
