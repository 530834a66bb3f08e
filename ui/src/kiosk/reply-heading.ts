/**
 * What stands at the top of a reply: the question when it was answered, otherwise what became of
 * it, with the question above.
 */
import type { AdviceKind } from '../shared/bindings/AdviceKind';
import type { Outcome } from '../shared/bindings/Outcome';
import type { Reply } from '../shared/bindings/Reply';
import type { Say } from '../shared/words';

export interface ReplyHeading {
  title: string;
  eyebrow: string;
  lead?: string;
  /** The title is the visitor's own words. */
  quoted: boolean;
  /** Something was quoted or can be chosen. */
  answered: boolean;
}

const UNKNOWN: Record<AdviceKind | 'none', { title: string; lead: string }> = {
  none: { title: 'unknown-title', lead: 'unknown-lead' },
  health: { title: 'unknown-health-title', lead: 'unknown-health-lead' },
  legal: { title: 'unknown-legal-title', lead: 'unknown-legal-lead' },
  political: { title: 'unknown-political-title', lead: 'unknown-political-lead' },
};

/** Names of the messages that say what became of a question; none for an answer. */
export function outcomeWords(outcome: Outcome): { title: string; lead: string } | undefined {
  switch (outcome.kind) {
    case 'answer':
      return undefined;
    case 'clarify':
      return { title: 'clarify-title', lead: 'clarify-lead' };
    case 'conflict':
      return { title: 'conflict-title', lead: 'conflict-lead' };
    case 'unknown':
      return UNKNOWN[outcome.advice ?? 'none'];
  }
}

/** The heading of a reply. */
export function replyHeading(say: Say, reply: Reply): ReplyHeading {
  const asked = { title: reply.asked, eyebrow: say('reply-asked'), quoted: true };
  const [only] = reply.parts;
  if (reply.parts.length > 1) {
    const answered = reply.parts.some((part) => part.outcome.kind !== 'unknown');
    return { ...asked, lead: say('reply-parts', { count: reply.parts.length }), answered };
  }
  const words = only && outcomeWords(only.outcome);
  if (!words) return { ...asked, answered: true };
  return {
    title: say(words.title),
    eyebrow: `${say('reply-asked')} ${say('quoted', { text: reply.asked })}`,
    lead: say(words.lead),
    quoted: false,
    answered: only.outcome.kind !== 'unknown',
  };
}
