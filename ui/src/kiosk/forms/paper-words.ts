/** What is said of a paper that was asked for. Pure. */
import type { PaperState } from '../../shared/bindings/PaperState';
import type { Say } from '../../shared/words';
import { officerWords, problemWords } from '../problem-words';

/** One line of how far it is, and why it is not further. */
export interface PaperWords {
  state: string;
  why: string[];
}

const STATES: Record<PaperState['is'], string> = {
  sending: 'form-paper-sending',
  printing: 'form-paper-printing',
  waiting: 'form-paper-waiting',
  printed: 'form-paper-printed',
  failed: 'form-paper-failed',
  unknown: 'form-paper-unknown',
};

const OFFICER_STATES: Record<PaperState['is'], string> = {
  sending: 'officer-paper-sending',
  printing: 'officer-paper-printing',
  waiting: 'officer-paper-waiting',
  printed: 'officer-paper-printed',
  failed: 'officer-paper-failed',
  unknown: 'officer-paper-unknown',
};

const SLIP_STATES: Record<PaperState['is'], string> = {
  sending: 'slip-sending',
  printing: 'slip-printing',
  waiting: 'slip-waiting',
  printed: 'slip-printed',
  failed: 'slip-failed',
  unknown: 'slip-unknown',
};

const READERS = { citizen: STATES, officer: OFFICER_STATES, slip: SLIP_STATES } as const;

/** Whether a paper may still come out by itself, so that nobody is offered another. */
export const isUnderWay = (paper: PaperState): boolean =>
  ['sending', 'printing', 'waiting'].includes(paper.is);

/** `reader`: the citizen waits for a form or a slip, the officer sees to the printer. */
export function paperWords(
  paper: PaperState,
  say: Say,
  reader: keyof typeof READERS = 'citizen',
): PaperWords {
  const state = say(READERS[reader][paper.is]);
  const problem = (code: string): string =>
    reader === 'officer' ? officerWords(say, code) : problemWords(say, { code });
  switch (paper.is) {
    case 'waiting':
      return { state, why: paper.codes.slice(0, 1).map(problem) };
    case 'failed':
      return {
        state,
        why: [
          problem(paper.code),
          ...(paper.detail ? [say('form-paper-character', { character: paper.detail })] : []),
        ],
      };
    case 'unknown':
      return { state, why: reader === 'officer' ? [problem(paper.code)] : [] };
    default:
      return { state, why: [] };
  }
}
