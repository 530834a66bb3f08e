/**
 * A whole screen as it is said: what must be known first, what it is about, what stands on it,
 * what one can do. Taken from the page, so that what is said is what is shown.
 *
 * `data-say` on an element: `never`; `emergency` and `first`, said before everything else;
 * `later`, said behind the rest; `text`, a control whose words are read like text; `answer`, a
 * quotation of which the marked sentence is enough. `data-say-clip` names its recording,
 * `data-say-name` the words that name a control.
 */
import { idOf, type Say } from '../words';
import { nameOf } from './control';
import { CONTROLS, isShown, textOf, type Said } from './spoken';

/** So many choices can be kept in mind. */
const MOST_CHOICES = 6;
/** What no word leads to: it is a matter of the hand, or of another way to answer. */
const TOUCHED_ONLY = [
  'hear-rest',
  'close-problem',
  'add-item',
  'remove-item',
  'form-add',
  'change-read-back',
  'form-code',
  'form-era',
  'form-pick',
  'form-remove',
  'form-remove-keep',
  'form-stop',
  'form-touch',
  'form-type',
  'signature-clear',
  'signature-undo',
  'status-again',
  'status-send',
]
  .map((act) => `[data-act="${act}"]`)
  .join();

export interface Around {
  say: Say;
  /** Language of the view. */
  language: string;
  /** Whether choices can be said, not only touched. */
  hears: boolean;
}

const saysAs = (element: Element): string | null => element.getAttribute('data-say');
const isControl = (element: Element): boolean =>
  element.matches(CONTROLS) && saysAs(element) !== 'text' && !FIRST.has(saysAs(element) ?? '');
const FIRST = new Set(['emergency', 'first']);

/** A whole quotation, or only the sentence that answers. */
export function quotation(element: Element, whole: boolean, hidden: string): Said[] {
  const all = textOf(element, { hidden });
  const clip = element.getAttribute('data-say-clip');
  const marks = [...element.querySelectorAll('mark')];
  if (whole || marks.length === 0) {
    const [only, ...rest] = all;
    return only && rest.length === 0 ? [{ ...only, clip }] : all;
  }
  const marked = marks.flatMap((mark) => textOf(mark, { hidden }));
  const [first, ...rest] = marked;
  if (!first) return all;
  const joined = rest.reduce((before, piece) => join(before, piece), first);
  const complete = all.length === 1 && all[0]?.text === joined.text;
  return [{ ...joined, clip: complete ? clip : null }];
}

/** Two pieces as one; between words stands a space, between Han characters nothing. */
function join(before: Said, after: Said): Said {
  const gap = /\p{Script=Han}|[、，。；：]/u.test(before.text.slice(-1)) ? '' : ' ';
  const at = before.text.length + gap.length;
  const spans = after.spans.map((span) => ({ ...span, at: span.at + at }));
  return { ...before, text: before.text + gap + after.text, spans: [...before.spans, ...spans] };
}

/** Text, with what is marked on the page for it. */
function read(root: Element, { say }: Around, leaveOut: (element: Element) => boolean): Said[] {
  const hidden = say('voice-hidden');
  const special = '[data-say="answer"], [data-say-clip]';
  const at = new Map<Element, Said[]>();
  const said: Said[] = [];
  // Quotations and recorded sentences stand for themselves among the text around them.
  const within = [...root.querySelectorAll(special)].filter(
    (element) => isShown(element) && !hasAbove(element, root, leaveOut),
  );
  for (const element of within) {
    if (saysAs(element) === 'answer') at.set(element, quotation(element, false, hidden));
    else {
      const [only, ...rest] = textOf(element, { hidden });
      const clip = element.getAttribute('data-say-clip');
      at.set(element, only ? [{ ...only, clip }, ...rest] : []);
    }
  }
  let from = 0;
  const whole = textOf(root, {
    hidden,
    without: (element) => leaveOut(element) || at.has(element),
  });
  for (const [element, own] of at) {
    const before = whole.findIndex((piece, index) => index >= from && isBehind(piece, element));
    const to = before < 0 ? whole.length : before;
    said.push(...whole.slice(from, to), ...own);
    from = to;
  }
  return [...said, ...whole.slice(from)];
}

function hasAbove(element: Element, root: Element, leaveOut: (one: Element) => boolean): boolean {
  for (let up: Element | null = element; up && up !== root; up = up.parentElement) {
    if (leaveOut(up)) return true;
  }
  return false;
}

function isBehind({ spans }: Said, element: Element): boolean {
  const node = spans[0]?.node;
  if (!node) return false;
  return Boolean(element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** What one can choose: what can be said comes before what can only be touched. */
function choices(root: Element, { say, language, hears }: Around): Said[] {
  const hidden = say('voice-hidden');
  const found = [...root.querySelectorAll(CONTROLS)].filter(
    (control) =>
      isControl(control) && !control.matches('textarea, input, summary') && isShown(control),
  );
  const words = (id: string): Said => ({ text: say(id), language, clip: id, spans: [] });
  const known = new Set<string>();
  let left = MOST_CHOICES;
  let more = false;
  function named(controls: Element[], lead: string): Said[] {
    const names = controls.flatMap((control) => nameOf(control, hidden) ?? []);
    const each = names.filter(({ text }) => !known.has(text) && known.add(text));
    const said = each.slice(0, left);
    left -= said.length;
    more ||= each.length > said.length;
    return said.length === 0 ? [] : [words(lead), ...said];
  }
  const sayable = (control: Element): boolean => hears && !control.matches(TOUCHED_ONLY);
  return [
    ...named(found.filter(sayable), 'voice-choices'),
    ...named(
      found.filter((control) => !sayable(control)),
      'voice-choices-touch',
    ),
    ...(more ? [words('voice-choices-more')] : []),
  ];
}

/** Only what one can choose. */
export function readChoices(root: Element, around: Around): Said[] {
  return withClips(choices(root, around));
}

/** Only what must be known first: what went wrong, what was not heard. */
export function readFirst(root: Element, around: Around): Said[] {
  const by = (as: string): Element[] =>
    [...root.querySelectorAll(`[data-say="${as}"]`)].filter(isShown);
  const first = [...by('emergency'), ...by('first')];
  return withClips(first.flatMap((element) => read(element, around, () => false)));
}

/** The screen, in the order in which it is understood. */
export function readScreen(root: Element, around: Around): Said[] {
  const moved = (element: Element): boolean =>
    ['emergency', 'first', 'later'].includes(saysAs(element) ?? '');
  const later = [...root.querySelectorAll('[data-say="later"]')].filter(isShown);
  return [
    ...readFirst(root, around),
    ...withClips(read(root, around, (element) => moved(element) || isControl(element))),
    ...withClips(later.flatMap((element) => read(element, around, isControl))),
    ...withClips(choices(root, around)),
  ];
}

/** The kiosk's own words have recordings by their names. */
const withClips = (said: Said[]): Said[] =>
  said.map((one) => ({ ...one, clip: one.clip ?? idOf(one.language, one.text) ?? null }));
