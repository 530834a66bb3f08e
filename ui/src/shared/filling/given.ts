/** What an entry gives to a control; nothing while nothing was entered. Pure. */
import type { Control } from '../bindings/Control';
import type { Given } from '../bindings/Given';
import { writtenDay } from './days';
import type { Entry } from './entry';
import { writtenTime } from './times';

const one = (value: string | undefined): Given | null =>
  value === undefined || value === '' ? null : { as: 'one', value };

const words = (text: string): Given | null => {
  const value = text.trim();
  return value === '' ? null : { as: 'typed', value };
};

export function givenOf(control: Control, entry: Entry): Given | null {
  if (entry.typing) return words(entry.words);
  switch (control.kind) {
    case 'words':
    case 'digits':
      return words(entry.words);
    case 'choices': {
      const listed = control.options.map(({ code }) => code);
      return { as: 'several', value: listed.filter((code) => entry.codes.includes(code)) };
    }
    case 'date':
      return one(writtenDay(entry.day, !control.monthOnly));
    case 'time':
      return one(writtenTime(entry.time));
    case 'signature':
      return entry.strokes.length > 0
        ? { as: 'strokes', value: entry.strokes.map((stroke) => [...stroke]) }
        : null;
    case 'picture':
      return null;
    default:
      return one(entry.codes[0]);
  }
}
