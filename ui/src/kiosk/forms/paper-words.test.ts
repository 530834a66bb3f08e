import { expect, test } from 'vitest';

import type { PaperState } from '../../shared/bindings/PaperState';
import { isUnderWay } from './paper-words';

test('another paper is offered when the one before cannot come out by itself any more', () => {
  const states: [PaperState, boolean][] = [
    [{ is: 'sending' }, true],
    [{ is: 'printing' }, true],
    [{ is: 'waiting', codes: ['printer-no-paper'] }, true],
    [{ is: 'printed' }, false],
    [{ is: 'failed', code: 'print-refused', detail: null }, false],
    [{ is: 'unknown', code: 'printer-silent' }, false],
  ];
  for (const [state, underWay] of states) expect(isUnderWay(state), state.is).toBe(underWay);
});
