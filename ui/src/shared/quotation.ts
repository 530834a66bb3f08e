/**
 * How a quotation is set on the screen. The pack's text is quoted as it stands in the document; a
 * document is written in Markdown, so its tables, lists and links are drawn as such and only their
 * signs are left out, never a word. Knows nothing of where the sentence was found.
 */

/** Words that stand together and are all marked or all not. */
export interface Piece {
  text: string;
  marked: boolean;
  strong: boolean;
}

export type Block =
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'list'; ordered: boolean; items: Piece[][] }
  | { kind: 'table'; head: Piece[][]; rows: Piece[][][] };

/** A quotation in three parts, as the view has it. */
export interface Cut {
  before: string;
  marked: string;
  after: string;
}

interface Span {
  start: number;
  end: number;
}

const DOCUMENT = /\.md(#|$)/;
/** A link with its target, bold words, an escaped sign. */
const SIGNS = /\[([^\]]*)\]\((?:<[^>]*>|[^)\s]*)\)|\*\*([^*]+)\*\*|\\([\\`*_{}[\]()#+\-.!|])/g;
const LIST_ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+/;
const HEADING = /^#{1,6}\s+/;
const DIVIDER = /^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$/;
const HAN = /\p{Script=Han}|[，。、；：！？」』）]/u;

class Setter {
  readonly #text: string;
  readonly #mark: Span;
  readonly #markdown: boolean;
  readonly blocks: Block[] = [];

  constructor(cut: Cut, markdown: boolean) {
    this.#text = cut.before + cut.marked + cut.after;
    this.#mark = { start: cut.before.length, end: cut.before.length + cut.marked.length };
    this.#markdown = markdown;
  }

  /** The words of a span, cut where the mark begins and ends. */
  #words({ start, end }: Span, strong: boolean): Piece[] {
    const { start: from, end: to } = this.#mark;
    const cuts = [
      start,
      Math.min(Math.max(from, start), end),
      Math.min(Math.max(to, start), end),
      end,
    ];
    return [0, 1, 2].flatMap((index) => {
      const text = this.#text.slice(cuts[index], cuts[index + 1]);
      return text === '' ? [] : [{ text, marked: index === 1, strong }];
    });
  }

  /** The words of a line, without Markdown's signs. */
  #line(span: Span): Piece[] {
    if (!this.#markdown) return this.#words(span, false);
    const pieces: Piece[] = [];
    let at = span.start;
    for (const sign of this.#text.slice(span.start, span.end).matchAll(SIGNS)) {
      const start = span.start + sign.index;
      const inner = sign[1] ?? sign[2] ?? sign[3] ?? '';
      const innerStart = start + sign[0].indexOf(inner);
      pieces.push(...this.#words({ start: at, end: start }, false));
      pieces.push(
        ...this.#words(
          { start: innerStart, end: innerStart + inner.length },
          sign[2] !== undefined,
        ),
      );
      at = start + sign[0].length;
    }
    return [...pieces, ...this.#words({ start: at, end: span.end }, false)];
  }

  #cells(span: Span): Piece[][] {
    const cells: Piece[][] = [];
    const row = this.#text.slice(span.start, span.end);
    for (const cell of row.matchAll(/(?:\\\||[^|])+/g)) {
      const lead = cell[0].length - cell[0].trimStart().length;
      const start = span.start + cell.index + lead;
      const words = cell[0].trim();
      const outside = cell.index === 0 && !row.startsWith('|') ? false : words === '';
      if (!outside) cells.push(this.#line({ start, end: start + words.length }));
    }
    return cells;
  }

  #tableRow(span: Span, divider: boolean): void {
    const last = this.blocks.at(-1);
    const table = last?.kind === 'table' ? last : undefined;
    if (divider) {
      if (table?.rows.length === 1 && table.head.length === 0) table.head = table.rows.pop() ?? [];
      return;
    }
    if (table) table.rows.push(this.#cells(span));
    else this.blocks.push({ kind: 'table', head: [], rows: [this.#cells(span)] });
  }

  #listItem(span: Span, sign: RegExpExecArray): void {
    const ordered = sign[1] !== undefined;
    const item = this.#line({ start: span.start + sign[0].length, end: span.end });
    const last = this.blocks.at(-1);
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(item);
    else this.blocks.push({ kind: 'list', ordered, items: [item] });
  }

  /** Lines of a document go on where the last one broke off; Han needs no space between. */
  #goOn(pieces: Piece[], span: Span): void {
    const before = this.#text.slice(0, span.start).trimEnd().at(-1) ?? '';
    const after = this.#text[span.start] ?? '';
    const space = HAN.test(before) && HAN.test(after) ? '' : ' ';
    const marked = this.#mark.start < span.start && this.#mark.end > span.start;
    if (space) pieces.push({ text: space, marked, strong: false });
    pieces.push(...this.#line(span));
  }

  /** Takes the lines one by one. */
  set(): Block[] {
    let start = 0;
    let open: Piece[] | undefined;
    for (const line of this.#text.split('\n')) {
      const span = { start, end: start + line.trimEnd().length };
      start += line.length + 1;
      const words = line.trim();
      const item = this.#markdown ? LIST_ITEM.exec(line) : null;
      if (words === '') open = undefined;
      else if (this.#markdown && words.startsWith('|')) {
        open = undefined;
        this.#tableRow(span, DIVIDER.test(words));
      } else if (item) {
        open = undefined;
        this.#listItem(span, item);
      } else if (open && this.#markdown) this.#goOn(open, span);
      else {
        const heading = this.#markdown ? HEADING.exec(line) : null;
        open = this.#line({ start: span.start + (heading?.[0].length ?? 0), end: span.end });
        this.blocks.push({ kind: 'paragraph', pieces: open });
        if (heading) open = undefined;
      }
    }
    return this.blocks;
  }
}

/** The blocks of a quotation. `id` is the entry's id or `file#section`. */
export function setQuotation(id: string, cut: Cut): Block[] {
  return new Setter(cut, DOCUMENT.test(id)).set();
}
