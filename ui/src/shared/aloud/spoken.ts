/**
 * Text of the page as it is said: a piece for each block, in its own language, and where each
 * character of it stands, so that what is being said can be marked. Knows no screen.
 */
import type { SpeechPiece } from '../bindings/SpeechPiece';

/** Characters of a piece, and where they stand on the page. */
export interface Span {
  node: Text;
  /** First unit within the node. */
  from: number;
  /** First unit within the piece. */
  at: number;
  length: number;
}

/** A piece of speech with its place on the page. */
export interface Said extends SpeechPiece {
  spans: Span[];
}

/** What is touched or written in; it is named, not read. */
export const CONTROLS =
  'button, summary, textarea, input, [role="button"], [role="radio"], [role="checkbox"]';

const NEVER =
  '[data-say="never"], [aria-hidden="true"], [hidden], [inert], [type="password"], svg, script, style';
/** Where one thing ends and another begins. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BUTTON DD DETAILS DIV DL DT FOOTER H1 H2 H3 HEADER LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);
/** Signs in place of what must not be read by others. */
const MASKED = /[*•●]{2,}(?:[-\s]*[*•●]{2,})*/gu;

/** Language of a place on the page. */
export function languageOf(element: Element | null): string {
  return element?.closest('[lang]')?.getAttribute('lang') ?? 'und';
}

/** Whether an element is on the screen, as far as the page knows. */
export function isShown(element: Element): boolean {
  if (element.closest(NEVER)) return false;
  const closed = element.closest('details:not([open])');
  if (closed && element !== closed && !element.closest('summary')) return false;
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

/** Takes text in, white space pressed together as the page shows it. */
class Line {
  text = '';
  spans: Span[] = [];

  add(node: Text): void {
    const { data } = node;
    let from = 0;
    for (const gap of [...data.matchAll(/\s+/gu), null]) {
      const to = gap?.index ?? data.length;
      this.#put(node, from, to);
      if (gap && this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
      from = to + (gap?.[0].length ?? 0);
    }
  }

  #put(node: Text, from: number, to: number): void {
    if (to === from) return;
    this.spans.push({ node, from, at: this.text.length, length: to - from });
    this.text += node.data.slice(from, to);
  }
}

/** What may differ from one use to another. */
export interface Wishes {
  /** Elements that are left out, with all that is in them. */
  without?: (element: Element) => boolean;
  /** Said in place of what is masked. */
  hidden: string;
}

/** All text of a part of the page, a piece for each block. */
export function textOf(root: Element, { without, hidden }: Wishes): Said[] {
  const said: Said[] = [];
  let line = new Line();
  let language = languageOf(root);

  function end(): void {
    const text = line.text.trimEnd();
    const plain = text.replace(MASKED, hidden);
    // Signs alone, like the dot between two names, are nothing to say.
    if (/[\p{L}\p{N}]/u.test(plain)) {
      said.push({ text: plain, language, clip: null, spans: plain === text ? line.spans : [] });
    }
    line = new Line();
  }

  function walk(node: Node): void {
    if (node instanceof Text) {
      const own = languageOf(node.parentElement);
      if (own !== language && node.data.trim() !== '') {
        end();
        language = own;
      }
      line.add(node);
      return;
    }
    if (!(node instanceof Element) || !isShown(node) || without?.(node)) return;
    const block = BLOCKS.has(node.tagName);
    if (block) end();
    node.childNodes.forEach(walk);
    if (block) end();
  }
  root.childNodes.forEach(walk);
  end();
  return said;
}

/** Ranges of the page for some units of a piece. */
export function rangesOf({ spans }: Said, start: number, end: number): Range[] {
  return spans.flatMap(({ node, from, at, length }) => {
    const [first, last] = [Math.max(start, at), Math.min(end, at + length)];
    if (first >= last || !node.isConnected || node.data.length < from + last - at) return [];
    const range = node.ownerDocument.createRange();
    range.setStart(node, from + first - at);
    range.setEnd(node, from + last - at);
    return [range];
  });
}

/** The sentence of a text in which a unit stands: marked as a whole, it does not flicker. */
export function sentenceAt(text: string, language: string, unit: number): [number, number] {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  const found = sentences.containing(unit);
  return found ? [found.index, found.index + found.segment.length] : [0, text.length];
}
