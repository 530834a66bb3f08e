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
  eyebrow?: string | undefined;
  lead?: string | undefined;
  /** The title is the visitor's own words. */
  quoted: boolean;
  /** Something was quoted or can be chosen. */
  answered: boolean;
  /** The message on the button that calls a person, when that is what one does next. */
  person?: string | undefined;
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

/** What the button that calls a person says; nothing where the answer stands. */
function personWords(outcome: Outcome): string | undefined {
  if (outcome.kind === 'conflict') return 'conflict-person';
  return outcome.kind === 'unknown' ? 'unknown-person' : undefined;
}

/** The heading of a reply. */
export function replyHeading(say: Say, reply: Reply): ReplyHeading {
  const outcomes = reply.parts.map((part) => part.outcome);
  const answered = outcomes.some((outcome) => outcome.kind !== 'unknown');
  const person = outcomes.map(personWords).find((id) => id !== undefined);
  const [only] = outcomes;
  if (outcomes.length > 1) {
    const title = say('reply-parts', { count: outcomes.length });
    return { title, lead: say('reply-parts-lead'), quoted: false, answered, person };
  }
  const words = only && outcomeWords(only);
  if (!words) {
    return { title: reply.asked, eyebrow: say('reply-asked'), quoted: true, answered: true };
  }
  return {
    title: say(words.title),
    eyebrow: say('reply-asked-words', { text: reply.asked }),
    lead: say(words.lead),
    quoted: false,
    answered,
    person,
  };
}
