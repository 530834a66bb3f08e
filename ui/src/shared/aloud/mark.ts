/** Marks on the page what is being said: the sentence, calmly, until the next one. */
import { rangesOf, sentenceAt, type Said } from './spoken';

/** By this name `base.css` colours it. */
const NAME = 'said';

/** Marks the sentence in which a unit of a piece stands, and brings it into view. */
export function markSaid(said: Said, unit: number): void {
  if (!('highlights' in CSS)) return;
  const [start, end] = sentenceAt(said.text, said.language, unit);
  const ranges = rangesOf(said, start, end);
  CSS.highlights.set(NAME, new Highlight(...ranges));
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
}

export function unmarkSaid(): void {
  if ('highlights' in CSS) CSS.highlights.delete(NAME);
}
