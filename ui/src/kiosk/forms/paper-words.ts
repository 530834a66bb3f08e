/** What is said of a paper that was asked for. Pure. */
import type { PaperState } from '../../shared/bindings/PaperState';
import type { Say } from '../../shared/words';
import { problemWords } from '../problem-words';

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

export function paperWords(paper: PaperState, say: Say): PaperWords {
  const state = say(STATES[paper.is]);
  const problem = (code: string) => problemWords(say, { code });
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
    default:
      return { state, why: [] };
  }
}
