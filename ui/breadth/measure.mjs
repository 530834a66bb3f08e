/**
 * Runs in the page: measures boxes and says what is wrong. Nothing may be cut off, nothing may lie
 * on something else, everything to touch must be large enough and really be there.
 * @returns {string[]}
 */
export function measurePage() {
  /** @type {string[]} */
  const faults = [];
  const ROUNDING = 1.5;
  const width = window.innerWidth;
  const height = window.innerHeight;

  const style = (/** @type {Element} */ element) => getComputedStyle(element);
  const describe = (/** @type {Element} */ element) => {
    const name = element.getAttribute('data-act') ?? element.getAttribute('class') ?? '';
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24);
    return `<${element.tagName.toLowerCase()} ${name.replace(/svelte-\w+/g, '').trim()}> ${words}`;
  };
  const seen = (/** @type {Element} */ element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.unseen, [inert]');
  const scrolls = (/** @type {Element} */ element) =>
    ['auto', 'scroll'].includes(style(element).overflowY);
  const scrollerOf = (/** @type {Element} */ element) => {
    for (let up = element.parentElement; up; up = up.parentElement) if (scrolls(up)) return up;
    return null;
  };
  const everything = [...document.querySelectorAll('#kiosk *')].filter(seen);

  function lookForSideways() {
    if (document.documentElement.scrollWidth > width) faults.push('the page scrolls sideways');
    for (const element of everything) {
      const { overflowX, overflowY } = style(element);
      const clips = overflowX !== 'visible' || overflowY !== 'visible';
      if (!clips || element instanceof SVGElement || element.tagName === 'TEXTAREA') continue;
      if (element.scrollWidth > element.clientWidth + ROUNDING) {
        faults.push(`sideways: ${describe(element)}`);
      }
    }
  }

  function lookForHiddenLength() {
    for (const element of everything) {
      if (!scrolls(element) || element.scrollHeight <= element.clientHeight + 4) continue;
      if (element.matches('.scroll') && !document.querySelector('[data-act="page-down"]')) {
        faults.push(`longer than its place, and no way down: ${describe(element)}`);
      }
      if (element.clientHeight < 3 * parseFloat(style(document.documentElement).fontSize)) {
        faults.push(`place to read is only ${element.clientHeight} px: ${describe(element)}`);
      }
    }
  }

  const pen = document.createElement('canvas').getContext('2d');

  /** How far the ink of some letters reaches above and below their line. @param {Element} owner @param {string} letters */
  function inkOf(owner, letters) {
    if (!pen) return { above: 0, below: 0, line: 0 };
    const { fontStyle, fontWeight, fontSize, fontFamily } = style(owner);
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const ink = pen.measureText(letters);
    return {
      above: ink.actualBoundingBoxAscent,
      below: ink.actualBoundingBoxDescent,
      line: ink.fontBoundingBoxAscent,
    };
  }

  /** @typedef {{ owner: Element, box: DOMRect }} Line */
  /** Lines of text, each box as tall as its ink. @returns {Line[]} */
  function lines() {
    /** @type {Line[]} */
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      const letters = node.textContent?.trim();
      if (!owner || !letters || !seen(owner)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { above, below, line } = inkOf(owner, letters);
      for (const rect of range.getClientRects()) {
        const top = rect.top + line - above;
        found.push({ owner, box: new DOMRect(rect.left, top, rect.width, above + below) });
      }
    }
    return found;
  }

  /** The nearest box beyond which nothing is drawn. @param {Element} element */
  function clipOf(element) {
    for (let up = /** @type {Element | null} */ (element); up; up = up.parentElement) {
      if (style(up).overflowY !== 'visible') return up;
    }
    return null;
  }

  /** @param {Line[]} all */
  function lookForCutText(all) {
    for (const { owner, box } of all) {
      const clip = clipOf(owner);
      if (!clip || scrolls(clip)) continue;
      const { top, bottom } = clip.getBoundingClientRect();
      if (box.top < top - ROUNDING || box.bottom > bottom + ROUNDING) {
        faults.push(`cut off: ${describe(owner)}`);
      }
    }
  }

  /** The nearest box that one can see the edge of. @param {Element} element */
  function frameOf(element) {
    for (let up = /** @type {Element | null} */ (element); up; up = up.parentElement) {
      const { borderTopWidth, backgroundColor, display } = style(up);
      const drawn = parseFloat(borderTopWidth) > 0 || backgroundColor !== 'rgba(0, 0, 0, 0)';
      if (drawn && display !== 'inline') return up;
    }
    return document.body;
  }

  /** @param {Line[]} all */
  function lookForTextOutside(all) {
    for (const { owner, box } of all) {
      const frame = frameOf(owner).getBoundingClientRect();
      const out =
        box.left < frame.left - ROUNDING ||
        box.right > frame.right + ROUNDING ||
        box.top < frame.top - ROUNDING ||
        box.bottom > frame.bottom + ROUNDING;
      if (out && !(scrollerOf(owner) && frameOf(owner).matches('.kiosk, body'))) {
        faults.push(`text outside its frame: ${describe(owner)}`);
      }
      const offScreen = box.left < -ROUNDING || box.right > width + ROUNDING;
      const offHeight = box.top < -ROUNDING || box.bottom > height + ROUNDING;
      if (offScreen || (offHeight && !scrollerOf(owner))) {
        faults.push(`text off the screen: ${describe(owner)}`);
      }
    }
  }

  /** @param {Line[]} all */
  function lookForTextOnText(all) {
    const visible = all.filter(({ owner, box }) => {
      const place = scrollerOf(owner)?.getBoundingClientRect();
      return !place || (box.bottom > place.top && box.top < place.bottom);
    });
    for (const [index, one] of visible.entries()) {
      for (const other of visible.slice(index + 1)) {
        if (one.owner === other.owner) continue;
        if (one.owner.contains(other.owner) || other.owner.contains(one.owner)) continue;
        const across =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const sameScroller = scrollerOf(one.owner) === scrollerOf(other.owner);
        if (across > 2 && down > 3 && sameScroller) {
          faults.push(`text on text: ${describe(one.owner)} / ${describe(other.owner)}`);
        }
      }
    }
  }

  /** @param {Element} control @param {number} touch */
  function lookAtControl(control, touch) {
    const scroller = scrollerOf(control);
    if (scroller) control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = control.getBoundingClientRect();
    if (box.width < touch - 0.6 || box.height < touch - 0.6) {
      const size = `${box.width.toFixed(0)} x ${box.height.toFixed(0)} px`;
      faults.push(`too small to touch (${size} of ${touch.toFixed(0)}): ${describe(control)}`);
    }
    const place = scroller?.getBoundingClientRect() ?? new DOMRect(0, 0, width, height);
    const inset = Math.min(16, box.width * 0.2, box.height * 0.2);
    const points = [
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
      [box.left + inset, box.top + inset],
      [box.right - inset, box.top + inset],
      [box.left + inset, box.bottom - inset],
      [box.right - inset, box.bottom - inset],
    ];
    for (const [x = 0, y = 0] of points) {
      if (scroller && (y < place.top || y > place.bottom)) continue;
      const hit = document.elementFromPoint(x, y);
      if (hit && (control.contains(hit) || hit.contains(control))) {
        if (control.contains(hit)) continue;
      }
      const what = hit ? describe(hit) : 'nothing, it is off the screen';
      faults.push(`covered: ${describe(control)} by ${what}`);
      break;
    }
  }

  function lookAtControls() {
    const ratio = parseFloat(style(document.documentElement).getPropertyValue('--px-per-mm'));
    const controls = everything.filter((element) =>
      element.matches('button, summary, textarea, input, a[href]'),
    );
    for (const control of controls) lookAtControl(control, 15 * ratio);
    for (const scroller of everything.filter(scrolls)) scroller.scrollTop = 0;
  }

  function lookAtLargestText() {
    if (window.kaunter === undefined) return;
    const root = document.documentElement;
    const ratio = parseFloat(style(root).getPropertyValue('--px-per-mm'));
    if (!pen || root.dataset['text'] !== 'largest') return;
    pen.font = `${style(root).fontSize} ${style(root).fontFamily}`;
    for (const letter of ['國', '한']) {
      const ink = pen.measureText(letter);
      const tall = (ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) / ratio;
      if (tall < 11.5) faults.push(`${letter} stands ${tall.toFixed(1)} mm tall`);
    }
  }

  lookForSideways();
  lookForHiddenLength();
  const all = lines();
  if (all.length < 4) faults.push('almost nothing is shown');
  lookForCutText(all);
  lookForTextOutside(all);
  lookForTextOnText(all);
  lookAtControls();
  lookAtLargestText();
  return [...new Set(faults)];
}
