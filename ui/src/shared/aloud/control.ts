/** What one can touch, as it is said: its name, what it is, and how it stands. */
import type { Say } from '../words';
import { isShown, languageOf, textOf, type Said } from './spoken';

const KINDS: [string, string][] = [
  ['[role="radio"]', 'voice-kind-choice'],
  ['[role="checkbox"]', 'voice-kind-box'],
  ['textarea, input', 'voice-kind-field'],
  ['summary', 'voice-kind-more'],
];

/** Name of a control: what it is labelled with, else what is written on it. */
export function nameOf(control: Element, hidden: string): Said | undefined {
  const language = languageOf(control);
  const label = control.getAttribute('aria-label');
  if (label) return { text: label, language, clip: null, spans: [] };
  const named = control.querySelector('[data-say-name]') ?? control;
  const parts = textOf(named, { hidden });
  const [first, ...rest] = parts;
  if (!first) return undefined;
  let { text } = first;
  const spans = [...first.spans];
  for (const part of rest) {
    spans.push(...part.spans.map((span) => ({ ...span, at: span.at + text.length + 1 })));
    text += ` ${part.text}`;
  }
  return { ...first, text, spans };
}

function kindOf(control: Element, say: Say): string {
  const found = KINDS.find(([matches]) => control.matches(matches));
  return say(found?.[1] ?? 'voice-kind-button');
}

function stateOf(control: Element, say: Say): string | undefined {
  const is = (name: string): string | null => control.getAttribute(name);
  const chosen = is('aria-checked') ?? is('aria-pressed') ?? is('aria-current');
  if (chosen !== null)
    return say(chosen === 'true' ? 'voice-state-chosen' : 'voice-state-not-chosen');
  if (control.matches('summary')) {
    const open = control.parentElement?.hasAttribute('open');
    return say(open ? 'voice-state-open' : 'voice-state-closed');
  }
  if (!control.matches('textarea, input')) return undefined;
  const { value } = control as HTMLTextAreaElement;
  if (control.matches('[type="password"]')) return undefined;
  return value.trim() === '' ? say('voice-state-empty') : value;
}

/** Name, kind and state. */
export function describe(control: Element, say: Say, language: string): Said[] {
  if (!isShown(control) && !control.closest('[data-say="never"]')) return [];
  const name = nameOf(control, say('voice-hidden')) ?? named(control, language);
  const about = [kindOf(control, say), stateOf(control, say)].filter(
    (words) => words !== undefined,
  );
  const rest: Said = { text: about.join(', '), language, clip: null, spans: [] };
  return name ? [name, rest] : [rest];
}

/** A control in a part that is not read with the screen still has its words. */
function named(control: Element, language: string): Said | undefined {
  const text = (control.textContent ?? '').replace(/\s+/gu, ' ').trim();
  return text === '' ? undefined : { text, language, clip: null, spans: [] };
}
