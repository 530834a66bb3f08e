/** Lays out choices of different widths in lines and pages. Pure. */

/** A page: of each line, the numbers of its first choice and of the one after its last. */
export type Line = readonly [from: number, to: number];
export type Page = readonly Line[];

/** Fills lines from left to right; what is wider than a line has one for itself. */
export function linesOf(widths: readonly number[], available: number, gap: number): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let used = 0;
  widths.forEach((width, index) => {
    const wanted = index === from ? width : used + gap + width;
    if (index > from && wanted > available) {
      lines.push([from, index]);
      from = index;
      used = width;
    } else {
      used = wanted;
    }
  });
  if (from < widths.length) lines.push([from, widths.length]);
  return lines;
}

/** The digit that takes a choice of the line that is pointed at: 1 to 9, or none. */
export function digitOf([from, to]: Line, choice: number, picking: number | null): number | null {
  const pointedAt = picking !== null && picking >= from && picking < to;
  const digit = choice - from + 1;
  return pointedAt && digit <= 9 ? digit : null;
}

/** Groups lines into pages of equally many. */
export function pagesOf(lines: readonly Line[], linesOnPage: number): Page[] {
  const size = Math.max(1, linesOnPage);
  const pages: Page[] = [];
  for (let from = 0; from < lines.length; from += size) pages.push(lines.slice(from, from + size));
  return pages;
}

/** The page on which a choice stands; the first where there is none. */
export function pageWith(pages: readonly Page[], choice: number): number {
  const found = pages.findIndex((page) => page.some(([from, to]) => choice >= from && choice < to));
  return Math.max(0, found);
}
