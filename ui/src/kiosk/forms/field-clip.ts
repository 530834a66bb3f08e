/** Name of the recording of a question: its form and its field, whichever item of a list it is about. */
import type { FormQuestion } from '../../shared/bindings/FormQuestion';

export function fieldClip({ standing, place }: FormQuestion): string {
  const field = place.split('/').filter((part) => !/^\d+$/.test(part));
  return ['form', standing.form.id, ...field].join('/');
}
