/**
 * Dates and times by the habits of a language. Times of the agency are shown as its clocks show
 * them: by the offset that stands in them, wherever this machine believes it is.
 */

import { wordsIn } from './words';

/** With the part of the day in words, which is how people say it: 下午, petang, 오후. */
const TIME = { hour: 'numeric', minute: '2-digit', dayPeriod: 'short' } as const;

const DAY = 24 * 60 * 60 * 1000;

/** `2026-07-01` or any RFC 3339 time, cut into the wall clock that it names. */
function wallClock(text: string): Date | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d))?/.exec(text);
  if (!parts) return undefined;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part ?? 0));
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0));
}

/** Whose habits a language follows: `en` those of Britain, say. */
const habits = (language: string): string => wordsIn(language)('language-type.formats');

/** A date, written out; text that is no date is given back as it is. */
export function writeDate(language: string, text: string): string {
  const date = wallClock(text);
  if (!date) return text;
  return new Intl.DateTimeFormat(habits(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );
}

/** Day and month, with the year only when it is not the present one. */
function dayOf(date: Date, now: Date): Intl.DateTimeFormatOptions {
  const day = { month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return date.getUTCFullYear() === now.getFullYear() ? day : { ...day, year: 'numeric' };
}

/** A date and time, written out; text that is no time is given back as it is. */
export function writeDateTime(language: string, text: string, now = new Date()): string {
  const date = wallClock(text);
  if (!date) return text;
  return new Intl.DateTimeFormat(habits(language), { ...dayOf(date, now), ...TIME }).format(date);
}

/** The time of day that stands in a time; text that is no time is given back as it is. */
export function writeTime(language: string, text: string): string {
  const date = wallClock(text);
  if (!date) return text;
  return new Intl.DateTimeFormat(habits(language), { ...TIME, timeZone: 'UTC' }).format(date);
}

/** The day that ends when this time begins, or nothing when it is not midnight. */
export function dayEndingAt(language: string, text: string, now = new Date()): string | undefined {
  const date = wallClock(text);
  if (!date || date.getTime() % DAY !== 0) return undefined;
  const lastDay = new Date(date.getTime() - DAY);
  return new Intl.DateTimeFormat(habits(language), dayOf(lastDay, now)).format(lastDay);
}

/** The time of day on this machine's clock. */
export function writeClock(language: string, now: Date): string {
  return new Intl.DateTimeFormat(habits(language), TIME).format(now);
}
