/** Days and their parts as a language writes them, in the Gregorian or the ROC calendar. */
import { rocYear, type DayParts } from '../../shared/filling/days';

export interface DayWriter {
  /** The year with its word: 1953年, 民國42年. */
  year(year: number): string;
  /** The year as a bare number of its era. */
  bareYear(year: number): string;
  /** The year of the ROC era with its word; nothing before the era. */
  rocYear(year: number): string | undefined;
  month(month: number): string;
  day(day: number): string;
  /** All parts that there are. */
  whole(parts: DayParts): string;
}

const at = (year: number, month = 1, day = 1): Date => {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year);
  return date;
};

/** Writes by the habits of a place: `zh-TW`, `en-GB`. */
export function dayWriter(habits: string, roc: boolean): DayWriter {
  const format = (
    date: Date,
    parts: Intl.DateTimeFormatOptions,
    calendar: 'roc' | 'gregory',
  ): string =>
    new Intl.DateTimeFormat(habits, { ...parts, calendar, timeZone: 'UTC' }).format(date);
  const calendarOf = (year: number): 'roc' | 'gregory' =>
    roc && rocYear(year) !== undefined ? 'roc' : 'gregory';
  return {
    year: (year) => format(at(year, 6), { year: 'numeric' }, calendarOf(year)),
    bareYear: (year) => String(roc ? (rocYear(year) ?? year) : year),
    rocYear: (year) =>
      rocYear(year) === undefined ? undefined : format(at(year, 6), { year: 'numeric' }, 'roc'),
    month: (month) => format(at(2000, month), { month: 'long' }, 'gregory'),
    day: (day) => format(at(2000, 1, day), { day: 'numeric' }, 'gregory'),
    whole: ({ year, month, day }) => {
      const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long' };
      if (day !== null) parts.day = 'numeric';
      return format(at(year ?? 2000, month ?? 1, day ?? 1), parts, calendarOf(year ?? 2000));
    },
  };
}
