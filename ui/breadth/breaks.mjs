/**
 * Runs in the page: where lines end. No word may be cut, no line begin with what closes, nothing
 * stand alone on the last line. Of the largest letters a long word may be wider than its button.
 * @param {boolean} largest
 * @returns {string[]}
 */
export function measureBreaks(largest) {
  /** @type {string[]} */
  const faults = [];
  /** Two lines lie so far apart at least, CSS pixels. */
  const APART = 8;
  const CLOSES = /^[，。、；：？！」』）》〉…,.;:?!)’”]/u;
  const BEFORE_HANGUL = /[\p{Script=Hangul}’”」]$/u;
  const HANGUL = /^\p{Script=Hangul}/u;
  const AFTER_HYPHEN = /\p{L}-$/u;
  const LATIN = /\p{Script=Latin}/u;
  /** Letters that stand in one line whatever their size. */
  const SHORT = 9;
  const LETTERS = /[\p{L}\p{N}]/gu;
  const ALONE = /^[\p{Script=Han}\p{Script=Hangul}\p{N}]$/u;

  const seen = (/** @type {Element} */ element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.unseen, [inert], [data-key], [data-say="answer"]');

  /** What a text flows in: lines of different boxes have nothing to do with each other. */
  function boxOf(/** @type {Element} */ element) {
    let box = element;
    while (box.parentElement && getComputedStyle(box).display === 'inline') box = box.parentElement;
    return box;
  }

  /** All texts of the page by the box that they flow in. @returns {Text[][]} */
  function flows() {
    /** @type {Map<Element, Text[]>} */
    const found = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!(node instanceof Text) || !owner || !seen(owner)) continue;
      const box = boxOf(owner);
      found.set(box, [...(found.get(box) ?? []), node]);
    }
    return [...found.values()];
  }

  /** Lines, and where a word of Latin letters goes on in the next one. @param {Text[]} texts */
  function linesOf(texts) {
    /** @type {string[]} */
    const lines = [];
    /** @type {number[]} */
    const cuts = [];
    let bottom = -Infinity;
    let before = '';
    const range = document.createRange();
    for (const text of texts) {
      let at = 0;
      for (const letter of text.data) {
        range.setStart(text, at);
        range.setEnd(text, (at += letter.length));
        const box = range.getBoundingClientRect();
        if (box.height === 0) continue;
        if (box.bottom - bottom >= APART) {
          if (LATIN.test(before) && LATIN.test(letter)) cuts.push(lines.length);
          lines.push('');
        }
        lines[lines.length - 1] += letter;
        bottom = Math.max(bottom, box.bottom);
        before = letter;
      }
    }
    return { lines, cuts };
  }

  for (const texts of flows()) {
    const { lines, cuts } = linesOf(texts);
    for (const at of cuts) {
      const [head] = /\p{Script=Latin}*$/u.exec(lines[at - 1] ?? '') ?? [''];
      const [tail] = /^\p{Script=Latin}*/u.exec(lines[at] ?? '') ?? [''];
      if (largest && head.length + tail.length > SHORT) continue;
      faults.push(`a word is cut: ${lines[at - 1]?.slice(-6)}|${lines[at]?.slice(0, 6)}`);
    }
    const heading = texts[0]?.parentElement?.closest('h1');
    for (const [index, behind] of lines.entries()) {
      const before = lines[index - 1];
      if (before === undefined) continue;
      const cut = `${before.slice(-6)}|${behind.slice(0, 6)}`;
      if (CLOSES.test(behind)) faults.push(`a line begins with what closes: ${cut}`);
      if (BEFORE_HANGUL.test(before) && HANGUL.test(behind)) faults.push(`a word is cut: ${cut}`);
      if (heading && AFTER_HYPHEN.test(before)) faults.push(`a word is cut: ${cut}`);
    }
    const last = lines.at(-1) ?? '';
    if (lines.length > 1 && ALONE.test((last.match(LETTERS) ?? []).join(''))) {
      faults.push(`it stands alone on the last line: ${lines.at(-2)?.slice(-12)}|${last}`);
    }
  }
  return [...new Set(faults)];
}
