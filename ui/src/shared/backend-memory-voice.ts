/**
 * An ear and a mouth in memory: a turn runs from listening by speech and thinking to what was
 * heard, and speech goes on word by word, without a sound. Never part of the built kiosk.
 */
import type { Ear } from './bindings/Ear';
import type { Miss } from './bindings/Miss';
import type { Speech } from './bindings/Speech';
import type { VoicePulse } from './bindings/VoicePulse';

/** What becomes of a turn. */
export type TurnEnd = { heard: string } | { which: string[] } | { missed: Miss };

/** What the ear and the mouth need of the rest. */
export interface Around {
  /** The ear is doing something else. */
  ear(ear: Ear): void;
  /** A level, or a word that is being said. */
  pulse(pulse: VoicePulse): void;
  /** Something was heard. */
  heard(words: string): void;
  /** What the next turn comes to. */
  next(): TurnEnd;
}

/** Milliseconds. */
const LEVEL_EVERY = 60;
const UNTIL_SPEECH = 900;
const SPEECH_LASTS = 1600;
const THINKING_LASTS = 700;
const PER_CHARACTER = 45;
const QUIET_DBFS = -58;
const VOICE_DBFS = -24;

const NOT_LISTENING: Ear = { state: 'off' };

export class MemoryVoice {
  readonly #around: Around;
  #ear: Ear = NOT_LISTENING;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #levels: ReturnType<typeof setInterval> | undefined;
  #saying: ReturnType<typeof setTimeout>[] = [];
  #end: TurnEnd = { heard: '' };
  /** What is being said, and what is to happen then. */
  #now: [Speech, () => void] | undefined;
  #resting: [Speech, () => void] | undefined;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Opens a turn. */
  listen(): void {
    this.cancel();
    this.hush();
    this.#end = this.#around.next();
    this.#turn({ state: 'listening', speech: false, partial: null });
    let tick = 0;
    this.#levels = setInterval(() => {
      tick += 1;
      const speaks = this.#ear.state === 'listening' && this.#ear.speech;
      const swing = 9 * Math.sin(tick * 0.7) + 5 * Math.sin(tick * 1.9);
      this.#around.pulse({
        pulse: 'level',
        dbfs: (speaks ? VOICE_DBFS : QUIET_DBFS) + swing * (speaks ? 1 : 0.2),
      });
    }, LEVEL_EVERY);
    this.#after(UNTIL_SPEECH, () => this.#speech());
  }

  /** The turn ends here. */
  finish(): void {
    if (this.#ear.state === 'listening') this.#think();
  }

  /** The turn is dropped. */
  cancel(): void {
    this.#stop();
    if (this.#ear.state !== 'off') this.#turn(NOT_LISTENING);
  }

  /** Says it, a word after the other. */
  say(speech: Speech, then: () => void): void {
    this.hush();
    this.#now = [speech, then];
    let at = 0;
    speech.pieces.forEach(({ text }, piece) => {
      for (const word of text.matchAll(/\p{Script=Han}{1,4}|[^\s\p{Script=Han}]+/gu)) {
        const [start, end] = [word.index, word.index + word[0].length];
        const pulse: VoicePulse = { pulse: 'saying', speech: speech.id, piece, start, end };
        this.#saying.push(setTimeout(() => this.#around.pulse(pulse), at));
        at += word[0].length * PER_CHARACTER;
      }
    });
    this.#saying.push(
      setTimeout(() => {
        this.#now = undefined;
        this.#around.pulse({ pulse: 'said-all', speech: speech.id });
        if (speech.thenListen) then();
      }, at),
    );
  }

  /** Falls silent. */
  hush(): void {
    for (const timer of this.#saying) clearTimeout(timer);
    this.#saying = [];
    this.#now = undefined;
    this.#resting = undefined;
  }

  /** Falls silent, and tells whether it can go on. */
  pause(): boolean {
    const resting = this.#now;
    this.hush();
    this.#resting = resting;
    return resting !== undefined;
  }

  /** Says again what rests. */
  goOn(): void {
    const resting = this.#resting;
    if (!resting) return;
    this.#around.pulse({ pulse: 'goes-on', speech: resting[0].id });
    this.say(...resting);
  }

  #speech(): void {
    const words = 'heard' in this.#end ? this.#end.heard : null;
    this.#turn({ state: 'listening', speech: true, partial: null });
    if (words) {
      const half = words.slice(0, Math.ceil(words.length / 2));
      this.#after(SPEECH_LASTS / 2, () =>
        this.#turn({ state: 'listening', speech: true, partial: half }),
      );
    }
    this.#after(SPEECH_LASTS, () => this.#think());
  }

  #think(): void {
    this.#stop();
    this.#turn({ state: 'thinking' });
    this.#after(THINKING_LASTS, () => this.#decide(this.#end));
  }

  #decide(end: TurnEnd): void {
    if ('which' in end) this.#turn({ state: 'which', options: end.which, listening: false });
    else if ('missed' in end) this.#turn({ state: 'missed', why: end.missed });
    else {
      this.#turn(NOT_LISTENING);
      this.#around.heard(end.heard);
    }
  }

  #turn(ear: Ear): void {
    this.#ear = ear;
    this.#around.ear(ear);
  }

  #after(ms: number, what: () => void): void {
    this.#timers.push(setTimeout(what, ms));
  }

  #stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    clearInterval(this.#levels);
    this.#timers = [];
  }
}
