/**
 * What is being entered for one question of a form, before it is given. It lives here and not in
 * the controls, so that another language or size of text loses nothing of it.
 */
import type { Control } from '../bindings/Control';
import type { Entered } from '../bindings/Entered';
import type { Given } from '../bindings/Given';
import type { Screen } from '../bindings/Screen';
import { dayParts, type DayParts } from './days';
import { timeParts, type TimeParts } from './times';

/** Points, 0 to 1000 each way. */
export type Stroke = [number, number][];

export interface Entry {
  /** What it is entered for. */
  key: string;
  /** Typed in words instead of touched. */
  typing: boolean;
  /** Words, or digits as they are pressed. */
  words: string;
  /** Codes of what was chosen. */
  codes: string[];
  /** The parts of a day that were chosen. */
  day: DayParts;
  /** The parts of a time that were chosen. */
  time: TimeParts;
  strokes: Stroke[];
}

/** Names what is entered on a screen; nothing where nothing is. */
export function entryKey(screen: Screen): string | undefined {
  if (screen.name === 'forms') return 'forms';
  if (screen.name === 'status') return 'status';
  if (screen.name === 'form-introduction') {
    return `introduction/${screen.event?.id ?? screen.forms[0]?.id ?? ''}`;
  }
  if (screen.name !== 'form-question') return undefined;
  const deep = screen.control.kind === 'place' ? screen.control.path.length : 0;
  return [screen.standing.form.id, screen.place, screen.part ?? '', deep].join('/');
}

/** Nothing entered yet. */
export const emptyEntry = (key: string): Entry => ({
  key,
  typing: false,
  words: '',
  codes: [],
  day: dayParts(''),
  time: timeParts(''),
  strokes: [],
});

const TYPED = new Set<Control['kind']>(['words', 'digits']);

/** Begins with what was given before. */
export function entryFrom(key: string, control: Control, given: Given | null): Entry {
  const entry = emptyEntry(key);
  if (!given) return entry;
  switch (given.as) {
    case 'words':
    case 'typed':
      return { ...entry, words: given.value, typing: !TYPED.has(control.kind) };
    case 'one':
      return {
        ...entry,
        words: TYPED.has(control.kind) ? given.value : '',
        codes: [given.value],
        day: dayParts(given.value),
        time: timeParts(given.value),
      };
    case 'several':
      return { ...entry, codes: [...given.value] };
    case 'strokes':
      return { ...entry, strokes: given.value.map((stroke) => [...stroke]) };
  }
}

/** As the kiosk's middle keeps it, for screens that are lost. */
export function enteredOf({ typing, words, codes, day, time, strokes }: Entry): Entered {
  return {
    typing,
    words,
    codes: [...codes],
    day: [day.year, day.month, day.day],
    time: [time.hour, time.minute],
    strokes: strokes.map((stroke) => [...stroke]),
  };
}

/** Goes on with what was being entered before the screens were lost. */
export function entryAgain(key: string, entered: Entered): Entry {
  const { typing, words, codes, day, time, strokes } = entered;
  return {
    key,
    typing,
    words,
    codes: [...codes],
    day: { year: day[0], month: day[1], day: day[2] },
    time: { hour: time[0], minute: time[1] },
    strokes: strokes.map((stroke) => [...stroke]),
  };
}
