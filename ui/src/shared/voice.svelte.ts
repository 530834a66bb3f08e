/**
 * Voice as the screens feel it: how loud somebody speaks, what is being said, and the ways to
 * begin and to end. What is heard comes with the view; nothing of a voice is kept here.
 */
import type { Backend } from './backend';
import type { Act } from './bindings/Act';
import type { Ear } from './bindings/Ear';
import type { Speech } from './bindings/Speech';
import type { VoiceCard } from './bindings/VoiceCard';
import type { VoicePulse } from './bindings/VoicePulse';

/** Between a quiet room and a voice close by, dB below full scale. */
const QUIET_DBFS = -55;
const LOUD_DBFS = -18;
/** How much of the way to the new level is gone with each pulse: up fast, down slowly. */
const RISE = 0.6;
const FALL = 0.25;

/** What is being said just now: a piece of a speech, and which of its UTF-16 units. */
export type Saying = Omit<Extract<VoicePulse, { pulse: 'saying' }>, 'pulse'>;

/** A level as a share, 0 to 1. */
export function shareOf(dbfs: number): number {
  return Math.min(1, Math.max(0, (dbfs - QUIET_DBFS) / (LOUD_DBFS - QUIET_DBFS)));
}

/** Whether the ear is open. */
export const isListening = (ear: Ear): boolean =>
  ear.state === 'listening' ||
  ((ear.state === 'which' || ear.state === 'language') && ear.listening);

export class Voice {
  /** How loud it is, 0 to 1, without its tremble. */
  level = $state(0);
  /** What is being said. */
  saying: Saying | null = $state.raw(null);
  /** Number of the speech that is being said; nothing once it has ended. */
  speech: number | null = $state(null);
  /** A sentence that lets a pace or a volume be heard, until it was said. */
  sample: string | null = $state(null);
  /** Whether it is shown which keys lead through the screens. */
  helping = $state(false);
  /** Grows whenever somebody wants to hear the screen again. */
  repeats = $state(0);
  /** Grows whenever somebody asks what can be done on a screen. */
  helps = $state(0);

  readonly #backend: Backend;
  readonly #act: (act: Act) => Promise<void>;

  constructor(backend: Backend, act: (act: Act) => Promise<void>) {
    this.#backend = backend;
    this.#act = act;
  }

  /** Takes in what comes between two views. */
  feel = (pulse: VoicePulse): void => {
    switch (pulse.pulse) {
      case 'level': {
        const share = shareOf(pulse.dbfs);
        this.level += (share - this.level) * (share > this.level ? RISE : FALL);
        return;
      }
      case 'saying':
        if (pulse.speech === this.speech) this.saying = pulse;
        return;
      case 'said-all':
        if (pulse.speech === this.speech) this.#fallSilent();
        return;
      case 'goes-on':
        this.speech = pulse.speech;
        return;
      case 'repeat':
        this.repeats += 1;
        return;
      case 'help':
        this.helps += 1;
    }
  };

  /** Says this instead of whatever is being said. */
  speak(speech: Speech): void {
    this.saying = null;
    this.speech = speech.id;
    // A kiosk that cannot speak now shows all of it anyway.
    this.#backend.speak(speech).catch(() => this.#fallSilent());
  }

  /** Falls silent. */
  hush = (): void => {
    if (this.speech === null) return;
    this.#fallSilent();
    void this.#backend.hush().catch(() => undefined);
  };

  /** Pauses while it speaks, goes on where it was paused, else wants to hear the screen again. */
  hear({ paused }: VoiceCard): void {
    if (this.speech !== null) {
      this.#fallSilent();
      void this.#act({ act: 'pause-speaking' });
    } else if (paused) void this.#act({ act: 'go-on-speaking' });
    else this.repeats += 1;
  }

  /** The middle has silenced it already. */
  silenced(): void {
    this.#fallSilent();
  }

  /** Begins to listen, or ends what is being listened to. */
  turn(ear: Ear): void {
    if (ear.state === 'thinking') return;
    void this.#act({ act: isListening(ear) ? 'finish-listening' : 'listen' });
  }

  #fallSilent(): void {
    this.speech = null;
    this.saying = null;
  }
}
