/** The sentence for a code. A code without one is an inner matter, and said so. */
import type { PrinterCard } from '../shared/bindings/PrinterCard';
import type { Problem } from '../shared/bindings/Problem';
import type { Say } from '../shared/words';

export function problemWords(say: Say, problem: Problem): string {
  const id = `problem-${problem.code}`;
  const words = say(id);
  return words === id ? say('problem-internal') : words;
}

/** The same for an officer, who is told what to do about a printer. */
export function officerWords(say: Say, code: string): string {
  const id = `officer-${code}`;
  const words = say(id);
  return words === id ? problemWords(say, { code }) : words;
}

/** Code of why a paper asked for now would not come out now; nothing where it would, or nobody knows. */
export function hindranceOf(printer: PrinterCard): string | undefined {
  if (printer.is === 'hindered') return printer.codes[0];
  return printer.is === 'out-of-reach' ? printer.code : undefined;
}
