/** What may be said on a screen, and why nothing was heard, in words. */
import type { Screen } from '../shared/bindings/Screen';
import type { VoiceCard } from '../shared/bindings/VoiceCard';
import type { Say } from '../shared/words';

const LISTED = new Set(['choice', 'choices', 'place']);

/** What one may say here. */
export function hintWords(say: Say, screen: Screen): string {
  switch (screen.name) {
    case 'form-question':
      if (screen.readBack || screen.control.kind === 'yes-no') return say('voice-hint-yes-no');
      if (screen.control.kind === 'picture') return say('voice-hint-wish');
      return say(LISTED.has(screen.control.kind) ? 'voice-hint-choice' : 'voice-hint-answer');
    case 'form-eligibility':
    case 'form-introduction':
    case 'form-interrupted':
      return say('voice-hint-yes-no');
    case 'form-review':
      return say(screen.outstanding.length > 0 ? 'voice-hint-change' : 'voice-hint-review');
    case 'forms':
      return say('voice-hint-choice');
    case 'languages':
      return say('voice-hint-language');
    case 'form-finished':
    case 'form-proof':
    case 'form-paused':
    case 'farewell':
      return say('voice-hint-wish');
    default:
      return say('voice-hint-ask');
  }
}

/** Name of the words for what this kiosk cannot do in this language. */
export function lackOf({ hears, speaks }: VoiceCard): string | undefined {
  if (!hears && !speaks) return 'voice-none';
  if (!hears) return 'voice-hears-not';
  return speaks ? undefined : 'voice-speaks-not';
}

/** What went wrong with the last turn, and what to do; nothing where nothing did. */
export function missWords(say: Say, { ear, touchFirst }: VoiceCard): string | undefined {
  if (touchFirst && (ear.state === 'missed' || ear.state === 'off'))
    return say('voice-touch-first');
  return ear.state === 'missed' ? say(`voice-missed-${ear.why}`) : undefined;
}
