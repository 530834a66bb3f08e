/** What follows from an opened form. */
import type { Both } from '../../shared/bindings/Both';
import type { DeskForm } from '../../shared/bindings/DeskForm';
import type { DeskState } from '../../shared/bindings/DeskState';

const same = ({ citizen, office }: Both): boolean => citizen === office;

/** Whether citizen and office read the same words, so that they need to stand there only once. */
export function saidOnce({
  sections,
  documents,
}: Pick<DeskForm, 'sections' | 'documents'>): boolean {
  const answers = sections.flatMap((section) => section.answers);
  return [
    ...sections.map(({ title }) => title),
    ...answers.flatMap(({ label, value }) => [label, value]),
    ...documents,
  ].every(same);
}

/** What an officer does next with a form. */
export function nextOf(state: DeskState): 'sign-off' | 'hand-over' | 'desk' {
  if (state.is === 'new') return 'sign-off';
  return state.is === 'signed-off' ? 'hand-over' : 'desk';
}
