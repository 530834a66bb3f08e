/** A day, chosen part by part. Years are Gregorian; the ROC era is only another name for them. */

export interface DayParts {
  year: number | null;
  month: number | null;
  day: number | null;
}

/** The year before the first of the ROC era. */
const BEFORE_ROC = 1911;
/** More years than this are asked for by decade. */
const YEARS_AT_ONCE = 12;

/** `1953-03-05`, `1953-03`; anything else has no parts. */
export function dayParts(text: string): DayParts {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (!found) return { year: null, month: null, day: null };
  const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : null));
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The day, or without `withDay` the month, as it is given; nothing while a part is missing. */
export function writtenDay({ year, month, day }: DayParts, withDay: boolean): string | undefined {
  if (year === null || month === null) return undefined;
  const start = `${String(year).padStart(4, '0')}-${two(month)}`;
  if (!withDay) return start;
  return day === null ? undefined : `${start}-${two(day)}`;
}

/** How many days a month has. */
export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Takes a day back that the month does not have. */
export function possible(parts: DayParts): DayParts {
  const { year, month, day } = parts;
  if (year === null || month === null || day === null) return parts;
  return day > daysIn(year, month) ? { ...parts, day: null } : parts;
}

/** The year of the ROC era, or nothing before there was one. */
export const rocYear = (year: number): number | undefined =>
  year > BEFORE_ROC ? year - BEFORE_ROC : undefined;

/**
 * Years in rows of ten, by the era they are counted in; one row where there are few. What lies
 * before the era is a row of its own.
 */
export function decades(first: number, last: number, roc: boolean): number[][] {
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, turn) => first + turn);
  if (years.length <= YEARS_AT_ONCE) return [years];
  const found = new Map<number, number[]>();
  for (const year of years) {
    const counted = roc ? (rocYear(year) ?? -1) : year;
    const decade = Math.floor(counted / 10);
    found.set(decade, [...(found.get(decade) ?? []), year]);
  }
  return [...found.values()];
}

/** What is asked for next; nothing when all is there. */
export type DayStep = 'year' | 'month' | 'day';
export function nextStep({ year, month, day }: DayParts, withDay: boolean): DayStep | undefined {
  if (year === null) return 'year';
  if (month === null) return 'month';
  return withDay && day === null ? 'day' : undefined;
}
