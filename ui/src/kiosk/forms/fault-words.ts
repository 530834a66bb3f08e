/** The sentence for something wrong with an answer. */
import type { FormFault } from '../../shared/bindings/FormFault';
import { writeDate } from '../../shared/dates';
import type { Say } from '../../shared/words';

/** A bound as people write it: days by the language's habits, the rest as it came. */
function written(language: string, bound: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(bound) ? writeDate(language, bound) : bound;
}

/** A code without a sentence of its own says at least that it was not understood. */
export function faultWords(say: Say, language: string, fault: FormFault): string {
  if (fault.kind === 'message') return fault.message;
  const argument = fault.argument === null ? 'none' : written(language, fault.argument);
  const id = `form-fault-${fault.code}`;
  const words = say(id, { argument });
  return words === id ? say('form-fault-not-heard', { argument }) : words;
}
