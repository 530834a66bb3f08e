/** A new PIN is entered twice; the kiosk's middle decides whether it is taken. */

export const SHORTEST_PIN = 4;
export const LONGEST_PIN = 12;

export type Entered = { first: string; differs: boolean } | { pin: string };

/** What the entry leads to: once more, from the beginning as the two differ, or the PIN. */
export function entered(first: string, pin: string): Entered {
  if (first === '') return { first: pin, differs: false };
  return first === pin ? { pin } : { first: '', differs: true };
}
