/** From when on an officer is warned, and how long somebody waits. Pure: the time is given. */

/** Days before a pack's last day on which one should look for a newer one. */
export const SOON_DAYS = 30;
/** Room on the disk below which forms may soon find none, MiB. */
export const LOW_DISK_MIB = 1024;

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** Begins of days in a zone do not matter: a day is what stands in the text. */
const dayOf = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);

/** Whole days from the day of `now` to `last`; negative when it has passed. */
export const daysUntil = (last: string, now: string): number =>
  Math.round((dayOf(last) - dayOf(now)) / DAY);

/** Whole minutes since an RFC 3339 time; a clock that went back counts none. */
export function minutesSince(since: string, now: number): number {
  const minutes = Math.floor((now - Date.parse(since)) / MINUTE);
  return Number.isNaN(minutes) ? 0 : Math.max(0, minutes);
}

/** GiB of MiB, to one place below ten. */
export function inGib(mib: number): number {
  const gib = mib / 1024;
  return gib < 10 ? Math.floor(gib * 10) / 10 : Math.floor(gib);
}
