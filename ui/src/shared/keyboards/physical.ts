/**
 * Real keys while a keyboard of the screen composes. What this does not take is typed by the
 * field itself. Knows nothing of how keys look.
 */
import { physicalKey } from './layouts';
import type { Line } from './pages';
import type { Typing } from './typing.svelte';

/** What of a key press matters here. */
export interface Press {
  key: string;
  code: string;
  shiftKey: boolean;
  /** Whether the press goes to the field, so that it would be typed there. */
  inField: boolean;
}

/** A press that is a shortcut, or belongs to an input method of the system, is left alone. */
export function isOurs(event: KeyboardEvent): boolean {
  const shortcut = event.ctrlKey || event.altKey || event.metaKey;
  return !shortcut && !event.isComposing && event.key !== 'Process' && event.key !== 'Dead';
}

/** Takes a key press; `false` leaves it to the field. `lines` are the choices as they are shown. */
export function takePhysical(press: Press, typing: Typing, lines: readonly Line[]): boolean {
  if (typing.symbols !== '' && choose(press, typing, lines)) return true;
  if (press.key === 'Enter') {
    if (!press.inField) return false;
    void typing.enter();
    return true;
  }
  if (press.key === 'Backspace' && typing.composing) {
    void typing.delete();
    return true;
  }
  const found = physicalKey(typing.layout, press.code, press.shiftKey);
  if (found) {
    void typing.press(found.key, found.text);
    return true;
  }
  // The field types it: what was composed so far is done.
  if ([...press.key].length === 1) typing.settle();
  return false;
}

/** Keys that work on the choices while Bopomofo is composed. */
function choose({ key, code }: Press, typing: Typing, lines: readonly Line[]): boolean {
  const { picking, choices } = typing;
  const picked = picking === null ? undefined : choices[picking];
  const digit = picking === null ? null : /^(?:Digit|Numpad)([1-9])$/u.exec(code);
  if (digit) return take(typing, lineWith(lines, picking ?? 0)[0] + Number(digit[1]) - 1);
  switch (key) {
    case 'ArrowDown':
      down(typing, lines);
      return true;
    case 'ArrowUp':
      up(typing, lines);
      return true;
    case 'ArrowRight':
    case 'ArrowLeft':
      if (picking !== null) point(typing, picking + (key === 'ArrowRight' ? 1 : -1));
      return true;
    case 'Enter':
    case ' ':
      if (picked) void typing.choose(picked);
      else void (key === ' ' ? typing.space() : typing.enter());
      return true;
    case 'Escape':
      if (picking === null && !typing.showsAll) void typing.cancel();
      typing.picking = null;
      typing.showsAll = false;
      return true;
    default:
      return false;
  }
}

function take(typing: Typing, number: number): boolean {
  const choice = typing.choices[number];
  if (choice) void typing.choose(choice);
  return true;
}

function point(typing: Typing, number: number): void {
  typing.picking = Math.min(Math.max(number, 0), typing.choices.length - 1);
}

/** First to the choices of the strip, then to all, then line by line. */
function down(typing: Typing, lines: readonly Line[]): void {
  if (typing.choices.length === 0) return;
  if (typing.picking === null) {
    typing.picking = 0;
    return;
  }
  const [, to] = lineWith(lines, typing.picking);
  if (typing.showsAll) point(typing, to);
  else if (to < typing.choices.length) typing.showsAll = true;
}

function up(typing: Typing, lines: readonly Line[]): void {
  if (typing.picking === null) return;
  const [from] = lineWith(lines, typing.picking);
  if (from > 0) {
    point(typing, lineWith(lines, from - 1)[0]);
  } else {
    typing.picking = null;
    typing.showsAll = false;
  }
}

const lineWith = (lines: readonly Line[], number: number): Line =>
  lines.find(([from, to]) => number >= from && number < to) ?? [0, 0];
