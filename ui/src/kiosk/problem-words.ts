/** The sentence for a code. A code without one is an inner matter, and said so. */
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
